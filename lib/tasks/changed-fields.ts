import type { TaskContext } from './context';
import { dueFields, NO_DUE, reminderFields, todayIn } from './due';
import { badRule, seriesFields, type Refusal } from './new-task';
import { checkRule, firstDue } from './recurrence';
import type { TaskChanges } from './schemas';
import type { TaskRow, TaskState } from './task-row';

const NO_SERIES = { recurrence: null, fromCompletion: false, recurrenceStart: null, exceptions: [] } satisfies Partial<TaskState>;

/**
 * The new due date: a time alone keeps the day (today without one), a day alone keeps the time and the zone it was said
 * in. Null clears, and with the day goes what depends on it.
 */
function dueChanges(row: TaskRow, changes: TaskChanges, { now, timeZone }: TaskContext): Partial<TaskState> {
  const { dueDate, dueTime } = changes;
  if (dueDate === undefined && dueTime === undefined) return {};
  if (dueDate === null) return NO_DUE;
  const date = dueDate ?? row.dueDate ?? (dueTime === null ? null : todayIn(now, timeZone));
  if (date === null) return {};
  const keepsTime = dueTime === undefined && row.dueTime !== null;
  return dueFields(date, keepsTime ? row.dueTime : (dueTime ?? null), keepsTime ? (row.timeZone ?? timeZone) : timeZone);
}

function seriesChanges(row: TaskRow, after: TaskRow, changes: TaskChanges, { now, timeZone }: TaskContext): Partial<TaskState> | Refusal {
  const { recurrence, fromCompletion } = changes;
  if (recurrence === null) return NO_SERIES;
  if (recurrence === undefined) {
    if (fromCompletion === undefined) return {};
    return after.recurrence === null ? { refused: 'Only a recurring task can be counted from its completion.' } : { fromCompletion };
  }
  const rule = checkRule(recurrence);
  if (rule === null) return badRule(recurrence);
  // Said again as it is, a rule keeps the day from which its intervals and its count run.
  const kept = rule === row.recurrence && after.dueDate === row.dueDate;
  if (kept) return fromCompletion === undefined ? {} : { fromCompletion };
  const first = after.dueDate === null ? firstDue(rule, changes.dueTime ?? null, now, timeZone) : null;
  const due = first ? dueFields(first.date, first.time, timeZone) : {};
  const date = after.dueDate ?? first?.date;
  if (!date) return badRule(recurrence);
  const series = seriesFields(rule, date, fromCompletion ?? row.fromCompletion);
  return 'refused' in series ? series : { ...due, ...series, seriesId: row.seriesId ?? row.id };
}

/** The fields of a task that a change sets, or why it cannot be. Tags and parent are the caller's to add. */
export function plannedChanges(row: TaskRow, changes: TaskChanges, context: TaskContext): Partial<TaskState> | Refusal {
  const fields: Partial<TaskState> = {};
  if (changes.title !== undefined) fields.title = changes.title;
  if (changes.description !== undefined) fields.description = changes.description || null;
  if (changes.priority !== undefined) fields.priority = changes.priority;
  if (changes.durationMinutes !== undefined) fields.durationMinutes = changes.durationMinutes;
  Object.assign(fields, dueChanges(row, changes, context));
  const series = seriesChanges(row, { ...row, ...fields }, changes, context);
  if ('refused' in series) return series;
  Object.assign(fields, series);
  if (changes.reminder !== undefined) {
    const after = { ...row, ...fields };
    if (changes.reminder !== null && 'minutesBefore' in changes.reminder && after.dueDate === null)
      return { refused: 'A reminder before the due time needs a due date.' };
    const zone = after.timeZone ?? context.timeZone;
    Object.assign(fields, reminderFields(changes.reminder, zone), changes.reminder === null ? {} : { timeZone: zone });
  }
  return fields;
}
