'use client';

import { TaskCheckbox } from '@/components/ui/checkbox';
import type { Task } from '@/lib/tasks/schemas';
import { useTaskActions } from './use-task-actions';

/** The check box of a task, in the panel and on cards. `onError` is given words for a person. @param leaves its row goes when it is ticked. */
export function TaskTick({ task, leaves = false, onError }: { task: Task; leaves?: boolean; onError: (error: unknown) => void }) {
  const { complete, finish, reopen } = useTaskActions();
  const done = task.status === 'completed';
  return (
    <TaskCheckbox
      checked={done}
      disabled={task.deletedAt !== null}
      urgent={task.priority === 'high' && !done}
      label={`${done ? 'Reopen' : 'Complete'} “${task.title}”`}
      onChange={(checked) => void (checked ? (leaves ? finish(task) : complete(task)) : reopen(task)).catch(onError)}
    />
  );
}
