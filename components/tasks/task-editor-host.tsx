'use client';

import dynamic from 'next/dynamic';
import { createStore, useStore } from '@/components/data/store';
import type { Task } from '@/lib/tasks/schemas';

const TaskEditor = dynamic(() => import('./task-editor'), { ssr: false });

const opened = createStore<Task | null>(null);

/** Opens a task to be changed by hand, from any place that shows it. */
export const openTask = (task: Task) => opened.set(task);

/** The place of the editor; its code loads when it is first opened. */
export function TaskEditorHost() {
  const task = useStore(opened, (value) => value);
  return task && <TaskEditor key={task.id} task={task} onClose={() => opened.set(null)} />;
}
