import { localParts, toInstant } from '@/lib/language';
import { formatDay, parseDay } from '@/lib/language/calendar';
import type { Reminder } from './schemas';
import type { TaskState } from './task-row';

/** Whose clock: the instant, and the zone whose calendar counts. */
export type Clock = { now: Date; timeZone: string };

/** Within how many days a task is due "soon" and "this week", in the order of urgency. */
export const SOON_DAYS = 3;
export const WEEK_DAYS = 7;

/** `date` moved by whole calendar days. */
export function shiftDay(date: string, days: number): string {
  const day = parseDay(date);
  if (day === null) throw new RangeError(`No such date: ${date}`);
  return formatDay(day + days);
}

/** Whole calendar days from `from` to `to`. */
export const daysFrom = (from: string, to: string): number => (parseDay(to) ?? 0) - (parseDay(from) ?? 0);

/** The person's calendar day at `now`. */
export const todayIn = (now: Date, timeZone: string): string => localParts(now, timeZone).date;

/** The instant of a due date: with a time that instant, a day alone its last millisecond, both on a clock in `timeZone`. */
export function dueInstant(date: string, time: string | null, timeZone: string): string {
  if (time !== null) return toInstant(date, time, timeZone).toISOString();
  return new Date(toInstant(shiftDay(date, 1), null, timeZone).getTime() - 1).toISOString();
}

type DueFields = Pick<TaskState, 'dueDate' | 'dueTime' | 'dueAt' | 'timeZone'>;

/** The fields of a due date that was said in `timeZone`. */
export const dueFields = (date: string, time: string | null, timeZone: string): DueFields => ({
  dueDate: date, dueTime: time, dueAt: dueInstant(date, time, timeZone), timeZone,
});

/** A task without a date has no time, no repetition, and nothing that a reminder could come before. */
export const NO_DUE = {
  dueDate: null, dueTime: null, dueAt: null, recurrence: null, fromCompletion: false, recurrenceStart: null, exceptions: [],
  reminderMinutes: null,
} satisfies Partial<TaskState>;

/** The stored form of a reminder; a moment is meant on a clock in `timeZone`. */
export function reminderFields(reminder: Reminder | null, timeZone: string): Pick<TaskState, 'reminderMinutes' | 'reminderAt'> {
  if (reminder === null) return { reminderMinutes: null, reminderAt: null };
  if ('minutesBefore' in reminder) return { reminderMinutes: reminder.minutesBefore, reminderAt: null };
  return { reminderMinutes: null, reminderAt: toInstant(reminder.date, reminder.time, timeZone).toISOString() };
}

/** The same clock time so many days later, also where the clocks change in between. */
export function shiftMoment(instant: string, days: number, timeZone: string): string {
  const { date, time } = localParts(new Date(instant), timeZone);
  return toInstant(shiftDay(date, days), time, timeZone).toISOString();
}
