'use client';

import { TaskChips } from '@/components/tasks/task-chips';
import { useChat, useSession } from './chat-context';
import { focusComposer } from './focus-composer';
import type { Call } from './tool-summary';

/** The tasks that a question is between; a press answers it. */
export function Candidates({ calls }: { calls: Call[] }) {
  const { session } = useChat();
  const idle = useSession((state) => state.phase === 'idle');
  const output = calls.at(-1)?.output;
  const candidates = output && !output.ok && output.code === 'ambiguous' ? (output.candidates ?? []) : [];
  if (candidates.length === 0) return null;
  return (
    <div role="group" aria-label="Which one?" className="my-3 grid gap-1.5">
      {candidates.slice(0, 6).map((task) => (
        <button
          key={task.id}
          type="button"
          disabled={!idle}
          onClick={() => {
            void session.send(String(task.number));
            focusComposer();
          }}
          className="flex min-h-10 items-baseline gap-3 rounded-md border border-line bg-surface px-3.5 py-2 text-left transition-colors hover:bg-hover active:bg-pressed"
        >
          <span className="shrink-0 text-meta text-faint tabular-nums">{task.number}</span>
          <span className="min-w-0 flex-1">
            <span data-words className="break-words">{task.title}</span>
            <TaskChips task={task} />
          </span>
        </button>
      ))}
    </div>
  );
}
