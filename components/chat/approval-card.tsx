'use client';

import clsx from 'clsx';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { isolated } from '@/components/ui/isolated';
import { Kbd } from '@/components/ui/kbd';
import type { ChatData } from '@/lib/turns/chat-message';
import { focusComposer } from './focus-composer';
import { TaskCard } from './task-card';
import { entriesOf } from './task-cards';

type Props = {
  approval: ChatData['approval'];
  /** Deciding is possible: it is the last message and nothing runs. */
  open: boolean;
  onDecide: (approved: boolean) => void;
};

/** What became of it, in words. */
function recordOf({ state, preview }: ChatData['approval']): string {
  if (state === 'approved') return 'You approved this.';
  if (state === 'rejected') return 'You rejected this. Nothing was changed.';
  if (state !== 'expired') return 'This was decided.';
  return preview.ok ? 'You went on without deciding this. Nothing was changed.' : preview.message;
}

const SHOWN = 5;

/** Whether a key is meant for where one talks: a letter of an answer in words, a paste, or Esc. */
const isForComposer = ({ key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>) =>
  key === 'Escape' || (key.length === 1 && !altKey && (!(ctrlKey || metaKey) || key === 'v'));

/** What a call would change, counted and listed, with Approve and Reject; afterwards it stays as a record. */
export function ApprovalCard({ approval, open, onDecide }: Props) {
  const [all, setAll] = useState(false);
  const titleId = useId();
  const card = useRef<HTMLDivElement>(null);
  const waiting = approval.state === 'requested';
  const entries = approval.preview.ok ? entriesOf(approval.preview) : [];
  // A record needs no list: what was done has its own cards.
  const listed = waiting ? entries : [];
  const shown = all ? listed : listed.slice(0, SHOWN);
  const hidden = listed.length - shown.length;
  // The names that follow the count stand in the list.
  const title = waiting && entries.length > 1 ? approval.message.replace(/:.*$/s, '.') : approval.message;

  const decide = (approved: boolean) => {
    onDecide(approved);
    focusComposer();
  };

  // The keys work from anywhere but a field with words in it, where they belong to the words; a key that is held since it sent
  // the message decides nothing.
  useEffect(() => {
    if (!waiting || !open) return;
    const onKey = (event: KeyboardEvent) => {
      const modified = event.metaKey || event.ctrlKey;
      if (!modified || (event.key !== 'Enter' && event.key !== 'Backspace') || event.repeat || event.defaultPrevented) return;
      const field = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement ? event.target : null;
      if (field?.value) return;
      event.preventDefault();
      onDecide(event.key === 'Enter');
      if (card.current?.contains(document.activeElement)) focusComposer();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [waiting, open, onDecide]);

  return (
    <div
      ref={card}
      role="group"
      aria-label="Approval"
      aria-describedby={titleId}
      data-approval={waiting && open ? '' : undefined}
      tabIndex={-1}
      onKeyDown={(event) => event.target === event.currentTarget && isForComposer(event) && focusComposer()}
      className="my-3 overflow-hidden rounded-md border border-line bg-surface first:mt-0 last:mb-0"
    >
      <p id={titleId} className={clsx('px-3.5 pt-3', waiting ? 'pb-2 font-medium' : 'text-muted')}>{isolated(title)}</p>
      {shown.length > 0 && (
        <ul aria-label="What would change" className="divide-y divide-line border-y border-line">
          {shown.map(({ task, change }) => (
            <TaskCard key={task.id} then={task} change={change} quiet />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <button type="button" className="w-full px-3.5 py-2 text-left text-meta text-muted hover:text-text" onClick={() => setAll(true)}>
          {hidden} more
        </button>
      )}
      {waiting ? (
        <div className="flex flex-wrap items-center gap-2 p-3">
          <Button variant="primary" size="sm" disabled={!open} aria-keyshortcuts="Control+Enter" onClick={() => decide(true)}>
            Approve <Kbd>Ctrl ↵</Kbd>
          </Button>
          <Button size="sm" disabled={!open} aria-keyshortcuts="Control+Backspace" onClick={() => decide(false)}>
            Reject <Kbd>Ctrl ⌫</Kbd>
          </Button>
        </div>
      ) : (
        <p className="px-3.5 pt-0.5 pb-3 text-meta text-muted">{isolated(recordOf(approval))}</p>
      )}
    </div>
  );
}
