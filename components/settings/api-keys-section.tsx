'use client';

import { type FormEvent, useState } from 'react';
import { createApiKey, revokeApiKey } from '@/app/(workspace)/actions/access';
import { act } from '@/components/data/request';
import { When } from '@/components/time/when';
import { Button } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import { DaysField } from '@/components/ui/days-field';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input, Select } from '@/components/ui/input';
import { Problem } from '@/components/ui/problem';
import { useAttempt } from '@/components/data/use-attempt';
import type { ApiKeyItem } from '@/lib/auth/list-api-keys';
import { ConfirmButton } from './confirm-button';
import { Section } from './section';

/** Keys for programs of one's own: made, listed, revoked. */
export function ApiKeysSection({ initial }: { initial: ApiKeyItem[] }) {
  const [keys, setKeys] = useState(initial);
  const [making, setMaking] = useState(false);
  return (
    <Section
      title="API keys"
      hint={
        <>
          For scripts and for programs that speak MCP, as <code className="font-mono text-meta">Authorization: Bearer</code>. The JSON surface is
          described at{' '}
          <a href="/api/v1/openapi.json" className="underline decoration-line underline-offset-4 hover:text-text hover:decoration-current">
            /api/v1/openapi.json
          </a>
          .
        </>
      }
    >
      {keys.length > 0 && (
        <ul aria-label="API keys" className="divide-y divide-line rounded-md border border-line">
          {keys.map((key) => (
            <li key={key.id} className="flex items-center gap-3 py-2 pr-2 pl-4">
              <span className="min-w-0 flex-1">
                <span className="block truncate text-ui">{key.name}</span>
                <span className="block text-meta text-muted">
                  {key.scopes.includes('write') ? 'Read and write' : 'Read only'}
                  {' · '}
                  {key.lastUsedAt ? (
                    <>
                      used <When at={key.lastUsedAt} />
                    </>
                  ) : (
                    'never used'
                  )}
                  {key.expiresAt && (
                    <>
                      {' · '}until <When at={key.expiresAt} />
                    </>
                  )}
                </span>
              </span>
              <ConfirmButton label="Revoke" of={key.name} onConfirm={async () => setKeys(await act(revokeApiKey({ id: key.id })))} />
            </li>
          ))}
        </ul>
      )}
      <Button className="justify-self-start" onClick={() => setMaking(true)}>
        New API key
      </Button>
      {making && <NewApiKey onMade={setKeys} onClose={() => setMaking(false)} />}
    </Section>
  );
}

const LASTS: [words: string, days: number | null][] = [
  ['30 days', 30],
  ['90 days', 90],
  ['A year', 365],
  ['Until it is revoked', null],
];

function NewApiKey({ onMade, onClose }: { onMade: (keys: ApiKeyItem[]) => void; onClose: () => void }) {
  const [name, setName] = useState('');
  const [access, setAccess] = useState<'read' | 'write'>('read');
  const [days, setDays] = useState<number | null>(90);
  const [made, setMade] = useState<string | null>(null);
  const { busy, problem, attempt } = useAttempt();
  const make = (event: FormEvent) => {
    event.preventDefault();
    return attempt(async () => {
      const { key, keys } = await act(createApiKey({ name, access, expiresInDays: days }));
      setMade(key);
      onMade(keys);
    });
  };
  if (made)
    return (
      <Dialog steady title="Your new API key" onClose={onClose}>
        <div className="grid gap-4 px-5 pb-5">
          <p className="text-ui text-muted">Copy it now. It is shown this once, and not kept where anybody could read it.</p>
          <CopyField label="API key" value={made} />
          <Button variant="primary" className="justify-self-end" onClick={onClose}>
            Done
          </Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title="New API key" onClose={onClose}>
      <form className="grid gap-4 px-5 pb-5" onSubmit={(event) => void make(event)}>
        <Field label="Name" hint="What it is for.">
          {(control) => <Input {...control} data-first value={name} maxLength={32} required autoComplete="off" onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label="It may">
          {(control) => (
            <Select {...control} value={access} onChange={(event) => setAccess(event.target.value === 'write' ? 'write' : 'read')}>
              <option value="read">Read only</option>
              <option value="write">Read and write</option>
            </Select>
          )}
        </Field>
        <DaysField label="It lasts" choices={LASTS} value={days} onChange={setDays} />
        <Problem>{problem}</Problem>
        <div className="flex justify-end gap-2">
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" busy={busy} disabled={name.trim() === ''}>
            Create key
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
