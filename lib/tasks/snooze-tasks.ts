import { localParts } from '@/lib/language';
import type { Effect, TaskContext } from './context';
import { daysFrom, dueFields, shiftDay, shiftMoment, todayIn } from './due';
import { editRows } from './edit-rows';
import { nextWithout } from './recurrence';
import type { Targets } from './schemas';
import { failure } from './select-targets';
import type { TaskRow, TaskState } from './task-row';
import type { ToolFailure } from './tool-output';
import { named } from './words';

type Snooze = { dueDate?: string; dueTime?: string; byMinutes?: number; toNext?: true };

const DAY_MINUTES = 1_440;

/**
 * Puts tasks off: to a day (keeping the time), to a time, or by minutes. By whole days the clock time stays; by less, it
 * counts from the due time, or from now when that is past or there is none. Negative minutes bring them forward, always from
 * when they are due. `toNext` leaves out one occurrence of each: it is due when the one after would be. Failure `invalid` when
 * not exactly one of them says how far, or nothing is there to count from.
 */
export async function snoozeTasks(context: TaskContext, input: Targets & Snooze): Promise<Effect> {
  const { dueDate, dueTime, byMinutes, toNext } = input;
  const ways = [dueDate ?? dueTime, byMinutes, toNext].filter((way) => way !== undefined);
  if (ways.length === 0) return { output: failure('invalid', 'Say until when, or by how long.') };
  if (ways.length > 1) return { output: failure('invalid', 'Say either until when or by how long, not both.') };
  if (byMinutes === 0) return { output: failure('invalid', 'Say by how long.') };
  return editRows(
    context, input,
    async () => (row) => {
      if (toNext) return putOffToNext(row, context);
      return byMinutes === undefined ? putOffTo(row, dueDate, dueTime, context) : putOffBy(row, byMinutes, context);
    },
    'pending',
  );
}

function putOffToNext(row: TaskRow, { now, timeZone }: TaskContext): Partial<TaskState> | ToolFailure {
  if (row.recurrence === null || row.dueDate === null) return failure('invalid', `${named(row)} does not repeat, so there is nothing to skip.`);
  if (row.status === 'completed') return failure('invalid', `${named(row)} is completed, so there is nothing to skip.`);
  const next = nextWithout(row, now);
  if (next === null) return failure('invalid', `${named(row)} is the last of its series, so nothing comes after it. Complete or delete it instead.`);
  const zone = row.timeZone ?? timeZone;
  return {
    ...dueFields(next.date, next.time, zone), recurrence: next.rule, recurrenceStart: next.start,
    reminderAt: row.reminderAt === null ? null : shiftMoment(row.reminderAt, daysFrom(row.dueDate, next.date), zone),
  };
}

function putOffTo(row: TaskRow, date: string | undefined, time: string | undefined, { now, timeZone }: TaskContext): Partial<TaskState> {
  const today = todayIn(now, timeZone);
  // A time alone for a task of last week means today.
  const day = date ?? (row.dueDate !== null && row.dueDate > today ? row.dueDate : today);
  const keepsTime = time === undefined && row.dueTime !== null;
  return dueFields(day, time ?? row.dueTime, keepsTime ? (row.timeZone ?? timeZone) : timeZone);
}

function putOffBy(row: TaskRow, minutes: number, context: TaskContext): Partial<TaskState> | ToolFailure {
  if (minutes < 0) return bringForward(row, minutes, context);
  const { now, timeZone } = context;
  if (minutes % DAY_MINUTES === 0) {
    const zone = row.timeZone ?? timeZone;
    const today = todayIn(now, zone);
    const from = row.dueDate !== null && row.dueDate > today ? row.dueDate : today;
    return dueFields(shiftDay(from, minutes / DAY_MINUTES), row.dueTime, zone);
  }
  const due = row.dueTime !== null && row.dueAt !== null ? Date.parse(row.dueAt) : 0;
  const { date, time } = localParts(new Date(Math.max(due, now.getTime()) + minutes * 60_000), timeZone);
  return dueFields(date, time, timeZone);
}

function bringForward({ title, number, dueDate, dueTime, dueAt, timeZone }: TaskRow, minutes: number, context: TaskContext): Partial<TaskState> | ToolFailure {
  const zone = timeZone ?? context.timeZone;
  const byDays = minutes % DAY_MINUTES === 0;
  if (dueDate === null || dueAt === null || (!byDays && dueTime === null))
    return failure('invalid', `${named({ title, number })} has no ${dueDate === null ? 'date' : 'time'} yet, so it cannot be brought forward.`);
  if (byDays) return dueFields(shiftDay(dueDate, minutes / DAY_MINUTES), dueTime, zone);
  const { date, time } = localParts(new Date(Date.parse(dueAt) + minutes * 60_000), zone);
  return dueFields(date, time, zone);
}
