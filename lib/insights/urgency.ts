import { localParts } from '@/lib/language/calendar';
import { type Clock, daysFrom, SOON_DAYS, WEEK_DAYS } from '@/lib/tasks/due';
import type { Task } from '@/lib/tasks/schemas';

/** What ranking needs to know of a task. */
export type RankedTask = Pick<
  Task,
  'id' | 'number' | 'title' | 'priority' | 'dueDate' | 'dueTime' | 'dueAt' | 'durationMinutes' | 'createdAt'
>;

/**
 * The order of urgency, the first that fits. Inside a group the order is by priority, then by date, except that the
 * last two go by date first. No priority counts as medium. What still ties goes by task number.
 */
const URGENCY_GROUPS = [
  'overdue', // its day or time is past
  'today', // due today
  'soon', // due within the next SOON_DAYS days
  'important', // high priority, due later or without a date
  'week', // due within the next WEEK_DAYS days
  'later', // due after that, or at no time: those with a date first, then the higher priority, then the oldest
] as const;
export type UrgencyGroup = (typeof URGENCY_GROUPS)[number];

const WEIGHT = { high: 3, medium: 2, none: 2, low: 1 } as const;

/** The day and time at which a task is due on the clock's calendar; a day alone is the same day in every zone. */
export function localDue(task: RankedTask, timeZone: string): { date: string; time: string | null } | null {
  if (task.dueDate === null) return null;
  if (task.dueTime === null || task.dueAt === null) return { date: task.dueDate, time: null };
  const { date, time } = localParts(new Date(task.dueAt), timeZone);
  return { date, time };
}

/** Which group of the order a pending task is in. */
export function urgencyOf(task: RankedTask, { now, timeZone }: Clock): UrgencyGroup {
  if (task.dueAt !== null && new Date(task.dueAt) < now) return 'overdue';
  const due = localDue(task, timeZone);
  const days = due && daysFrom(localParts(now, timeZone).date, due.date);
  if (days !== null && days <= 0) return 'today';
  if (days !== null && days <= SOON_DAYS) return 'soon';
  if (task.priority === 'high') return 'important';
  return days !== null && days <= WEEK_DAYS ? 'week' : 'later';
}

/** Pending tasks in the order of urgency, each with its group. Pure; the input is not changed. */
export function rankByUrgency<T extends RankedTask>(tasks: T[], clock: Clock): { task: T; group: UrgencyGroup }[] {
  return tasks
    .map((task) => ({ task, group: urgencyOf(task, clock), due: task.dueAt === null ? Infinity : Date.parse(task.dueAt) }))
    .sort((a, b) => {
      const byGroup = URGENCY_GROUPS.indexOf(a.group) - URGENCY_GROUPS.indexOf(b.group);
      const byPriority = WEIGHT[b.task.priority] - WEIGHT[a.task.priority];
      const byDue = a.due === b.due ? 0 : a.due - b.due;
      const dateFirst = a.group === 'week' || a.group === 'later';
      return byGroup || (dateFirst ? byDue || byPriority : byPriority || byDue) || a.task.number - b.task.number;
    })
    .map(({ task, group }) => ({ task, group }));
}
