import type { Reminder } from '@/lib/tasks/schemas';
import { sayDay } from './format';

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** A span of minutes in a few words: 45 min, 1 h 30 min, 2 days. */
export function sayMinutes(minutes: number): string {
  if (minutes > 0 && minutes % 10_080 === 0) return counted(minutes / 10_080, 'week');
  if (minutes > 0 && minutes % 1_440 === 0) return counted(minutes / 1_440, 'day');
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ');
}

/** When a task wants to be remembered: 10 min before, when due, Fri 09:00. */
export function sayReminder(reminder: Reminder, today: string): string {
  if ('date' in reminder) return `${sayDay(reminder.date, today)} ${reminder.time}`;
  return reminder.minutesBefore === 0 ? 'when due' : `${sayMinutes(reminder.minutesBefore)} before`;
}
