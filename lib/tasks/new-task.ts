import { v7 } from 'uuid';
import type { TaskContext } from './context';
import { dueFields, reminderFields } from './due';
import { checkRule, everComes, firstDue } from './recurrence';
import type { NewTask } from './schemas';
import type { TaskRow, TaskState } from './task-row';

/** Why a task cannot be as it was asked for, in words. */
export type Refusal = { refused: string };

/** The sentence for a rule that the recurrence library or the calendar rejects. */
export const badRule = (rule: string): Refusal => ({ refused: `"${rule}" is not a recurrence that ever comes.` });

/** The fields of a task that a person did not say. */
const EMPTY: Omit<TaskState, 'title'> = {
  description: null, status: 'pending', completedAt: null, priority: 'none', dueDate: null, dueTime: null, dueAt: null,
  timeZone: null, recurrence: null, fromCompletion: false, recurrenceStart: null, exceptions: [], seriesId: null,
  durationMinutes: null, reminderMinutes: null, reminderAt: null, tags: [], parentId: null, sortOrder: 0, deletedAt: null,
};

/** A row that does not exist yet; new tasks stand at the end of the manual order. */
export function newRow(number: number, now: Date, state: Partial<TaskState> & { title: string }): TaskRow {
  const moment = now.toISOString();
  return { ...EMPTY, sortOrder: number, ...state, id: v7(), number, version: 1, createdAt: moment, updatedAt: moment };
}

/** The recurrence as it is stored for a series that begins on `date`. */
export function seriesFields(
  recurrence: string, date: string, fromCompletion: boolean,
): Pick<TaskState, 'recurrence' | 'fromCompletion' | 'recurrenceStart' | 'exceptions'> | Refusal {
  const rule = checkRule(recurrence);
  if (rule === null || !everComes(rule, date)) return badRule(recurrence);
  return { recurrence: rule, fromCompletion, recurrenceStart: date, exceptions: [] };
}

/**
 * When a new task is due and how it repeats: a time alone is today's, a recurrence alone begins with its first
 * occurrence from now on.
 */
export function plannedFields(task: NewTask, { now, timeZone }: TaskContext, today: string): Partial<TaskState> | Refusal {
  const time = task.dueTime ?? null;
  let due = task.dueDate ? { date: task.dueDate, time } : time === null ? null : { date: today, time };
  if (!task.recurrence) return due ? dueFields(due.date, due.time, timeZone) : {};
  const rule = checkRule(task.recurrence);
  if (!task.dueDate) due = rule === null ? null : firstDue(rule, time, now, timeZone);
  if (rule === null || due === null) return badRule(task.recurrence);
  const series = seriesFields(rule, due.date, task.fromCompletion ?? false);
  return 'refused' in series ? series : { ...dueFields(due.date, due.time, timeZone), ...series };
}

/** The stored reminder of a new task, with the zone it is meant in. An offset needs a date to come before. */
export function plannedReminder(task: NewTask, hasDue: boolean, timeZone: string): Partial<TaskState> | Refusal {
  const reminder = task.reminder ?? null;
  if (reminder === null) return {};
  if ('minutesBefore' in reminder && !hasDue) return { refused: 'A reminder before the due time needs a due date.' };
  return { ...reminderFields(reminder, timeZone), timeZone };
}
