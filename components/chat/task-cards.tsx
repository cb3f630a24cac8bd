'use client';

import clsx from 'clsx';
import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWorkspace } from '@/components/data/workspace';
import { useTaskActions } from '@/components/tasks/use-task-actions';
import { Button } from '@/components/ui/button';
import { isolated } from '@/components/ui/isolated';
import { useAttempt } from '@/components/data/use-attempt';
import type { Task } from '@/lib/tasks/schemas';
import type { Change, ToolSuccess } from '@/lib/tasks/tool-output';
import { useChat } from './chat-context';
import { withUndone, withoutUndone } from './stream/messages';
import { TaskCard } from './task-card';

/** How many cards are shown before the rest is folded away. */
const SHOWN = 5;

/** The tasks of one call as cards, with Undo when it changed something. */
export function TaskCards({ output, messageId, undone, live }: {
  output: ToolSuccess;
  messageId: string;
  undone: boolean;
  live: boolean;
}) {
  const { tasks: store } = useWorkspace();
  const { session } = useChat();
  const [all, setAll] = useState(false);
  const entries = entriesOf(output);
  const ids = entries.map(({ task }) => task.id).join();
  useEffect(() => {
    if (!live && ids) store.ensure(ids.split(','));
  }, [store, ids, live]);
  if (entries.length === 0) return null;
  const shown = all ? entries : entries.slice(0, SHOWN);
  const hidden = entries.length - shown.length;
  const changed = (output.changes?.length ?? 0) > 0;
  const { id: callId } = output;
  return (
    <div className="mb-3 overflow-hidden rounded-md border border-line bg-surface">
      <ul aria-label="Tasks" className="divide-y divide-line">
        {shown.map(({ task, change }) => (
          <TaskCard key={task.id} then={task} change={change} muted={undone} />
        ))}
      </ul>
      {(hidden > 0 || changed) && (
        <div className="flex min-h-10 flex-wrap items-center justify-between gap-2 border-t border-line py-1 pr-1.5 pl-3.5 text-meta text-muted">
          {hidden > 0 ? (
            <button type="button" className="-ml-3.5 flex-1 py-1 pl-3.5 text-left underline-offset-2 hover:underline pointer-coarse:min-h-10" onClick={() => setAll(true)}>
              {hidden} more
            </button>
          ) : (
            <span>{changed ? changeWord(output, undone) : ''}</span>
          )}
          {changed && callId && (
            <UndoButton
              toolCallId={callId}
              undone={undone}
              onMoved={(isUndone) => session.change(messageId, (message) => (isUndone ? withUndone : withoutUndone)(message, callId))}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** Undo, and after it, on the same button, Redo: a hand or key that slipped is there already. */
function UndoButton({ toolCallId, undone, onMoved }: { toolCallId: string; undone: boolean; onMoved: (undone: boolean) => void }) {
  const { undo } = useTaskActions();
  const { busy, problem, attempt } = useAttempt();
  const [undoing, setUndoing] = useState<string | null>(null);
  const [left, setLeft] = useState('');
  const redoes = undone && undoing !== null;
  const run = () =>
    attempt(async () => {
      setLeft('');
      const output = await undo(redoes ? undoing : toolCallId);
      const stays = leftOf(output);
      setLeft(stays);
      // What is undone in part can be undone further, once what stands in the way is.
      if (stays !== '' && !redoes) return;
      setUndoing(redoes ? null : (output.id ?? null));
      onMoved(!redoes);
    });
  return (
    <>
      {(problem || left) && (
        <p role="alert" className={clsx('order-last min-w-0 basis-full pr-2 pb-1.5 break-words', problem && 'text-danger')}>
          {isolated(problem || left)}
        </p>
      )}
      <span className="flex items-center gap-2">
        {undone && <span className={clsx(!redoes && 'pr-2')}>Undone</span>}
        {/* Undone elsewhere, or before this page: what undid it, and can be taken back, is in Activity. */}
        {(redoes || !undone) && (
          <Button variant="ghost" size="sm" className="text-muted" busy={busy} onClick={() => void run()}>
            {redoes ? <Redo2 size={14} aria-hidden /> : <Undo2 size={14} aria-hidden />} {redoes ? 'Redo' : 'Undo'}
          </Button>
        )}
      </span>
    </>
  );
}

/** Why tasks were left as they are, when not all was taken back. */
const leftOf = ({ data }: ToolSuccess): string =>
  typeof data === 'object' && data !== null && 'left' in data && Array.isArray(data.left) ? data.left.join(' ') : '';

const WORDS: Record<Change['operation'], string> = {
  create: 'Created', update: 'Changed', complete: 'Completed', reopen: 'Reopened', delete: 'Moved to the trash', restore: 'Restored', purge: 'Erased',
};

function changeWord({ changes = [] }: ToolSuccess, undone: boolean): string {
  const operations = new Set(changes.map(({ operation }) => operation));
  const [only] = operations;
  if (undone) return '';
  return operations.size === 1 && only ? WORDS[only] : 'Changed';
}

type Entry = { task: Task; change?: Change };

/** The tasks that a call is about, each once, with what it did to them. */
export function entriesOf({ tasks = [], changes = [], next = [], unchanged = [] }: ToolSuccess): Entry[] {
  const changeOf = new Map(changes.map((change) => [change.taskId, change]));
  const seen = new Set<string>();
  return [...tasks, ...next, ...unchanged].flatMap((task) => {
    if (seen.has(task.id)) return [];
    seen.add(task.id);
    return [{ task, change: changeOf.get(task.id) }];
  });
}
