import type { TaskState } from './task-row';

type Named = { title: string; number: number };

/** How many tasks a sentence names before it counts the rest. */
const NAMED_AT_MOST = 10;

/** `"Buy milk" (12)`, as every answer names a task. */
export const named = ({ title, number }: Named): string => `"${title}" (${number})`;

/** `a, b and c`. */
export const joined = (items: string[], last = 'and'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;

/** `1 task`, `2 tasks`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** A length of time: `2 days`, `1 hour`, `90 minutes`. */
export function lengthInWords(minutes: number): string {
  if (minutes % 1_440 === 0) return counted(minutes / 1_440, 'day');
  return minutes % 60 === 0 ? counted(minutes / 60, 'hour') : counted(minutes, 'minute');
}

/** The tasks by name; beyond `atMost` they are counted. */
export function listed(tasks: Named[], atMost = NAMED_AT_MOST): string {
  const names = tasks.slice(0, atMost).map(named);
  const rest = tasks.length - names.length;
  return joined(rest > 0 ? [...names, `${rest} more`] : names);
}

/** `"Buy milk" (12)` for one, `3 tasks: "A" (1), "B" (2) and "C" (3)` for several. */
export const subject = (tasks: Named[]): string =>
  tasks.length === 1 ? listed(tasks) : `${counted(tasks.length, 'task')}: ${listed(tasks)}`;

/** A sentence with its full stop. */
export const sentence = (...parts: string[]): string => `${parts.filter((part) => part !== '').join(' ')}.`;

/** Sentences one after the other, empty ones left out. */
export const together = (...sentences: string[]): string => sentences.filter((part) => part !== '').join(' ');

const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `Monday 30 November 2026 at 10:00`: a date said back in full, as the person's own calendar has it. */
export function dayInWords(date: string, time: string | null): string {
  const day = DAY.format(new Date(`${date}T00:00:00Z`)).replace(',', '');
  return time === null ? day : `${day} at ${time}`;
}

/** When a task is due, in full; `no date` without one. */
export const dueInWords = ({ dueDate, dueTime }: Pick<TaskState, 'dueDate' | 'dueTime'>): string =>
  dueDate === null ? 'no date' : dayInWords(dueDate, dueTime);
