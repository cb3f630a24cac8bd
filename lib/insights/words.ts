import { localParts, parseDay, weekdayOf } from '@/lib/language/calendar';
import { type Clock, daysFrom } from '@/lib/tasks/due';
import { counted, dayInWords } from '@/lib/tasks/words';
import { localDue, type RankedTask, type UrgencyGroup } from './urgency';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** `45 minutes`, `1 hour`, `1 hour 30 minutes`, `2 days 4 hours`; the smaller unit only where it says something. */
export function durationInWords(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  if (whole < 60) return counted(whole, 'minute');
  const [size, big, rest, small] =
    whole < 1440
      ? [Math.floor(whole / 60), 'hour', whole % 60, 'minute']
      : [Math.floor(whole / 1440), 'day', Math.floor((whole % 1440) / 60), 'hour'];
  return rest > 0 ? `${counted(size, big)} ${counted(rest, small)}` : counted(size, big);
}

/** Why a task stands where it does, as a phrase: `overdue by 2 days (due Friday 20 November 2026), high priority`. */
export function reasonInWords(task: RankedTask, group: UrgencyGroup, clock: Clock): string {
  const parts = [whenInWords(task, group, clock)];
  if (task.priority === 'high' || task.priority === 'low') parts.push(`${task.priority} priority`);
  return parts.filter((part) => part !== '').join(', ');
}

function whenInWords(task: RankedTask, group: UrgencyGroup, { now, timeZone }: Clock): string {
  const due = localDue(task, timeZone);
  const today = localParts(now, timeZone).date;
  if (due === null || task.dueAt === null) return `no due date, waiting since ${dayInWords(localParts(new Date(task.createdAt), timeZone).date, null)}`;
  const at = due.time === null ? '' : ` at ${due.time}`;
  const minutes = (Date.parse(task.dueAt) - now.getTime()) / 60_000;
  const days = daysFrom(today, due.date);
  if (group === 'overdue') {
    if (days === 0) return due.time ? `overdue by ${durationInWords(-minutes)} (due today${at})` : 'overdue (due today)';
    return `overdue by ${counted(Math.max(1, -days), 'day')} (due ${dayInWords(due.date, due.time)})`;
  }
  if (days <= 0) return due.time ? `due today${at}, in ${durationInWords(Math.ceil(minutes))}` : 'due today';
  if (days === 1) return `due tomorrow${at}`;
  if (days < 7) return `due in ${days} days, on ${WEEKDAYS[weekdayOf(parseDay(due.date) ?? 0)]}${at}`;
  return `due ${dayInWords(due.date, due.time)}`;
}
