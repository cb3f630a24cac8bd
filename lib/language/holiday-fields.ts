import { type CivilDay, civilParts, weekdayOf } from './calendar';
import { readHoliday } from './holidays';
import type { Reader } from './reader';
import type { Rule } from './rule';

/** A holiday with the fields of the rule that finds it each year; null for one that no rule finds, like Easter. */
export function readHolidayOfEveryYear(reader: Reader, at: number): { fields: Partial<Rule>; next: number } | null {
  const holiday = readHoliday(reader, at);
  const [first, second, third] = holiday ? [2025, 2026, 2027].map((year) => holiday.rule(year)) : [];
  if (!holiday || first == null || second == null || third == null) return null;
  const { month, day } = civilParts(first);
  const place = (date: CivilDay) => `${civilParts(date).month} ${weekdayOf(date)} ${Math.ceil(civilParts(date).day / 7)}`;
  if ([second, third].every((other) => place(other) === place(first))) {
    return { fields: { byMonth: [month], byDay: [{ weekday: weekdayOf(first), nth: Math.ceil(day / 7) }] }, next: holiday.next };
  }
  const isLast = (date: CivilDay) => civilParts(date + 7).month !== civilParts(date).month && weekdayOf(date) === weekdayOf(first) && civilParts(date).month === month;
  if ([first, second, third].every(isLast)) return { fields: { byMonth: [month], byDay: [{ weekday: weekdayOf(first), nth: -1 }] }, next: holiday.next };
  const isFixed = [second, third].every((other) => civilParts(other).month === month && civilParts(other).day === day);
  return isFixed ? { fields: { byMonth: [month], byMonthDay: [day] }, next: holiday.next } : null;
}
