import { addMonths, civilDay, civilParts, daysInMonth, formatDay, formatMinutes, parseDay, parseMinutes, startOfWeek, weekdayOf, type CivilDay } from './calendar';
import { nthWeekday } from './holiday-rules';
import { parseRule, type Rule } from './rule';
import type { Due } from './types';

/** Periods without any day after which a rule counts as one that never comes. */
const EMPTY_PERIODS = 4000;
/** Steps of a rule within the day that are tried until one fits: a day has 1,440 minutes. */
const STEPS_TRIED = 1500;

const unique = (days: CivilDay[]) => [...new Set(days)].sort((a, b) => a - b);

/** The days of a rule from `start` on, ascending; a month that lacks a day is served on its last. */
export function* daysOf(rule: Rule, start: CivilDay): Generator<CivilDay, void> {
  let empty = 0;
  let given = 0;
  for (let index = 0; empty < EMPTY_PERIODS; index += 1) {
    const days = setPositions(rule, daysInPeriod(rule, start, index)).filter((day) => day >= start);
    empty = days.length > 0 ? 0 : empty + 1;
    for (const day of days) {
      if ((rule.until !== null && day > rule.until) || (rule.count !== null && given >= rule.count)) return;
      given += 1;
      yield day;
    }
  }
}

function setPositions(rule: Rule, days: CivilDay[]): CivilDay[] {
  if (rule.bySetPos.length === 0) return days;
  return unique(rule.bySetPos.flatMap((position) => days.at(position > 0 ? position - 1 : position) ?? []));
}

function daysInPeriod(rule: Rule, start: CivilDay, index: number): CivilDay[] {
  const step = index * rule.interval;
  const inMonths = (day: CivilDay) => rule.byMonth.length === 0 || rule.byMonth.includes(civilParts(day).month);
  const onWeekdays = (day: CivilDay) => rule.byDay.length === 0 || rule.byDay.some(({ weekday }) => weekday === weekdayOf(day));
  if (rule.freq === 'YEARLY') return daysOfYear(rule, start, civilParts(start).year + step);
  if (rule.freq === 'MONTHLY') {
    const { year, month } = civilParts(addMonths(firstOfMonth(start), step));
    return daysOfMonth(rule, civilParts(start).day, year, month);
  }
  if (rule.freq === 'WEEKLY') {
    const week = startOfWeek(start, 1) + step * 7;
    const weekdays = rule.byDay.length > 0 ? rule.byDay.map(({ weekday }) => weekday) : [weekdayOf(start)];
    return unique(weekdays.map((weekday) => week + ((weekday + 6) % 7))).filter(inMonths);
  }
  const day = start + (rule.freq === 'DAILY' ? step : index);
  const { year, month, day: dayOfMonth } = civilParts(day);
  const length = daysInMonth(year, month);
  const matches = rule.byMonthDay.length === 0 || rule.byMonthDay.some((wanted) => (wanted > 0 ? Math.min(wanted, length) : length + wanted + 1) === dayOfMonth);
  return matches && inMonths(day) && onWeekdays(day) ? [day] : [];
}

function firstOfMonth(day: CivilDay): CivilDay {
  const { year, month } = civilParts(day);
  return civilDay(year, month, 1);
}

function daysOfMonth(rule: Rule, startDay: number, year: number, month: number): CivilDay[] {
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(month)) return [];
  const length = daysInMonth(year, month);
  const first = civilDay(year, month, 1);
  if (rule.byMonthDay.length > 0) {
    const both = rule.byDay.length > 0;
    const days = rule.byMonthDay.flatMap((wanted) => {
      if (wanted < 0) return length + wanted >= 0 ? [first + length + wanted] : [];
      return wanted <= length ? [first + wanted - 1] : both ? [] : [first + length - 1];
    });
    return unique(days).filter((day) => !both || rule.byDay.some(({ weekday }) => weekday === weekdayOf(day)));
  }
  if (rule.byDay.length === 0) return [first + Math.min(startDay, length) - 1];
  return unique(rule.byDay.flatMap(({ weekday, nth }) => (nth === null ? everyWeekday(first, first + length - 1, weekday) : nthWeekday(year, month, weekday, nth) ?? [])));
}

function everyWeekday(from: CivilDay, to: CivilDay, weekday: number): CivilDay[] {
  const days: CivilDay[] = [];
  for (let day = from + ((weekday - weekdayOf(from) + 7) % 7); day <= to; day += 7) days.push(day);
  return days;
}

