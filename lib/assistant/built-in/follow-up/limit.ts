import { describeRecurrence, readRecurrence } from '@/lib/language';
import type { Changes, Ref } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';
import { fallsOn } from '@/lib/tasks/recurrence';
import type { Item } from '../perform';
import { type FollowUp, isVague } from '.';

const LIMIT = pattern('')`
  ^(?:(?:but|and|only|just|no)[\s,]+)*(?:
    (?:
      until|till|through|up to|except|excluding|not on|but not|for the next
      |for \w+ (?:days|weeks|months|years|times)|\w+ times
    )\b.{0,40}
  )$
`;
const ONLY_ON = /^(?:(?:no|but|ok|and)[\s,]+)*(?:only|just)(?: on)? ((?:(?:sun|mon|tues|wednes|thurs|fri|satur)days?|weekdays|weekends|and|,| |on)+)$/;
const REPEATING = /^(?:please |and )*(?:make (?:it|that|this) (?:recurring|repeating|repeat|recur|a recurring task)|repeat (?:it|that)|(?:it|that) should repeat)(?: please)?$/;
/** For all that come, and not the next one alone. */
const EVER = /\b(?:from now on|going forward|from here on|every time|each time|permanently)\b/;
const ENDLESS = pattern('')`
  ^(?:(?:no|actually|oh|ok|and|hmm+|wait|on second thoughts?)[\s,]+)*(?:(?:make|keep|let|have) (?:it|that) )?(?:
    (?:keep |be )?(?:going|ongoing)|open[- ]ended|forever|indefinite(?:ly)?|go on forever|(?:with )?no end(?: date)?|without an end(?: date)?|never end(?:ing|s)?
  )$
`;
const WEEKDAY = /\b((?:sun|mon|tues|wednes|thurs|fri|satur)day)s?\b/;
const DAY_OF_MONTH = /\bthe (\d{1,2}(?:st|nd|rd|th))\b/;

/**
 * How a task repeats, put right by what its rule lacks: "only until June", "except Fridays", "5 times", "only Tuesdays"; and, just
 * after it was added, another day of it ("no, Wednesday" of "every Tuesday").
 */
export function limitOf(from: FollowUp): Item[] | null {
  const { text, said, memory, ctx, alone } = from;
  const [task] = memory.focus;
  if (memory.focus.length !== 1 || !task || task.status === 'completed' || task.deletedAt) return null;
  const it: Ref[] = [{ kind: 'pronoun', which: 'it' }];
  if (REPEATING.test(said)) {
    return [{
      text,
      kind: 'question',
      action: 'update',
      wants: 'date',
      question: 'How often should it repeat?',
      then: { text, kind: 'change', tool: 'update_tasks', refs: it, changes: {} },
    }];
  }
  if (!task.recurrence || !memory.latest || memory.latest.turnsAgo > 2) return null;
  const to = (phrase: string, changes: Changes = {}): Item[] | null => {
    const read = readRecurrence(phrase, ctx);
    if (!read || read.problem || read.start > 0 || read.end < phrase.length) return null;
    return [{ text, kind: 'change', tool: 'update_tasks', refs: it, changes: { recurrence: read.rule, ...changes } }];
  };
  const days = ONLY_ON.exec(said)?.[1] ?? /^((?:(?:sun|mon|tues|wednes|thurs|fri|satur)days?|weekdays|weekends|and|,| )+) only$/.exec(said)?.[1];
  if (days && isVague(from)) return dated(to, `every ${days.replace(/\bon /g, '').replace(/(day)s\b/g, '$1').trim()}`, from);
  const rule = task.recurrence.split(';').filter((part) => !/^(?:UNTIL|COUNT)=/.test(part)).join(';');
  if (ENDLESS.test(said) && rule !== task.recurrence) return to(describeRecurrence(rule));
  if (LIMIT.test(said) && isVague(from)) {
    const limit = said.replace(/^(?:(?:but|and|only|just|no)[\s,]+(?!not on))+/, '').replace(/^(?:not on|but not|excluding)\b/, 'except').replace(/\b(day)s$/, '$1s');
    const base = describeRecurrence(rule);
    return /^except/.test(limit) ? dated(to, `${base} ${limit}`, from) : to(`${base} ${limit}`);
  }
  // Another day just after "every Tuesday" is another day of the rule, not of the one task.
  const fresh = EVER.test(said) || (memory.latest.call.tool === 'create_tasks' && alone.kind === 'correction' && alone.changes.dueDate && !alone.changes.recurrence);
  const day = fresh && /^FREQ=WEEKLY(?:;INTERVAL=1)?;BYDAY=\w\w$/.test(task.recurrence) ? WEEKDAY.exec(said)?.[1] : undefined;
  if (day) return dated(to, `every ${day}`, from);
  const date = fresh && /^FREQ=MONTHLY;BYMONTHDAY=\d+$/.test(task.recurrence) ? DAY_OF_MONTH.exec(said)?.[1] : undefined;
  return date ? dated(to, `every month on the ${date}`, from) : null;
}

/** With the next day of the new rule, where the task has one that does not belong to it. */
function dated(to: (phrase: string, changes?: Changes) => Item[] | null, phrase: string, { ctx, memory }: FollowUp): Item[] | null {
  const [task] = memory.focus;
  const rule = readRecurrence(phrase, ctx)?.rule;
  if (!rule || !task?.dueDate || fallsOn(rule, task.dueDate)) return to(phrase);
  const at = task.dueTime && !/BYHOUR/.test(rule) ? ` at ${task.dueTime}` : '';
  const date = readRecurrence(`${describeRecurrence(rule)}${at}`, ctx)?.due.date;
  return to(phrase, date ? { dueDate: date } : {});
}
