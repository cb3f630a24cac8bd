import { civilDay, type CivilDay, daysInMonth, weekdayOf } from './calendar';

/** When a holiday is in a year; null when it is not held. */
export type Rule = (year: number) => CivilDay | null;

/** The same date every year. */
export const fixed = (month: number, day: number): Rule => (year) => civilDay(year, month, day);

/** The `nth` weekday of a month; −1 is the last. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): CivilDay | null {
  const length = daysInMonth(year, month);
  const first = civilDay(year, month, 1);
  if (nth < 0) {
    const last = first + length - 1;
    const day = last - ((weekdayOf(last) - weekday + 7) % 7) + (nth + 1) * 7;
    return day >= first ? day : null;
  }
  const day = first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
  return day < first + length ? day : null;
}

/** The nth weekday of a month, or some days after it. */
export const nth = (month: number, weekday: number, count: number, plus = 0): Rule => (year) => {
  const day = nthWeekday(year, month, weekday, count);
  return day === null ? null : day + plus;
};

/** Gregorian Easter Sunday, by the anonymous computus (Meeus, Astronomical Algorithms, ch. 8). */
export function easter(year: number): CivilDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return civilDay(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** Orthodox Easter Sunday in the Gregorian calendar (Meeus's Julian computus, 13 days on: 1900–2099). */
function orthodoxEaster(year: number): CivilDay {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const sum = d + e + 114;
  return civilDay(year, Math.floor(sum / 31), (sum % 31) + 1) + 13;
}

/** Days from Easter Sunday. */
export const fromEaster = (days: number): Rule => (year) => easter(year) + days;

/** Days from Orthodox Easter Sunday. */
export const fromOrthodox = (days: number): Rule => (year) => orthodoxEaster(year) + days;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A day of another calendar that falls in a Gregorian year, found with the runtime's own calendars. */
export const lunar = (calendar: string, month: string, day: number): Rule => {
  const known = new Map<number, CivilDay | null>();
  return (year) => {
    const found = known.get(year);
    if (found !== undefined) return found;
    const computed = findLunar(calendar, month, day, year);
    known.set(year, computed);
    return computed;
  };
};

function findLunar(calendar: string, month: string, day: number, year: number): CivilDay | null {
  let format = formats.get(calendar);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { calendar, timeZone: 'UTC', month: calendar === 'hebrew' ? 'long' : 'numeric', day: 'numeric' });
    formats.set(calendar, format);
  }
  const start = civilDay(year, 1, 1);
  for (let at = start; at < start + 366; at += 1) {
    const parts = format.formatToParts(new Date(at * 86_400_000));
    const foundMonth = parts.find((part) => part.type === 'month')?.value;
    if (foundMonth === month && Number(parts.find((part) => part.type === 'day')?.value) === day) return at;
  }
  return null;
}

/** Days from Diwali: the night of the new moon between 17 October and 15 November, the eve of a month of the Chinese calendar. */
export const diwali = (days: number): Rule => (year) => {
  const format = new Intl.DateTimeFormat('en-US', { calendar: 'chinese', timeZone: 'UTC', day: 'numeric' });
  for (let day = civilDay(year, 10, 17); day <= civilDay(year, 11, 15); day += 1) {
    if (format.formatToParts(new Date((day + 1) * 86_400_000)).find((part) => part.type === 'day')?.value === '1') return day + days;
  }
  return null;
};

/** The last day for federal income tax in the United States. */
export const taxDay: Rule = (year) => {
  const day = civilDay(year, 4, 15);
  // Emancipation Day (16 April, moved to a weekday) pushes the deadline on.
  return weekdayOf(day) === 5 ? day + 3 : weekdayOf(day) === 6 ? day + 3 : weekdayOf(day) === 0 ? day + 2 : day;
};
