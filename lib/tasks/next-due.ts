import { type CivilDay, formatDay, parseDay } from '@/lib/language/calendar';
import { daysOf, nextDue as nextOf, type SeriesPosition } from '@/lib/language/occurrences';
import { parseRule, type Rule } from '@/lib/language/rule';
import { shiftDay } from './due';
import { DATE } from './schemas';

export type Day = { date: string; time: string | null };

/** Whether a rule counts in hours or minutes rather than days. */
export const isWithinDay = (rule: string) => /FREQ=(HOURLY|MINUTELY)/.test(rule);

/** Steps of a rule within the day that are tried until one fits: a day has 1,440 minutes. */
const TRIES = 1_500;

const toDay = (due: ReturnType<typeof nextOf>): Day | null => (due?.date && DATE.test(due.date) ? { date: due.date, time: due.time } : null);

/** The first day from `date` on that a rule within the day allows: "every 2 hours on Mondays" has no Tuesdays. */
function allowedDay(rule: Rule, date: string): CivilDay | null {
  const daily: Rule = { ...rule, freq: 'DAILY', interval: 1, count: null, until: null, bySetPos: [] };
  return daysOf(daily, parseDay(date) ?? 0).next().value ?? null;
}

function allowsTime({ byHour, byMinute }: Rule, time: string | null): boolean {
  const [hour = 0, minute = 0] = (time ?? '').split(':').map(Number);
  return (byHour.length === 0 || byHour.includes(hour)) && (byMinute.length === 0 || byMinute.includes(minute));
}

/**
 * The occurrence after a position in a series. Null at its end, and where the next day is none that a task can have: rare
 * rules come after the year 9999.
 */
export function nextDue(rule: string, position: SeriesPosition): Day | null {
  let due = toDay(nextOf(rule, position));
  const within = isWithinDay(rule) ? parseRule(rule) : null;
  let allowed = '';
  for (let tries = 0; due && within && tries < TRIES; tries++) {
    const { date, time } = due;
    if (date > allowed) {
      const day = allowedDay(within, date);
      if (day === null) return null;
      allowed = formatDay(day);
    }
    if (date === allowed && allowsTime(within, time)) return due;
    due = toDay(nextOf(rule, { ...position, from: date, time, after: date < allowed ? shiftDay(allowed, -1) : undefined }));
  }
  return within ? null : due;
}

/** The first occurrence of a rule within the day that begins at `time`, on `date` or later. */
export function firstWithinDay(rule: string, date: string, time: string): Day | null {
  const within = parseRule(rule);
  const day = within && allowsTime(within, time) ? allowedDay(within, date) : null;
  return day === null ? null : { date: formatDay(day), time };
}
