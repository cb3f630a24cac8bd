/** Civil days are counted as whole days since 1970-01-01, so that arithmetic on them never meets a time zone. */
export type CivilDay = number;

const DAY_MS = 86_400_000;

/** The civil day of a proleptic Gregorian date; month 1–12. Days outside the month roll over as in `Date.UTC`. */
export function civilDay(year: number, month: number, day: number): CivilDay {
  return Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** Year, month (1–12) and day of month of a civil day. */
export function civilParts(day: CivilDay): { year: number; month: number; day: number } {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: CivilDay): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The same day of month `months` later; the end of a shorter month stands in for a day that it lacks. */
export function addMonths(day: CivilDay, months: number): CivilDay {
  const { year, month, day: dayOfMonth } = civilParts(day);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (index % 12 + 12) % 12 + 1;
  return civilDay(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth)));
}

/** `YYYY-MM-DD`. */
export function formatDay(day: CivilDay): string {
  const { year, month, day: dayOfMonth } = civilParts(day);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(dayOfMonth)}`;
}

/** The civil day of `YYYY-MM-DD`, or null when there is no such day. */
export function parseDay(text: string): CivilDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return civilDay(year, month, day);
}

/** `HH:MM` of minutes since midnight. */
export function formatMinutes(minutes: number): string {
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** Minutes since midnight of `HH:MM`, or null. */
export function parseMinutes(time: string | null): number | null {
  const match = time === null ? null : /^(\d{2}):(\d{2})$/.exec(time);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** The first day of the week that holds `day`. */
export function startOfWeek(day: CivilDay, weekStart: 0 | 1): CivilDay {
  return day - ((weekdayOf(day) - weekStart + 7) % 7);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

export { isTimeZone, localParts, toInstant, type LocalParts } from './zones';
