import { localParts, type LanguageContext } from '@/lib/language';
import { formatDay, formatMinutes, parseDay, parseMinutes } from '@/lib/language/calendar';
import type { Changes, CommandOf } from '@/lib/language/commands';
import { fallsOn } from '@/lib/tasks/recurrence';
import type { TaskView } from './outcome';

const BEGINS = /\b(?:start|from|begin|today|tomorrow|tonight)/i;
const LATER = /^(?:(?:please|and|ok|then|can you|could you)\s+)*(?:push|postpone|delay|defer|put off|bump|snooze)\b/i;
const WEEKDAY_ONLY = /\b(?:to|till|until) (?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|sun|mon|tues?|wed|thu(?:rs)?|fri|sat)\b/i;

/** What was said about a day or a time, seen together with what the task has: `task` is undefined where that is not known. */
export function keepDue({ text, changes }: CommandOf<'change'>, task: TaskView | undefined, ctx: LanguageContext): Changes | undefined {
  if (!changes) return changes;
  if (changes.recurrence) return keepFirstDay(text, changes, task, ctx);
  if (!task) return changes;
  return { ...changes, ...laterDay(text, changes, task), ...sameHalf(text, changes, task) };
}

/** Whether a task is pushed to a weekday, so that the day depends on when it is due. */
export const isPushed = (text: string): boolean => LATER.test(text) && WEEKDAY_ONLY.test(text);

/** "make that every day": the first day was not said, so one that the task has already and that fits the rule stays. */
function keepFirstDay(text: string, changes: Changes, task: TaskView | undefined, ctx: LanguageContext): Changes {
  if (!changes.recurrence || !changes.dueDate || BEGINS.test(text)) return changes;
  const { dueDate: _, ...kept } = changes;
  // A rule that names no days fits any: the task keeps its own.
  if (!task) return /BY/.test(changes.recurrence) ? changes : kept;
  if (!task.dueDate || task.dueDate < localParts(ctx.now, ctx.timeZone).date || !fallsOn(changes.recurrence, task.dueDate)) return changes;
  return kept;
}

/** "push it to Monday" of a task that is due later than that means the Monday after: nothing is pushed back in time. */
export function laterDay(text: string, { dueDate }: { dueDate?: string | null }, task: TaskView): { dueDate?: string } {
  const [day, due] = [parseDay(dueDate ?? ''), parseDay(task.dueDate ?? '')];
  if (day === null || due === null || day > due || !isPushed(text)) return {};
  return { dueDate: formatDay(day + 7 * (Math.floor((due - day) / 7) + 1)) };
}

/** "make it 7" of a task at 18:30 means the evening: a bare hour keeps to the half of the day where it is nearer. */
function sameHalf(text: string, { dueTime, dueDate }: Changes, task: TaskView): Changes {
  const [said, was] = [parseMinutes(dueTime ?? null), parseMinutes(task.dueTime ?? null)];
  if (said === null || was === null || dueDate || said >= 720 || was < 720 || said < 60) return {};
  const bare = new RegExp(`\\b0?${Math.floor(said / 60)}(?:[:. ]?${String(said % 60).padStart(2, '0')})?(?! ?(?:[ap]\\.?m|o'clock in|in the morning))\\b`, 'i');
  if (!bare.test(text) || /morning|\ba\.?m\b|0\d:/i.test(text) || Math.abs(said + 720 - was) >= Math.abs(said - was)) return {};
  return { dueTime: formatMinutes(said + 720) };
}
