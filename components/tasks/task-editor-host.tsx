'use client';

import { createStore, useStore } from '@/components/data/store';
import { late, NotLoaded } from '@/components/ui/late';
import type { Task } from '@/lib/tasks/schemas';

const TaskEditor = late(() => import('./task-editor'), NotLoaded);

const opened = createStore<Task | null>(null);

/** Opens a task to be changed by hand, from any place that shows it. */
export const openTask = (task: Task) => opened.set(task);

/** The place of the editor; its code loads when it is first opened. */
export function TaskEditorHost() {
  const task = useStore(opened, (value) => value);
  return task && <TaskEditor key={task.id} task={task} onClose={() => opened.set(null)} />;
}
