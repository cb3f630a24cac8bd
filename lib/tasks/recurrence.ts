import * as library from 'rrule';
import { localParts } from '@/lib/language';
import { daysOf, firstWithinDay, nextDue as nextOf, type SeriesPosition } from '@/lib/language/occurrences';
import { formatDay, parseDay } from '@/lib/language/calendar';
import { formatRule, parseRule, type Rule } from '@/lib/language/rule';
import { dueInstant, shiftDay, todayIn } from './due';
import { DATE } from './schemas';
import type { TaskRow } from './task-row';

/** Node alone loads the package's CommonJS build, as a default export; bundlers load its modules. */
const isLibrary = (value: unknown): value is typeof library => typeof value === 'object' && value !== null && 'rrulestr' in value;
const commonJs: unknown = Reflect.get(library, 'default');
const { rrulestr } = isLibrary(commonJs) ? commonJs : library;

type Day = { date: string; time: string | null };
export type Next = Day & {
  /** The rule of the next task; its COUNT is lower where each occurrence is counted from the one before. */
  rule: string;
  /** The day from which the next one's INTERVAL and COUNT are counted. */
  start: string;
  /** How many occurrences between the two were missed. */
  skipped: number;
};

const isWithinDay = (rule: string) => /FREQ=(HOURLY|MINUTELY)/.test(rule);

/** Null for no day, and for one that no task can have: rare rules come after the year 9999. */
const toDay = (due: ReturnType<typeof nextOf>): Day | null => (due?.date && DATE.test(due.date) ? { date: due.date, time: due.time } : null);

const nextDue = (rule: string, position: SeriesPosition): Day | null => toDay(nextOf(rule, position));

/** Missed occurrences are counted so far; beyond it says nothing more to anybody. */
const SKIPS_COUNTED = 1_000;

const RANGES: Record<string, [least: number, most: number]> = {
  INTERVAL: [1, 1_000], COUNT: [1, 10_000], BYMONTH: [1, 12], BYMONTHDAY: [1, 31], BYYEARDAY: [1, 366], BYWEEKNO: [1, 53],
  BYHOUR: [0, 23], BYMINUTE: [0, 59], BYSETPOS: [1, 366],
};
const FROM_END = new Set(['BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO', 'BYSETPOS']);

function inRange(part: string): boolean {
  const [name = '', value = ''] = part.split('=');
  const range = RANGES[name];
  if (!range) return value !== '';
  return value.split(',').every((item) => {
    const number = FROM_END.has(name) ? Math.abs(Number(item)) : Number(item);
    return /^[+-]?\d+$/.test(item) && number >= range[0] && number <= range[1];
  });
}

/**
 * Checks a rule with the recurrence library and against what tasks can do (RFC 5545, nothing below a minute).
 * @returns the rule without its prefix, or null when it is none. Whether it ever comes is `firstDue`'s to say.
 */
export function checkRule(text: string): string | null {
  const rule = text.trim().toUpperCase().replace(/^RRULE:/, '').replace(/;$/, '');
  if (!/^[A-Z0-9=;,:+-]+$/.test(rule) || !rule.split(';').every(inRange)) return null;
  try {
    // A fixed start: the library then needs no clock of its own.
    rrulestr(`DTSTART:20260101T000000Z\nRRULE:${rule}`);
  } catch {
    return null;
  }
  const parsed = parseRule(rule);
  return parsed === null || parsed.freq === 'SECONDLY' || isBeyondMonths(parsed) ? null : rule;
}

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether none of the months that a rule names ever has one of its days, as with 30 February. */
const isBeyondMonths = ({ byMonth, byMonthDay }: Rule): boolean =>
  byMonth.length > 0 && byMonthDay.length > 0 &&
  byMonth.every((month) => byMonthDay.every((day) => Math.abs(day) > (LONGEST_MONTHS[month - 1] ?? 0)));

const isPast = ({ date, time }: Day, zone: string, now: Date) => Date.parse(dueInstant(date, time, zone)) < now.getTime();

/**
 * The first occurrence from now on: on a day that fits the rule, today included unless `time` is past there.
 * Null for a rule that never comes.
 */
