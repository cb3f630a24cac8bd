import { formatDay, parseDay, startOfWeek, toInstant, type CivilDay } from '@/lib/language/calendar';
import { shiftDay } from '@/lib/tasks/due';

/** The days from `from` to `to`, both included, `YYYY-MM-DD`. Empty when `to` is earlier. */
export function daysBetween(from: string, to: string): string[] {
  const first = dayNumber(from);
  const length = dayNumber(to) - first + 1;
  return Array.from({ length: Math.max(0, length) }, (_, index) => formatDay(first + index));
}

/** Monday of the ISO week that holds `date`. */
export const mondayOf = (date: string): string => formatDay(startOfWeek(dayNumber(date), 1));

/** ISO 8601 week, `2026-W47`: the week belongs to the year of its Thursday. */
export function isoWeek(date: string): string {
  const thursday = startOfWeek(dayNumber(date), 1) + 3;
  const year = formatDay(thursday).slice(0, 4);
  const week = Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/**
 * The instants at which each of `days` begins in `zone`, and the one at which the last ends, as a PostgreSQL array
 * literal for `width_bucket`. The boundaries come from here and not from the database's own zone tables, so that a day
 * is the same day in SQL, in the tools and on the page, on the days that clocks change too.
 */
export function dayBounds(days: string[], zone: string): string {
  const last = days.at(-1);
  const starts = last === undefined ? [] : [...days, shiftDay(last, 1)];
  return `{${starts.map((day) => toInstant(day, null, zone).toISOString()).join(',')}}`;
}

/** The instants at which `from` begins and `to` ends (exclusive) in `zone`. */
export function rangeBounds(from: string, to: string, zone: string): { start: Date; end: Date } {
  return { start: toInstant(from, null, zone), end: toInstant(shiftDay(to, 1), null, zone) };
}

function dayNumber(date: string): CivilDay {
  const day = parseDay(date);
  if (day === null) throw new RangeError(`No such date: ${date}`);
  return day;
}