function daysOfYear(rule: Rule, start: CivilDay, year: number): CivilDay[] {
  const first = civilDay(year, 1, 1);
  const last = civilDay(year, 12, 31);
  if (rule.byYearDay.length > 0) {
    return unique(rule.byYearDay.map((wanted) => (wanted > 0 ? first + wanted - 1 : last + wanted + 1))).filter((day) => day >= first && day <= last);
  }
  if (rule.byWeekNo.length > 0) {
    const firstWeek = startOfWeek(civilDay(year, 1, 4), 1);
    const weekdays = rule.byDay.length > 0 ? rule.byDay.map(({ weekday }) => weekday) : [weekdayOf(start)];
    return unique(rule.byWeekNo.flatMap((week) => weekdays.map((weekday) => firstWeek + (week - 1) * 7 + ((weekday + 6) % 7))));
  }
  const months = rule.byMonth.length > 0 ? rule.byMonth : rule.byMonthDay.length > 0 ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : [];
  if (months.length > 0) return unique(months.flatMap((month) => daysOfMonth(rule, civilParts(start).day, year, month)));
  if (rule.byDay.length === 0) return [addMonths(start, (year - civilParts(start).year) * 12)];
  return unique(rule.byDay.flatMap(({ weekday, nth }) => {
    const all = everyWeekday(first, last, weekday);
    return nth === null ? all : all.at(nth > 0 ? nth - 1 : nth) ?? [];
  }));
}

export type SeriesPosition = {
  /** The due date that was just met (YYYY-MM-DD); for a rule "from completion", the day of completion. */
  from: string;
  /** The first day of the series; for a rule "from completion", the day of completion. */
  start: string;
  /** Occurrences on or before this day are missed and skipped. */
  after?: string;
  /** The due time that was just met. */
  time?: string | null;
};

/**
 * The day and time after `from`: null at the end of the series (COUNT, UNTIL), for a text that is no rule, and for one
 * that never comes. Several hours a day (BYHOUR) and rules within the day (HOURLY, MINUTELY) move the time as well.
 */
export function nextDue(text: string, position: SeriesPosition): Due | null {
  const rule = parseRule(text);
  const from = parseDay(position.from);
  const start = parseDay(position.start) ?? from;
  if (!rule || from === null || start === null) return null;
  const after = Math.max(from, parseDay(position.after ?? '') ?? from);
  const minutes = parseMinutes(position.time ?? null);
  if (rule.freq === 'HOURLY' || rule.freq === 'MINUTELY' || rule.freq === 'SECONDLY') return nextWithinDay(rule, from, minutes ?? 0, parseDay(position.after ?? ''));
  const hours = rule.byHour.map((hour) => hour * 60 + (rule.byMinute[0] ?? 0)).sort((a, b) => a - b);
  const later = after === from && minutes !== null ? hours.find((hour) => hour > minutes) : undefined;
  if (later !== undefined) return { date: position.from, time: formatMinutes(later) };
  const time = hours[0] !== undefined ? formatMinutes(hours[0]) : position.time ?? null;
  for (const day of daysOf(rule, Math.min(start, from))) if (day > after) return { date: formatDay(day), time };
  return null;
}

/** The first day from `day` on that a rule within the day allows: "every 2 hours on Mondays" has no Tuesdays. */
function allowedDay(rule: Rule, day: CivilDay): CivilDay | null {
  return daysOf({ ...rule, freq: 'DAILY', interval: 1, count: null, until: null, bySetPos: [] }, day).next().value ?? null;
}

function allowsTime({ byHour, byMinute }: Rule, minutes: number): boolean {
  return (byHour.length === 0 || byHour.includes(Math.floor(minutes / 60))) && (byMinute.length === 0 || byMinute.includes(minutes % 60));
}

function nextWithinDay(rule: Rule, from: CivilDay, minutes: number, after: CivilDay | null): Due | null {
  const unit = rule.freq === 'HOURLY' ? 60 : rule.freq === 'MINUTELY' ? 1 : 1 / 60;
  const step = Math.max(1, Math.round(rule.interval * unit));
  let total = from * 1440 + minutes + step;
  let floor = after === null ? total : (after + 1) * 1440;
  let allowed: CivilDay | null = null;
  for (let tries = 0; tries < STEPS_TRIED; tries += 1) {
    if (total < floor) total += Math.ceil((floor - total) / step) * step;
    const day = Math.floor(total / 1440);
    if (rule.until !== null && day > rule.until) return null;
    if (allowed === null || day > allowed) allowed = allowedDay(rule, day);
    if (allowed === null) return null;
    const clock = total - day * 1440;
    if (day === allowed && allowsTime(rule, clock)) return { date: formatDay(day), time: formatMinutes(clock) };
    floor = allowed * 1440;
    total += step;
  }
  return null;
}

/** The first occurrence of a rule within the day (HOURLY, MINUTELY) that begins at `time`, on `date` or later; null where it has none. */
export function firstWithinDay(text: string, date: string, time: string): Due | null {
  const rule = parseRule(text);
  const from = parseDay(date);
  if (!rule || from === null || !allowsTime(rule, parseMinutes(time) ?? 0)) return null;
  const day = allowedDay(rule, from);
  return day === null ? null : { date: formatDay(day), time };
}

/** The date after `from` in a series, as `nextDue`; null when it ends. */
export function nextOccurrence(rule: string, position: SeriesPosition): string | null {
  return nextDue(rule, position)?.date ?? null;
}