export function firstDue(rule: string, time: string | null, now: Date, timeZone: string): Day | null {
  const today = todayIn(now, timeZone);
  if (isWithinDay(rule)) {
    const clock = localParts(now, timeZone).time;
    if (time === null) return nextDue(rule, { from: today, start: today, time: clock });
    return toDay(firstWithinDay(rule, time < clock ? shiftDay(today, 1) : today, time));
  }
  // A rule that names no day is counted from today, and so are its weeks; only hours are looked for from the day before.
  let day = /BYHOUR/.test(rule)
    ? nextDue(rule, { from: shiftDay(today, -1), start: today, time })
    : fallsOn(rule, today) ? { date: today, time } : nextDue(rule, { from: today, start: today, time });
  while (day && isPast(day, timeZone, now))
    day = nextDue(rule, { from: day.date, start: today, time: day.time });
  return day;
}

/** Whether the rule comes at all for a series that begins on `date`. */
export const everComes = (rule: string, date: string): boolean => nextDue(rule, { from: shiftDay(date, -1), start: date }) !== null;

/** Whether a series that begins on `date` comes on that day already; a rule within the day comes on any. */
export function fallsOn(rule: string, date: string): boolean {
  const [parsed, day] = [parseRule(rule), parseDay(date)];
  if (parsed === null || day === null) return false;
  return isWithinDay(rule) || daysOf(parsed, day).next().value === day;
}

/** One occurrence fewer to come, for rules that are counted from each occurrence anew. */
function countDown(rule: string): string | null {
  const parsed = parseRule(rule);
  if (parsed === null || parsed.count === null) return rule;
  return parsed.count <= 1 ? null : formatRule({ ...parsed, count: parsed.count - 1 });
}

/**
 * The occurrence after a task that is completed at `now`: counted from its due date, the missed ones skipped, or from the
 * day of completion. All in the zone in which the task was said. Null at the end of the series.
 */
export function nextInSeries(row: TaskRow, now: Date): Next | null {
  const { recurrence: rule, dueDate, dueTime, fromCompletion } = row;
  if (rule === null || dueDate === null) return null;
  const zone = row.timeZone ?? 'UTC';
  const today = todayIn(now, zone);
  const counted = fromCompletion || isWithinDay(rule) ? countDown(rule) : rule;
  if (counted === null) return null;
  if (fromCompletion) {
    const time = isWithinDay(rule) ? localParts(now, zone).time : dueTime;
    const day = nextDue(rule, { from: today, start: today, time });
    return day && { ...day, rule: counted, start: day.date, skipped: 0 };
  }
  const start = row.recurrenceStart ?? dueDate;
  const yesterday = shiftDay(today, -1);
  let day = nextDue(rule, { from: dueDate, start, time: dueTime, ...(yesterday > dueDate && { after: yesterday }) });
  while (day && (row.exceptions.includes(day.date) || isPast(day, zone, now)))
    day = nextDue(rule, { from: day.date, start, time: day.time });
  if (!day) return null;
  return { ...day, rule: counted, start, skipped: missedBetween(row, rule, start, { date: dueDate, time: dueTime }, day) };
}

/**
 * The occurrence after a task when its own is left out: counted from its due date also where the next one would be counted
 * from completion. What is left out counts as one of a rule that ends after so many. Null at the end of the series.
 */
export function nextWithout(row: TaskRow, now: Date): Next | null {
  if (!row.fromCompletion) return nextInSeries(row, now);
  const next = nextInSeries({ ...row, fromCompletion: false, recurrenceStart: row.dueDate }, now);
  const rule = next && (isWithinDay(next.rule) ? next.rule : countDown(next.rule));
  return rule ? { ...next, rule, start: next.date } : null;
}

function missedBetween(row: TaskRow, rule: string, start: string, from: Day, next: Day): number {
  const parsed = parseRule(rule);
  if (!parsed || from.date === next.date) return 0;
  let missed = 0;
  if (isWithinDay(rule) || parsed.byHour.length > 1) {
    for (let day = nextDue(rule, { from: from.date, start, time: from.time }); day && missed < SKIPS_COUNTED; missed += 1) {
      if (day.date > next.date || (day.date === next.date && (day.time ?? '') >= (next.time ?? ''))) break;
      day = nextDue(rule, { from: day.date, start, time: day.time });
    }
    return missed;
  }
  const [first, last] = [parseDay(from.date) ?? 0, parseDay(next.date) ?? 0];
  for (const day of daysOf(parsed, Math.min(parseDay(start) ?? first, first))) {
    if (day >= last || missed >= SKIPS_COUNTED) break;
    if (day > first && !row.exceptions.includes(formatDay(day))) missed += 1;
  }
  return missed;
}
