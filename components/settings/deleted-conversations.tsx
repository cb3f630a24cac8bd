'use client';

import { useState } from 'react';
import { useRowFocus } from '@/components/tasks/use-row-focus';
import { When } from '@/components/time/when';
import { Button } from '@/components/ui/button';
import { TickBox } from '@/components/ui/tick-box';
import type { ConversationItem } from '@/lib/conversations/schemas';
import { ConfirmButton } from './confirm-button';

type Props = {
  items: ConversationItem[];
  chosen: ReadonlySet<string>;
  onChoose: (id: string, on: boolean) => void;
  onPurge: (ids: string[]) => Promise<void>;
  onRestore: (ids: string[]) => Promise<void>;
};

/** The conversations in the trash, each to be chosen, erased or brought back. The focus goes on to the next where one leaves. */
export function DeletedConversations({ items, chosen, onChoose, onPurge, onRestore }: Props) {
  const { list } = useRowFocus<HTMLUListElement>(items.map(({ id }) => id));
  return (
    <ul {...list} aria-label="Deleted conversations" className="divide-y divide-line rounded-md border border-line outline-none">
      {items.map(({ id, title, messageCount, deletedAt }) => (
        <li key={id} data-row={id} className="group/row flex flex-wrap items-center justify-end gap-x-1 py-2 pr-2 pl-4">
          <TickBox
            className="min-w-0 flex-[1_1_14rem]"
            checked={chosen.has(id)}
            aria-label={`Choose “${title}”`}
            onChange={(event) => onChoose(id, event.target.checked)}
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate">{title}</span>
              <span className="block text-meta text-muted">
                {messageCount} {messageCount === 1 ? 'message' : 'messages'}
                {deletedAt && (
                  <>
                    {' · deleted '}
                    <When at={deletedAt} />
                  </>
                )}
              </span>
            </span>
          </TickBox>
          <span className="reveal flex group-focus-within/row:opacity-100 group-hover/row:opacity-100">
            <ConfirmButton label="Delete for good" of={title} onConfirm={() => onPurge([id])} />
          </span>
          <RestoreButton of={title} onRestore={() => onRestore([id])} />
        </li>
      ))}
    </ul>
  );
}

/** @param of what comes back, for screen readers. */
export function RestoreButton({ of, onRestore }: { of: string; onRestore: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    await onRestore();
    setBusy(false);
  };
  return (
    <Button size="sm" variant="ghost" busy={busy} onClick={() => void press()}>
      Restore
      <span className="sr-only"> “{of}”</span>
    </Button>
  );
}
