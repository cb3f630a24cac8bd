import { sayDay, wallClock } from '@/components/time/format';
import { sayMinutes, sayReminder } from '@/components/time/minutes';
import { sayRecurrence } from '@/components/time/recurrence-label';
import type { Task } from '@/lib/tasks/schemas';
import type { Change } from '@/lib/tasks/tool-output';

type Moved = { label: string; from: string | null; to: string };

const has = (change: Change, field: keyof Task) =>
  (change.before !== null && field in change.before) || (change.after !== null && field in change.after);

/**
 * What a change did to a task, for its card: "Due: Friday → Monday", "Tags: +family". Nothing for a creation, whose card
 * says it all, or for a field that only follows from another.
 */
export function sayChange(change: Change, now: number, zone: string): Moved[] {
  const { operation, before, after } = change;
  if (operation !== 'update' || !before || !after) return [];
  const today = wallClock(now, zone).date;
  const due = (side: Partial<Task>, other: Partial<Task>) => {
    const date = side.dueDate !== undefined ? side.dueDate : other.dueDate;
    const day = date ? sayDay(date, today) : null;
    return [day, side.dueTime].filter(Boolean).join(' ') || null;
  };
  const moved: Moved[] = [];
  if (has(change, 'title') && after.title) moved.push({ label: 'Title', from: before.title ?? null, to: after.title });
  if (has(change, 'dueDate') || has(change, 'dueTime')) {
    const from = due(before, {});
    moved.push({ label: 'Due', from: from ?? 'no date', to: due(after, {}) ?? (has(change, 'dueDate') ? 'no date' : 'no time') });
  }
  if (has(change, 'priority')) moved.push({ label: 'Priority', from: before.priority ?? 'none', to: after.priority ?? 'none' });
  if (has(change, 'recurrence')) {
    const say = (rule: string | null | undefined) => (rule ? sayRecurrence(rule) : 'once');
    moved.push({ label: 'Repeats', from: say(before.recurrence), to: say(after.recurrence) });
  }
  if (has(change, 'tags')) {
    const was = before.tags ?? [];
    const is = after.tags ?? [];
    const words = [...is.filter((tag) => !was.includes(tag)).map((tag) => `+ #${tag}`), ...was.filter((tag) => !is.includes(tag)).map((tag) => `− #${tag}`)];
    if (words.length > 0) moved.push({ label: 'Tags', from: null, to: words.join('  ') });
  }
  if (has(change, 'description')) moved.push({ label: 'Description', from: null, to: after.description ? 'changed' : 'removed' });
  if (has(change, 'durationMinutes')) {
    const say = (minutes: number | null | undefined) => (minutes ? sayMinutes(minutes) : null);
    moved.push({ label: 'Takes', from: say(before.durationMinutes), to: say(after.durationMinutes) ?? 'no time said' });
  }
  if (has(change, 'reminder')) {
    const say = (reminder: Task['reminder'] | undefined) => (reminder ? sayReminder(reminder, today) : null);
    moved.push({ label: 'Reminder', from: say(before.reminder), to: say(after.reminder) ?? 'none' });
  }
  if (has(change, 'parentId')) moved.push({ label: 'Subtask', from: null, to: after.parentId ? 'moved under another task' : 'stands by itself' });
  return moved;
}

/** The word for what happened to a task, when its fields do not say it. */
export const OPERATION_WORDS: Record<Change['operation'], string | null> = {
  create: 'Created', update: null, complete: 'Completed', reopen: 'Reopened', delete: 'Deleted', restore: 'Restored', purge: 'Erased',
};
