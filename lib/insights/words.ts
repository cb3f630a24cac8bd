import { localParts, parseDay, weekdayOf } from '@/lib/language/calendar';
import { daysApart } from './days';
import { localDue, type Clock, type RankedTask, type UrgencyGroup } from './urgency';

const DATE = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** `Monday, November 23, 2026`. */
export const dateInWords = (date: string): string => DATE.format(new Date(`${date}T00:00:00Z`));

/** `5:00 PM` of `17:00`. */
export function timeInWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `1 task`, `2 tasks`. */
export const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

/** `45 minutes`, `1 hour`, `1 hour 30 minutes`, `2 days 4 hours`; the smaller unit only where it says something. */
export function durationInWords(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  if (whole < 60) return count(whole, 'minute');
  const [size, big, rest, small] =
    whole < 1440
      ? [Math.floor(whole / 60), 'hour', whole % 60, 'minute']
      : [Math.floor(whole / 1440), 'day', Math.floor((whole % 1440) / 60), 'hour'];
  return rest > 0 ? `${count(size, big)} ${count(rest, small)}` : count(size, big);
}

/** `a, b and c`. */
export function listInWords(items: string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** `Buy milk (12)`, as every answer names a task. */
export const named = (task: Pick<RankedTask, 'title' | 'number'>): string => `"${task.title}" (${task.number})`;

/** Why a task stands where it does, as a phrase: `overdue by 2 days (Friday, November 20, 2026), high priority`. */
export function reasonInWords(task: RankedTask, group: UrgencyGroup, clock: Clock): string {
  const parts = [whenInWords(task, group, clock)];
  if (task.priority === 'high' || task.priority === 'low') parts.push(`${task.priority} priority`);
  return parts.filter((part) => part !== '').join(', ');
}

function whenInWords(task: RankedTask, group: UrgencyGroup, { now, timeZone }: Clock): string {
  const due = localDue(task, timeZone);
  const today = localParts(now, timeZone).date;
  if (due === null || task.dueAt === null) return `no due date, waiting since ${dateInWords(localParts(new Date(task.createdAt), timeZone).date)}`;
  const at = due.time === null ? '' : ` at ${timeInWords(due.time)}`;
  const minutes = (Date.parse(task.dueAt) - now.getTime()) / 60_000;
  const days = daysApart(today, due.date);
  if (group === 'overdue') {
    if (days === 0) return due.time ? `overdue by ${durationInWords(-minutes)} (due today${at})` : 'overdue (due today)';
    return `overdue by ${count(Math.max(1, -days), 'day')} (due ${dateInWords(due.date)}${at})`;
  }
  if (days <= 0) return due.time ? `due today${at}, in ${durationInWords(Math.ceil(minutes))}` : 'due today';
  if (days === 1) return `due tomorrow${at}`;
  if (days < 7) return `due in ${days} days, on ${WEEKDAYS[weekdayOf(parseDay(due.date) ?? 0)]}${at}`;
  return `due ${dateInWords(due.date)}${at}`;
}
