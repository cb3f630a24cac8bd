'use client';

import { useState } from 'react';
import { deleteAccount } from '@/app/(workspace)/actions/account';
import { forgetDrafts } from '@/components/chat/drafts';
import { act } from '@/components/data/request';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Problem } from '@/components/ui/problem';
import { leaveFor, useAttempt } from '@/components/data/use-attempt';

/** Erases the account after it was asked for twice: typed out, and with the password where there is one. */
export function DeleteAccount({ needsPassword }: { needsPassword: boolean }) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const { busy, problem, attempt } = useAttempt();
  const erase = () =>
    attempt(async () => {
      const { goTo } = await act(deleteAccount({ confirm: 'delete', ...(needsPassword ? { password } : {}) }));
      forgetDrafts();
      await leaveFor(goTo);
    });
  return (
    <>
      <Button variant="ghost" className="text-danger" onClick={() => setOpen(true)}>
        Delete account
      </Button>
      {open && (
        <Dialog title="Delete your account?" onClose={() => setOpen(false)}>
          <form
            className="grid gap-4 px-5 pb-5"
            onSubmit={(event) => {
              event.preventDefault();
              void erase();
            }}
          >
            <p className="text-ui text-muted">Every task and conversation is erased at once and cannot be brought back.</p>
            <Field label="Type “delete” to confirm">
              {(control) => <Input {...control} data-first value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />}
            </Field>
            {needsPassword && (
              <Field label="Your password">
                {(control) => (
                  <Input {...control} type="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
                )}
              </Field>
            )}
            <Problem>{problem}</Problem>
            <div className="flex justify-end gap-2">
              <Button variant="ghost" onClick={() => setOpen(false)}>
                Cancel
              </Button>
              <Button variant="danger" type="submit" busy={busy} disabled={typed.trim().toLowerCase() !== 'delete'}>
                Delete account
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
