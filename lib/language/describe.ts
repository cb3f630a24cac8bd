import { civilParts, formatDay, formatMinutes, parseDay, weekdayOf } from './calendar';
import { parseRule, type Rule, type RuleDay } from './rule';
import type { Due, LanguageContext } from './types';
import { localParts } from './zones';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTH_NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A due date said in full: "Friday 27 November 2026 at 15:00"; "at 15:00" without a day, "no date" without either. */
export function describeDue(due: Due, _ctx: LanguageContext): string {
  const day = due.date === null ? null : parseDay(due.date);
  if (day === null) return due.time === null ? 'no date' : `at ${due.time}`;
  const { year, month, day: dayOfMonth } = civilParts(day);
  const date = `${DAYS[weekdayOf(day)]} ${dayOfMonth} ${MONTH_NAMES[month - 1]} ${year}`;
  return due.time === null ? date : `${date} at ${due.time}`;
}

/** A due date in brief, seen from today: "Today 17:00", "Tomorrow", "Fri", "3 Dec", "3 Dec 2027"; empty without one. */
export function shortDue(due: Due, ctx: LanguageContext): string {
  const day = due.date === null ? null : parseDay(due.date);
  if (day === null) return due.time ?? '';
  const today = localParts(ctx.now, ctx.timeZone).day;
  const { year, month, day: dayOfMonth } = civilParts(day);
  const ahead = day - today;
  let name = `${dayOfMonth} ${MONTH_NAMES[month - 1]?.slice(0, 3)}`;
  if (ahead === 0) name = 'Today';
  else if (ahead === 1) name = 'Tomorrow';
  else if (ahead === -1) name = 'Yesterday';
  else if (ahead > 1 && ahead < 7) name = DAYS[weekdayOf(day)]?.slice(0, 3) ?? name;
  else if (year !== civilParts(today).year) name += ` ${year}`;
  return due.time === null ? name : `${name} ${due.time}`;
}

/** A rule in words: "every Monday", "every 2 weeks after completion", "on the 1st of every month". The rule itself if it is none. */
export function describeRecurrence(text: string, fromCompletion = false): string {
  const rule = parseRule(text);
  if (!rule) return text;
  const words = [withTimes(rule, basis(rule))];
  if (fromCompletion) words.push('after completion');
  if (rule.count !== null) words.push(rule.count === 1 ? 'once' : `${rule.count} times`);
  if (rule.until !== null) words.push(`until ${shortDate(rule.until)}`);
  return words.join(' ');
}

function shortDate(day: number): string {
  const { year, month, day: dayOfMonth } = civilParts(day);
  return `${dayOfMonth} ${MONTH_NAMES[month - 1]} ${year}`;
}

const ordinal = (value: number): string => {
  if (value < 0) return value === -1 ? 'last' : `${ordinal(-value)} to last`;
  const rest = value % 100;
  const suffix = rest > 10 && rest < 14 ? 'th' : ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
  return `${value}${suffix}`;
};

