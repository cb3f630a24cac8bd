import { formatMinutes, parseMinutes } from '@/lib/language/calendar';
import { type Changes, durationIn, pointIn, readChanges, type Ref } from '@/lib/language/commands';
import { fallsOn } from '@/lib/tasks/recurrence';
import type { TaskView } from '../outcome';
import type { Item } from '../perform';
import { dueOf, nameOf, plainText } from '../say-tasks';
import { type FollowUp, isVague } from '.';
import { dayBeside } from './day-beside';
import { pattern } from '@/lib/language/pattern';

const PART_OF_DAY = /^(?:no |actually |and |in the )*(morning|afternoon|evening|night)$/;
const HALF = /^(?:no,? |in the |i mean |make it )*([ap])\.?m\.?$/;
const BACK_TO = /^(?:and |ok |no |then )*(?:move it |put it )?back to (.{2,40})$/;
const CHANGED = /^(?:create|update|snooze|reopen|restore)_tasks$|_tags$|^create_from_template$|^get_task$/;

/** A day in minutes: what takes as long is no length of a task but its day. */
const DAY = 1_440;
/** The task once more, and no other day for it. */
const ONCE_MORE = /^(?:the )?same (?:thing )?again\b/;
const MAKE_IT = /^(?:(?:ok|and|actually|no|yes|hmm+|maybe|let'?s)[\s,]+)*(?:make|do|have) (?:it|that|this) (.{4,40})$/;
const TAKES_TIME = pattern('')`
  ^(?:and )?(?:
    for|takes|make (?:it|that)|it takes|(?:it'?ll|it will|it should|that'?ll|should|will|probably|might)(?: probably)? take(?: me)?|it'?s|about|around
  )(?: about| around)? (.{3,25}?)(?: of work| long)?$
`;

/**
 * A detail alone, just after one task was added or changed: "at 10", "high priority", "due next Friday", "pm". What the task does
 * not have yet is filled in; what would replace something is asked about first.
 */
export function detailOf(from: FollowUp): Item[] | null {
  const { text, said, memory, ctx } = from;
  const { focus, latest } = memory;
  const [task] = focus;
  if (focus.length > 1) return detailOfAll(from);
  if (
    !task ||
    focus.length !== 1 ||
    task.deletedAt ||
    task.status === 'completed' ||
    !latest ||
    latest.turnsAgo > 2 ||
    latest.outcome.kind !== 'ok' ||
    !CHANGED.test(latest.call.tool) ||
    ONCE_MORE.test(said) ||
    !isVague(from)
  ) return null;
  const refs: Ref[] = [{ kind: 'number', n: task.number }];
  const change = (changes: Changes): Item => ({ text, kind: 'change', tool: 'update_tasks', refs, changes });
  const ask = (changes: Changes, phrase: string): Item => ({
    text,
    kind: 'question',
    action: 'update',
    question: `Shall I set ${nameOf(task)} to ${plainText(newValue(task, changes, phrase))}?`,
    offer: { text, kind: 'change', tool: 'update_tasks', refs, changes },
  });
  const half = HALF.exec(said)?.[1];
  if (half) {
    const time = otherHalf(task.dueTime, half);
    return time ? [change({ dueTime: time })] : null;
  }
  const length = TAKES_TIME.exec(said)?.[1] ?? /^(.{3,25}?) (?:of work|long)$/.exec(said)?.[1];
  const minutes = length ? durationIn(length) : null;
  if (length && minutes && !minutes.rest.trim() && minutes.minutes >= DAY && task.dueDate) {
    const dueDate = pointIn(`in ${length}`, ctx)?.date;
    return dueDate ? [ask({ dueDate }, length)] : null;
  }
  if (minutes && !minutes.rest.trim() && latest.changed && !task.durationMinutes && latest.call.tool !== 'snooze_tasks') {
    return [change({ durationMinutes: minutes.minutes })];
  }
  const back = BACK_TO.exec(said)?.[1];
  const part = PART_OF_DAY.exec(said)?.[1];
  const phrase =
    back ??
    (
      part
        ? `in the ${part}`
        : said.replace(/^(?:(?:and|also|but|ok|then|please|no)[\s,]+)+/, '').replace(/^(?:starts?|starting|begin(?:s|ning)?)\s+/, '')
    );
  const beside = task.dueDate ? dayBeside(phrase, task.dueDate) : null;
  const read = beside ? { changes: { dueDate: beside } as Changes, rest: '' } : readChanges(phrase, ctx);
  if (read.rest || read.problem || !Object.keys(read.changes).length) return null;
  const changes = { ...read.changes };
  if (changes.dueTime && !changes.dueDate && !task.dueDate) changes.dueDate = pointIn(phrase, ctx)?.date;
  if (back || (latest.changed && lacks(task, changes))) return [change(changes)];
  return [ask(changes, phrase)];
}

/** "make that 15 min daily": how long and how often in one. */
export function rhythmAndLength({ text, said, memory: { focus }, ctx }: FollowUp): Item[] | null {
  const phrase = MAKE_IT.exec(said)?.[1];
  const length = phrase ? durationIn(phrase) : null;
  if (!length?.rest.trim() || focus.length !== 1) return null;
  const { changes, rest, problem } = readChanges(length.rest, ctx);
  if (rest || problem || !changes.recurrence) return null;
  return [{ text, kind: 'change', tool: 'update_tasks', refs: [{ kind: 'pronoun', which: 'it' }], changes: { ...changes, durationMinutes: length.minutes } }];
}

/** "at 3", just after several were moved together: for all of them, which needs approval where more than one is touched. */
function detailOfAll(from: FollowUp): Item[] | null {
  const { text, said, memory: { focus, latest }, ctx } = from;
  if (!latest?.changed || latest.turnsAgo !== 1 || !/^(?:create|update|snooze)_tasks$/.test(latest.call.tool) || focus.length > 20 || !isVague(from)) return null;
  const read = readChanges(said.replace(/^(?:(?:and|also|ok|then|please|all|both)[\s,]+)+/, ''), ctx);
  if (read.rest || read.problem || !Object.keys(read.changes).length || !Object.values(read.changes).every((value) => value !== null)) return null;
  return [{ text, kind: 'change', tool: 'update_tasks', refs: focus.map(({ number: n }) => ({ kind: 'number', n })), changes: read.changes }];
}

/** The day and time that it would have; anything else as it was said. */
const newValue = (task: TaskView, changes: Changes, phrase: string): string =>
  (
    !changes.recurrence && changes.dueDate !== null && (changes.dueDate || changes.dueTime)
      ? dueOf({ dueDate: changes.dueDate ?? task.dueDate, dueTime: changes.dueTime ?? task.dueTime })
      : ''
  ) ||
  phrase;

const lacks = (task: TaskView, changes: Changes): boolean =>
  !(changes.dueDate !== undefined && task.dueDate && !(changes.recurrence && fallsOn(changes.recurrence, task.dueDate))) &&
  !(changes.dueTime !== undefined && task.dueTime) &&
  !(changes.priority !== undefined && task.priority && task.priority !== 'none') &&
  !(changes.recurrence !== undefined && task.recurrence) &&
  Object.values(changes).every((value) => value !== null);

/** The same hour on the other half of the day, or the same when it is there already. */
function otherHalf(time: string | null | undefined, half: string): string | null {
  const minutes = parseMinutes(time ?? null);
  return minutes === null ? null : formatMinutes((minutes % 720) + (half === 'p' ? 720 : 0));
}
