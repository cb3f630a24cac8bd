'use client';

import { TaskCheckbox } from '@/components/ui/checkbox';
import type { Task } from '@/lib/tasks/schemas';
import { useTaskActions } from './use-task-actions';

/** The check box of a task, in the panel and on cards. `onError` is given words for a person. */
export function TaskTick({ task, onError }: { task: Task; onError: (error: unknown) => void }) {
  const { complete, reopen } = useTaskActions();
  const done = task.status === 'completed';
  return (
    <TaskCheckbox
      checked={done}
      disabled={task.deletedAt !== null}
      urgent={task.priority === 'high' && !done}
      label={`${done ? 'Reopen' : 'Complete'} “${task.title}”`}
      onChange={(checked) => void (checked ? complete(task) : reopen(task)).catch(onError)}
    />
  );
}
