import { formatDay, parseDay, weekdayOf } from '@/lib/language/calendar';
import type { CommandOf } from '@/lib/language/commands';
import type { Item } from '../perform';
import { dueOf, nameOf } from '../say-tasks';
import type { FollowUp } from '.';
import { dayBeside } from './day-beside';

const NO = /^(?:(?:no|nope|oh|oops|sorry|wait|actually|hmm|rather|better|i mean|i meant|on second thought|make (?:it|that)|move it to|put it on|change it to)[\s,.!-]+)+/;
const NEXT_WEEK = /^(?:(?:the )?(?:next|following) week|in the (?:next|following) week)$/;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DATED = /^(?:create|update|snooze)_tasks$/;

/**
 * The day just set, put right by what lies beside it: "no, the day after". "No, next week" after a weekday means that weekday a
 * week later, where it would otherwise be the Monday. Without a word that puts right, it is asked.
 */
export function otherDay({ text, said, memory }: FollowUp): Item[] | null {
  const { focus, latest } = memory;
  const [task] = focus;
  if (
    focus.length !== 1 ||
    !task?.dueDate ||
    task.deletedAt ||
    !latest ||
    latest.turnsAgo > 3 ||
    latest.outcome.kind !== 'ok' ||
    !DATED.test(latest.call.tool)
  ) return null;
  const lead = NO.exec(said)?.[0] ?? '';
  const phrase = said.slice(lead.length);
  const day = dayBeside(phrase, task.dueDate) ?? (lead && NEXT_WEEK.test(phrase) ? weekLater(task.dueDate, latest.user) : null);
  if (!day) return null;
  const change: CommandOf<'change'> = { text, kind: 'change', tool: 'update_tasks', refs: [{ kind: 'number', n: task.number }], changes: { dueDate: day } };
  if (lead) return [change];
  return [{ text, kind: 'question', action: 'update', question: `Shall I move ${nameOf(task)} to ${dueOf({ dueDate: day, dueTime: task.dueTime })}?`, offer: change }];
}

/** The same weekday a week later, when the day was set by the name of its weekday. */
function weekLater(dueDate: string, user: string): string | null {
  const day = parseDay(dueDate);
  if (day === null) return null;
  return user.toLowerCase().includes(WEEKDAYS[weekdayOf(day)] ?? '') ? formatDay(day + 7) : null;
}
