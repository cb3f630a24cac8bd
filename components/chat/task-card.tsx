'use client';

import clsx from 'clsx';
import { useState } from 'react';
import { messageOf } from '@/components/data/request';
import { useTask } from '@/components/data/workspace';
import { TaskChips } from '@/components/tasks/task-chips';
import { openTask } from '@/components/tasks/task-editor-host';
import { TaskTick } from '@/components/tasks/task-tick';
import { useTaskActions } from '@/components/tasks/use-task-actions';
import { useClock } from '@/components/time/clock';
import { Problem } from '@/components/ui/problem';
import type { Task } from '@/lib/tasks/schemas';
import type { Change } from '@/lib/tasks/tool-output';
import { OPERATION_WORDS, sayChange } from './say-change';
import { Was } from './was';

/**
 * A task in an answer. It shows the task as it is now; `then` is how it was when the answer was made, for the time until
 * the present one is here. `change` says what the answer did to it, or, when `quiet`, would do.
 */
export function TaskCard({ then, change, quiet, muted }: { then: Task; change?: Change; quiet?: boolean; muted?: boolean }) {
  const now = useTask(then.id);
  const { restore } = useTaskActions();
  const [problem, setProblem] = useState<string | null>(null);
  // A preview shows tasks as they would be; until the present one is here, what would change is taken back.
  const task = now ?? (quiet ? { ...then, ...change?.before } : then);
  const gone = now === null || task.deletedAt !== null;
  const closed = gone || task.status === 'completed';
  return (
    <li className={clsx('flex gap-3 px-3.5 py-2.5', muted && 'text-muted')}>
      {quiet ? (
        <span aria-hidden className="mt-[9px] size-1.5 shrink-0 rounded-full bg-outline" />
      ) : (
        <span className="mt-0.5">
          <TaskTick task={gone ? { ...task, deletedAt: task.deletedAt ?? task.updatedAt } : task} onError={(error) => setProblem(messageOf(error))} />
        </span>
      )}
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2">
          <Title task={task} onOpen={now && !gone && !quiet ? () => openTask(now) : undefined} closed={closed} />
          <span className="shrink-0 text-meta text-faint tabular-nums">
            <span className="sr-only">task </span>
            {task.number}
          </span>
        </p>
        {!gone && <TaskChips task={task} />}
        {change && !muted && <ChangeLine change={change} />}
        {gone && (
          <p className="text-meta text-muted">
            {now === null ? 'Erased' : 'In the trash'}
            {now?.deletedAt && !quiet && !change && (
              <button
                type="button"
                className="ml-3 underline underline-offset-2 hover:text-text pointer-coarse:py-2"
                onClick={() => void restore(now).catch((error: unknown) => setProblem(messageOf(error)))}
              >
                Restore<span className="sr-only"> “{now.title}”</span>
              </button>
            )}
          </p>
        )}
        {problem && <Problem>{problem}</Problem>}
      </div>
    </li>
  );
}

/** The title, which opens the task where it can be changed. */
function Title({ task, closed, onOpen }: { task: Task; closed: boolean; onOpen?: () => void }) {
  const words = (
    <span data-words className={clsx('min-w-0 break-words', closed && 'text-muted line-through decoration-outline')}>
      {task.title}
    </span>
  );
  if (!onOpen) return words;
  return (
    <button type="button" onClick={onOpen} className="min-w-0 rounded-sm text-left decoration-outline underline-offset-4 hover:underline">
      {words}
    </button>
  );
}

function ChangeLine({ change }: { change: Change }) {
  const { now, zone } = useClock();
  const moved = sayChange(change, now, zone);
  const word = OPERATION_WORDS[change.operation];
  if (moved.length === 0) return word ? <p className="sr-only">{word}</p> : null;
  return (
    <p className="flex flex-wrap gap-x-3 text-meta text-muted">
      {moved.map(({ label, from, to }) => (
        <span key={label}>
          <span className={label === 'Due' ? 'sr-only' : undefined}>{label}: </span>
          <Was value={from} />
          <span className="font-medium text-text">{to}</span>
        </span>
      ))}
    </p>
  );
}
