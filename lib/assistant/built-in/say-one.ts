import { describeRecurrence, type LanguageContext } from '@/lib/language';
import { localParts, parseDay, parseMinutes } from '@/lib/language/calendar';
import type { Ask, Filter } from '@/lib/language/commands';
import { joined } from '@/lib/tasks/words';
import type { TaskView } from './outcome';
import { duration, plainText } from './say-tasks';

/** The answer to what was asked of one task, before the task itself; empty where its details say it. */
export function sayAsked(task: TaskView, { ask, claim }: { ask?: Ask; claim?: Filter }, ctx: LanguageContext): string {
  if (claim) return sayClaim(task, claim, ctx);
  switch (ask) {
    case 'until':
      return `${untilOf(task, ctx)} `;
    case 'often':
      return task.recurrence ? `It repeats ${describeRecurrence(task.recurrence, task.fromCompletion)}. ` : 'It does not repeat. ';
    case 'length':
      return task.durationMinutes ? `It takes ${duration(task.durationMinutes)}. ` : 'It has no length. ';
    case 'tags':
      return task.tags.length ? `It is tagged ${joined(task.tags.map((tag) => `#${plainText(tag)}`))}. ` : 'It has no tags. ';
    case 'priority':
      return task.priority && task.priority !== 'none' ? `It has ${task.priority} priority. ` : 'It has no priority. ';
    default:
      return '';
  }
}

function sayClaim(task: TaskView, claim: Filter, ctx: LanguageContext): string {
  if (fits(task, claim, ctx)) return claim.overdue ? `Yes. ${untilOf(task, ctx)} ` : 'Yes. ';
  if (claim.status === 'completed') return task.status === 'completed' ? 'Yes. ' : 'No, it is still open. ';
  if ((claim.dueFrom || claim.dueTo || claim.timeFrom) && !task.dueDate) return 'No, it has no date. ';
  return claim.recurring ? 'No, it does not repeat. ' : 'No. ';
}

/** Whether all that a filter says holds of a task. */
function fits(task: TaskView, claim: Filter, ctx: LanguageContext): boolean {
  const { date: today, time: now } = localParts(ctx.now, ctx.timeZone);
  const { dueDate, dueTime } = task;
  const tags = task.tags.map((tag) => tag.toLowerCase());
  const has = (tag: string) => tags.includes(tag.toLowerCase());
  const late = task.status !== 'completed' && dueDate != null && (dueDate < today || (dueDate === today && dueTime != null && dueTime < now));
  return (
    (!claim.status || claim.status === 'all' || (claim.status === 'trash' ? Boolean(task.deletedAt) : !task.deletedAt && task.status === claim.status)) &&
    (!claim.dueFrom || (dueDate != null && dueDate >= claim.dueFrom)) &&
    (!claim.dueTo || (dueDate != null && dueDate <= claim.dueTo)) &&
    (!claim.timeFrom || (dueTime != null && dueTime >= claim.timeFrom)) &&
    (!claim.timeTo || (dueTime != null && dueTime < claim.timeTo)) &&
    (!claim.priority || claim.priority.some((level) => level === (task.priority ?? 'none'))) &&
    (!claim.tagsAny || claim.tagsAny.some(has)) &&
    (!claim.tagsAll || claim.tagsAll.every(has)) &&
    !claim.tagsNone?.some(has) &&
    !(claim.untagged && tags.length) &&
    !(claim.noDue && dueDate) &&
    !(claim.overdue && !late) &&
    !(claim.recurring && !task.recurrence)
  );
}

/** "In 2 days.", "It was due 3 days ago.": from now to the day of a task, in hours where it is today. */
function untilOf({ dueDate, dueTime }: TaskView, ctx: LanguageContext): string {
  if (!dueDate) return 'It has no date.';
  const { date: today, time: now } = localParts(ctx.now, ctx.timeZone);
  const days = (parseDay(dueDate) ?? 0) - (parseDay(today) ?? 0);
  if (days === 0) {
    const minutes = dueTime ? (parseMinutes(dueTime) ?? 0) - (parseMinutes(now) ?? 0) : 0;
    if (!dueTime) return 'It is due today.';
    return minutes < 0 ? `It was due ${duration(-minutes)} ago.` : `In ${duration(minutes)}.`;
  }
  if (days === 1) return 'It is tomorrow, in 1 day.';
  return days > 0 ? `In ${days} days.` : `It was due ${duration(-days * 1_440)} ago.`;
}
