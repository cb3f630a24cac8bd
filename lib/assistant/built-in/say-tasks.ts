import { describeDue, describeRecurrence, localParts, shortDue, type LanguageContext } from '@/lib/language';
import { joined } from '@/lib/tasks/words';
import { isRecord, type Outcome, type TaskView, toTasks } from './outcome';

/** Text of a person shown through Markdown: its signs stand for themselves, so that no title becomes a link or a picture. */
export const plainText = (text: string): string => text.replace(/([\\`*[\]<>~|])/g, '\\$1').replace(/(^|\s)([#_+-])(?=\S)/g, '$1\\$2');

/** `"Buy milk" (12)`, as every answer names a task. */
export const nameOf = (task: { title: string; number: number }): string => `"${plainText(task.title)}" (${task.number})`;

/** Names in one phrase; from the eleventh on they are counted. */
export function namesOf(tasks: TaskView[]): string {
  const names = tasks.slice(0, 10).map(nameOf);
  return joined(tasks.length > 10 ? [...names, `${tasks.length - 10} more`] : names);
}

/** A date in full looks the same to everybody. */
const NOBODY: LanguageContext = { now: new Date(0), timeZone: 'UTC' };

/** The due day in full, "Friday 27 November 2026 at 17:00"; empty without one. */
export const dueOf = (task: Pick<TaskView, 'dueDate' | 'dueTime'>): string =>
  task.dueDate ? describeDue({ date: task.dueDate, time: task.dueTime ?? null }, NOBODY) : '';

const isLate = (task: TaskView, ctx: LanguageContext): boolean => {
  if (!task.dueDate || task.status === 'completed' || task.deletedAt) return false;
  const { date, time } = localParts(ctx.now, ctx.timeZone);
  return task.dueDate < date || (task.dueDate === date && task.dueTime != null && task.dueTime < time);
};

/** "today 17:00", "Fri", "3 Dec": within a line, so without a capital of its own. */
const briefDue = (task: TaskView, ctx: LanguageContext): string =>
  shortDue({ date: task.dueDate ?? null, time: task.dueTime ?? null }, ctx).replace(/^(?:To|Yes)/, (start) => start.toLowerCase());

/** One line of a list: number, title, and what else matters about the task. */
export function lineOf(task: TaskView, ctx: LanguageContext): string {
  const facts = [
    task.deletedAt ? 'in the trash' : task.status === 'completed' ? 'completed' : '',
    task.dueDate ? `due ${briefDue(task, ctx)}${isLate(task, ctx) ? ' (overdue)' : ''}` : '',
    task.recurrence ? repeats(task.recurrence, task.fromCompletion) : '',
    task.priority && task.priority !== 'none' ? `${task.priority} priority` : '',
    ...task.tags.map((tag) => `#${plainText(tag)}`),
  ].filter(Boolean);
  return `- ${task.number}: ${plainText(task.title)}${facts.length ? ` – ${facts.join(', ')}` : ''}`;
}

export const listOf = (tasks: TaskView[], ctx: LanguageContext): string => tasks.map((task) => lineOf(task, ctx)).join('\n');

/** "repeats every Sunday", in the engine's own words. */
export const repeats = (rule: string, fromCompletion = false): string => `repeats ${describeRecurrence(rule, fromCompletion)}`;

/** Everything that a new or changed task has besides its title, in a phrase: "due …, repeats …, high priority, #home". */
export function details(task: TaskView): string {
  return [
    task.dueDate ? `due ${dueOf(task)}` : '',
    task.recurrence ? repeats(task.recurrence, task.fromCompletion) : '',
    task.priority && task.priority !== 'none' ? `${task.priority} priority` : '',
    task.durationMinutes ? duration(task.durationMinutes) : '',
    task.reminder ? reminderOf(task.reminder) : '',
    ...task.tags.map((tag) => `#${plainText(tag)}`),
  ].filter(Boolean).join(', ');
}

export function duration(minutes: number): string {
  if (minutes % 1_440 === 0) return count(minutes / 1_440, 'day');
  if (minutes % 60 === 0) return count(minutes / 60, 'hour');
  return minutes < 60 ? count(minutes, 'minute') : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const count = (amount: number, unit: string) => `${amount} ${unit}${amount === 1 ? '' : 's'}`;

export const reminderOf = (reminder: NonNullable<TaskView['reminder']>): string =>
  reminder.minutesBefore !== undefined
    ? reminder.minutesBefore === 0 ? 'reminder noted for when it is due' : `reminder noted for ${duration(reminder.minutesBefore)} before`
    : reminder.date ? `reminder noted for ${dueOf({ dueDate: reminder.date, dueTime: reminder.time })}` : '';

/** One task in full, with its note and its subtasks; empty where the tool named none. */
export function sayOne(done: Extract<Outcome, { kind: 'ok' }>, ctx: LanguageContext): string {
  const [task, ...more] = done.tasks;
  const others = [...more, ...(isRecord(done.data) ? toTasks(done.data.subtasks) : [])];
  if (!task) return '';
  const facts = details(task);
  const state = task.deletedAt ? ' It is in the trash.' : task.status === 'completed' ? ' It is completed.' : '';
  const note = task.description ? `\n\n${plainText(task.description)}` : '';
  const steps = others.length ? `\n\nSubtasks:\n\n${listOf(others, ctx)}` : '';
  return `${nameOf(task)}${facts ? `: ${facts}` : ', without a due date'}.${state}${note}${steps}`;
}
