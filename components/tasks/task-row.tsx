'use client';

import clsx from 'clsx';
import { memo } from 'react';
import { messageOf } from '@/components/data/request';
import { useTask } from '@/components/data/workspace';
import { IconButton } from '@/components/ui/icon-button';
import { TrashIcon } from '@/components/ui/sprite';
import { Problem } from '@/components/ui/problem';
import type { Task } from '@/lib/tasks/schemas';
import { TaskChips } from './task-chips';
import { openTask } from './task-editor-host';
import { TaskTick } from './task-tick';
import { useTaskActions } from './use-task-actions';

/** A task in the panel: tick it, open it, delete it. */
export const TaskRow = memo(function TaskRow({ task, nested = false, hideDay, problem, onProblem }: {
  task: Task;
  /** Its parent stands above it. */
  nested?: boolean;
  hideDay?: boolean;
  problem?: string;
  /** Given words for a person: the row itself may have gone and come back meanwhile. */
  onProblem: (task: Task, words: string) => void;
}) {
  const { remove } = useTaskActions();
  const failed = (error: unknown) => onProblem(task, messageOf(error));
  const done = task.status === 'completed';
  const drop = () => void remove(task).catch(failed);
  return (
    <div
      role="listitem"
      data-row={task.id}
      className={clsx(
        'group/task relative flex gap-3 rounded-md px-2.5 py-2 transition-colors hover:bg-hover',
        nested && 'pl-8',
      )}
    >
      <span className="pt-0.5">
        <TaskTick task={task} leaves onError={failed} />
      </span>
      <div className="min-w-0 flex-1">
        <button
          type="button"
          onClick={() => openTask(task)}
          onKeyDown={(event) => {
            if (event.key !== 'Delete') return;
            event.preventDefault();
            drop();
          }}
          className="block w-full rounded-sm pr-8 text-left [@media(hover:none)]:pr-0"
        >
          <span data-words className={clsx('block text-ui break-words', done && 'text-muted line-through decoration-outline')}>{task.title}</span>
          {task.description && (
            <span data-words className="block truncate text-meta text-muted">
              {task.description}
            </span>
          )}
          {task.parentId && !nested && <Parent id={task.parentId} />}
          <TaskChips task={task} hideDay={hideDay} />
        </button>
        {problem && <Problem>{problem}</Problem>}
      </div>
      <IconButton
        icon={TrashIcon}
        label={`Delete “${task.title}”`}
        data-tip="Delete"
        size="sm"
        onClick={drop}
        className="reveal absolute top-1 right-1 group-focus-within/task:opacity-100 group-hover/task:opacity-100 [@media(hover:none)]:hidden"
      />
    </div>
  );
});

/** Of which task it is a part, where that one stands elsewhere. */
function Parent({ id }: { id: string }) {
  const parent = useTask(id);
  return parent ? <span className="block truncate text-meta text-muted">Part of “{parent.title}”</span> : null;
}
