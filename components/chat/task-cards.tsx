'use client';

import { Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { messageOf } from '@/components/data/request';
import { useWorkspace } from '@/components/data/workspace';
import { useTaskActions } from '@/components/tasks/use-task-actions';
import { Button } from '@/components/ui/button';
import type { Task } from '@/lib/tasks/schemas';
import type { Change, ToolSuccess } from '@/lib/tasks/tool-output';
import { useChat } from './chat-context';
import { withUndone } from './stream/messages';
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
    if (!live) store.ensure(ids.split(','));
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
        <div className="flex min-h-10 items-center justify-between gap-2 border-t border-line py-1 pr-1.5 pl-3.5 text-meta text-muted">
          {hidden > 0 ? (
            <button type="button" className="py-1 underline-offset-2 hover:underline" onClick={() => setAll(true)}>
              {hidden} more
            </button>
          ) : (
            <span>{changed ? changeWord(output, undone) : ''}</span>
          )}
          {changed && callId && (
            <UndoButton toolCallId={callId} undone={undone} onUndone={() => session.change(messageId, (message) => withUndone(message, callId))} />
          )}
        </div>
      )}
    </div>
  );
}

function UndoButton({ toolCallId, undone, onUndone }: { toolCallId: string; undone: boolean; onUndone: () => void }) {
  const { undo } = useTaskActions();
  const [state, setState] = useState<'idle' | 'busy'>('idle');
  const [problem, setProblem] = useState<string | null>(null);
  if (undone) return <span className="pr-2">Undone</span>;
  const run = async () => {
    setState('busy');
    setProblem(null);
    try {
      await undo(toolCallId);
      onUndone();
    } catch (error) {
      setState('idle');
      setProblem(messageOf(error));
    }
  };
  return (
    <span className="flex min-w-0 items-center gap-2">
      {problem && (
        <span role="alert" className="min-w-0 text-danger">
          {problem}
        </span>
      )}
      <Button variant="ghost" size="sm" className="text-muted" busy={state === 'busy'} onClick={() => void run()}>
        <Undo2 size={14} aria-hidden /> Undo
      </Button>
    </span>
  );
}

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
