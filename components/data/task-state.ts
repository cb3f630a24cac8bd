import type { Task } from '@/lib/tasks/schemas';

/** A list of tasks that is loaded page by page. */
export type ListName = 'open' | 'done' | 'trash';
export type ListState = { cursor: string | null; state: 'unloaded' | 'loading' | 'ready' | 'failed' };

export type TaskState = {
  /** Every task that the page has met, as it is now; a changed one is a new object. */
  byId: ReadonlyMap<string, Task>;
  /** Tasks that exist no more, not even in the trash. */
  gone: ReadonlySet<string>;
  lists: Record<ListName, ListState>;
};

export const unloaded: ListState = { cursor: null, state: 'unloaded' };

export const noTasks: TaskState = {
  byId: new Map(),
  gone: new Set(),
  lists: { open: unloaded, done: unloaded, trash: unloaded },
};

/** Whether a task belongs to a list. */
export const isIn = (name: ListName, task: Task) =>
  task.deletedAt === null ? name === (task.status === 'completed' ? 'done' : 'open') : name === 'trash';
