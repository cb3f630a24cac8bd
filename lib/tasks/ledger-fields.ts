import type { Transition } from './context';
import type { Task } from './schemas';
import { toTask, type TaskRow, type TaskState } from './task-row';
import type { Change } from './tool-output';

const STATE_FIELDS = [
  'title', 'description', 'status', 'completedAt', 'priority', 'dueDate', 'dueTime', 'dueAt', 'timeZone', 'recurrence',
  'fromCompletion', 'recurrenceStart', 'exceptions', 'seriesId', 'durationMinutes', 'reminderMinutes', 'reminderAt', 'tags',
  'parentId', 'sortOrder', 'deletedAt',
] as const satisfies (keyof TaskState)[];

const SHOWN_FIELDS = [
  'title', 'description', 'status', 'priority', 'dueDate', 'dueTime', 'dueAt', 'timeZone', 'recurrence', 'fromCompletion',
  'durationMinutes', 'reminder', 'tags', 'parentId', 'seriesId', 'completedAt', 'deletedAt',
] as const satisfies (keyof Task)[];

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Partial<T> {
  const picked: Partial<T> = {};
  for (const key of keys) picked[key] = from[key];
  return picked;
}

/** All fields of a row that the ledger can restore. */
export const stateOf = (row: TaskRow): Partial<TaskState> => pick<TaskState, (typeof STATE_FIELDS)[number]>(row, STATE_FIELDS);

/** Names of the fields in which two states differ. */
export const changedFields = (before: TaskState, after: TaskState): (keyof TaskState)[] =>
  STATE_FIELDS.filter((field) => !same(before[field], after[field]));

/** What the ledger keeps of a transition: the changed fields before and after, null where there was or is no task. */
export function ledgerFields({ before, after }: Transition): { before: Partial<TaskState> | null; after: Partial<TaskState> | null } {
  // A purge leaves nothing behind, here neither.
  if (after === null) return { before: null, after: null };
  if (before === null) return { before: null, after: stateOf(after) };
  const fields = changedFields(before, after);
  return { before: pick<TaskState, keyof TaskState>(before, fields), after: pick<TaskState, keyof TaskState>(after, fields) };
}

/** A transition as it is shown: the changed fields under a task's own names. */
export function toChange({ operation, before, after }: Transition): Change {
  const row = after ?? before;
  if (row === null) throw new Error('A change concerns a task.');
  const change = { taskId: row.id, number: row.number, title: row.title, operation };
  if (after === null) return { ...change, before: null, after: null };
  const now = toTask(after);
  if (before === null) return { ...change, before: null, after: now };
  const was = toTask(before);
  const fields = SHOWN_FIELDS.filter((field) => !same(was[field], now[field]));
  return { ...change, before: pick<Task, keyof Task>(was, fields), after: pick<Task, keyof Task>(now, fields) };
}

/** The row after a change: one version later, moved at `now`. Null when nothing would differ. */
export function changeRow(row: TaskRow, changes: Partial<TaskState>, now: Date): TaskRow | null {
  const after = { ...row, ...changes };
  if (changedFields(row, after).length === 0) return null;
  return { ...after, version: row.version + 1, updatedAt: now.toISOString() };
}
