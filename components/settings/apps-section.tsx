'use client';

import { useState } from 'react';
import { disconnectApp } from '@/app/(workspace)/actions/access';
import { act } from '@/components/data/request';
import { When } from '@/components/time/when';
import { CopyField } from '@/components/ui/copy-field';
import type { ConnectedApp } from '@/lib/auth/connected-apps';
import { ConfirmButton } from './confirm-button';
import { Section } from './section';

/** The agents that were let in: Claude, ChatGPT, Cursor and the like. @param address where they connect. */
export function AppsSection({ initial, address }: { initial: ConnectedApp[]; address: string }) {
  const [apps, setApps] = useState(initial);
  return (
    <Section
      title="Connected apps"
      hint="Claude, ChatGPT, Cursor and others can work on your tasks over MCP: give them this address and let them in. What they do is in Activity and can be undone there, but for what they erase for good."
    >
      <CopyField label="MCP address" value={address} />
      {apps.length > 0 && (
        <ul aria-label="Connected apps" className="divide-y divide-line rounded-md border border-line">
          {apps.map((app) => (
            <li key={app.clientId} className="flex items-center gap-3 py-2 pr-2 pl-4">
              <span className="min-w-0 flex-1">
                <span className="block truncate text-ui">{app.name}</span>
                <span className="block text-meta text-muted">
                  {app.scopes.some((scope) => /write/.test(scope)) ? 'Reads and changes tasks' : 'Reads tasks'} · since <When at={app.since} />
                </span>
              </span>
              <ConfirmButton label="Disconnect" of={app.name} onConfirm={async () => setApps(await act(disconnectApp({ clientId: app.clientId })))} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