function list(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function withTimes(rule: Rule, words: string): string {
  if (rule.byHour.length === 0) return words;
  const [first = 0, last = 0] = [rule.byHour[0], rule.byHour.at(-1)];
  // "every 15 minutes between 9 and 11": its hours are no times of their own.
  if (rule.freq === 'MINUTELY' && rule.byMinute.length === 0 && last - first === rule.byHour.length - 1) {
    return `${words} from ${formatMinutes(first * 60)} to ${formatMinutes(last * 60 + Math.floor(59 / rule.interval) * rule.interval)}`;
  }
  const minute = String(rule.byMinute[0] ?? 0).padStart(2, '0');
  return `${words} at ${list(rule.byHour.map((hour) => `${String(hour).padStart(2, '0')}:${minute}`))}`;
}

function every(interval: number, unit: string): string {
  return interval === 1 ? `every ${unit}` : `every ${interval} ${unit}s`;
}

const names = (days: RuleDay[]) => [...days].sort((a, b) => (a.weekday + 6) % 7 - (b.weekday + 6) % 7).map(({ weekday }) => DAYS[weekday] ?? '');

function isSet(days: RuleDay[], wanted: number[]): boolean {
  return days.length === wanted.length && wanted.every((weekday) => days.some((day) => day.weekday === weekday && day.nth === null));
}

function months(rule: Rule): string {
  return list(rule.byMonth.map((month) => MONTH_NAMES[month - 1] ?? ''));
}

const onDays = ({ byDay }: Rule) => (byDay.length > 0 ? ` on ${isSet(byDay, [1, 2, 3, 4, 5]) ? 'weekdays' : list(names(byDay))}` : '');

function basis(rule: Rule): string {
  const inMonths = rule.byMonth.length > 0 ? ` in ${months(rule)}` : '';
  switch (rule.freq) {
    case 'SECONDLY': return every(rule.interval, 'second');
    case 'MINUTELY': return every(rule.interval, 'minute') + onDays(rule);
    case 'HOURLY': return every(rule.interval, 'hour') + onDays(rule);
    case 'DAILY': return every(rule.interval, 'day') + onDays(rule) + inMonths;
    case 'WEEKLY': return weekly(rule) + inMonths;
    case 'MONTHLY': return monthly(rule, rule.interval === 1 ? 'every month' : `every ${rule.interval} months`) + inMonths;
    case 'YEARLY': return yearly(rule);
  }
}

function weekly(rule: Rule): string {
  if (rule.byDay.length === 0) return every(rule.interval, 'week');
  const workdays = isSet(rule.byDay, [1, 2, 3, 4, 5]);
  const weekend = isSet(rule.byDay, [6, 0]);
  const days = workdays ? 'weekday' : weekend ? 'weekend' : list(names(rule.byDay));
  if (rule.interval === 1) return rule.byDay.length === 7 ? 'every day' : `every ${days}`;
  return `every ${rule.interval} weeks on ${workdays || weekend ? `${days}s` : days}`;
}

function dayWords(rule: Rule): string | null {
  if (rule.bySetPos.length > 0) {
    const days = isSet(rule.byDay, [1, 2, 3, 4, 5]) ? 'workday' : isSet(rule.byDay, [6, 0]) ? 'weekend day' : list(names(rule.byDay)).replace(' and ', ' or ');
    return `the ${list(rule.bySetPos.map(ordinal))} ${days}`;
  }
  if (rule.byDay.some(({ nth }) => nth !== null)) {
    return `the ${list(rule.byDay.map(({ weekday, nth }) => `${nth === null ? '' : `${ordinal(nth)} `}${DAYS[weekday]}`))}`;
  }
  if (rule.byMonthDay.length > 0) {
    const days = rule.byMonthDay.map((day) => (day === -1 ? 'last day' : day < 0 ? `${ordinal(day)} day` : ordinal(day)));
    return `the ${list(days)}`;
  }
  return rule.byDay.length > 0 ? `every ${list(names(rule.byDay))}` : null;
}

function monthly(rule: Rule, period: string): string {
  const days = dayWords(rule);
  if (days === null) return period;
  if (rule.byDay.length > 0 && rule.byMonthDay.length > 0) return `on ${days} of ${period}, if a ${list(names(rule.byDay))}`;
  return days.startsWith('every ') ? `${days} of ${period}` : `on ${days} of ${period}`;
}

function yearly(rule: Rule): string {
  const period = every(rule.interval, 'year');
  if (rule.byYearDay.length > 0) return `on the ${list(rule.byYearDay.map(ordinal))} day of ${period}`;
  if (rule.byWeekNo.length > 0) return `${rule.byDay.length > 0 ? `every ${list(names(rule.byDay))}` : 'once'} in week ${list(rule.byWeekNo.map(String))} of ${period}`;
  const only = rule.byMonth.length === 1 && rule.byDay.length === 0 ? rule.byMonthDay : [];
  if (only.length > 0 && only.every((day) => day > 0)) {
    const date = `${list(only.map(String))} ${months(rule)}`;
    return rule.interval === 1 ? `every year on ${date}` : `${period} on ${date}`;
  }
  const days = dayWords(rule);
  if (rule.byMonth.length === 0) return days === null ? period : `${period} on ${days}`;
  return days === null ? `${period} in ${months(rule)}` : `${period} on ${days} of ${months(rule)}`;
}

/** Today in the person's zone, YYYY-MM-DD. */
export function todayIn(ctx: LanguageContext): string {
  return formatDay(localParts(ctx.now, ctx.timeZone).day);
}
