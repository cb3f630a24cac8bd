import { formatDay, parseDay } from '@/lib/language/calendar';
import { type Changes, type CommandOf, durationIn, isOnlyWhen, pointIn } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';
import type { TaskView } from '../outcome';
import type { Item } from '../perform';
import { dueOf, nameOf, reminderOf } from '../say-tasks';
import { type FollowUp, isVague } from '.';

const ASK = pattern('')`
  ^(?<lead>(?:(?:and|also|oh|ok(?:ay)?|no|actually|but|please|can you|could you|just|hmm+|like|maybe|say|yeah|then)[\s,.]+)*)
  (?<verb>(?:(?:remind|nudge|ping|alert|poke|notify|warn) me|give me an? (?:reminder|nudge|heads[- ]?up|shout|warning)|(?:set|add|put|have) (?:a|the|its|another) reminder|(?:a |the )?reminder|make it|make that|set it)(?: (?:again|too|about it|of it|about that|for it|for that|on it|for|at|to|be|on))* ?)?
  (?<when>.{3,40}?)(?: (?:as well|too|instead|please|though|again|would be (?:good|great|nice)|is fine|will do))*$
`;
const VERB_LAST = /^(?:ok |and |oh |please )*(.{3,40}?),? (?:please )?(?:remind|nudge|ping) me(?: please)?$/;
const PART_BEFORE = /^(?:(?:the|that) )?(day|night|evening|morning|afternoon|week) (?:before|ahead|prior)(?:hand| it| that)?$/;
const PART_OF = /^(?:(?:on )?(?:the|that) (morning|afternoon|evening)(?: (?:of(?: it| the day)?|it'?s due))?|on the (day)(?: itself)?|the same (morning))$/;
const WHEN_DUE = /^(?:then|when (?:it'?s|it is|its) (?:due|time)|at the time|on time|when it starts|at that time|right then)$/;
const BEFORE = /^(.{3,25}?) (?:before(?:hand)?|earlier|in advance|ahead(?: of time)?|prior)(?: (?:it|that|then|of it|of that|of time|to it|to that|it starts|it'?s due))?$/;
/** When a day is named alone. */
const MORNING = '09:00';
const DAY_MINUTES = 1_440;

/** When to be reminded of the one task that is spoken of: "remind me the night before", "and an hour ahead of it". Never a task of its own. */
export function remindAhead(from: FollowUp): Item[] | null {
  const { text, said, memory, alone } = from;
  const { focus, latest } = memory;
  const { lead = '', verb = '', when = '' } = ASK.exec(said.replace(VERB_LAST, 'remind me $1'))?.groups ?? {};
  const asks = /remind|nudge|ping|alert|poke|notify|warn|heads|shout/.test(verb);
  if (!when || (!asks && !(BEFORE.test(when) && (isVague(from) || alone.kind === 'create')) && !(PART_BEFORE.test(when) && /^(?:no|and|make)/.test(lead + verb)) && !(PART_OF.test(when) && focus[0]?.reminder))) return null;
  const [task] = focus;
  const due = focus.length === 1 ? task?.dueDate : undefined;
  const reminder = reminderAt(when, due, from);
  if (!reminder) return asks && task && focus.length === 1 && alone.kind === 'question' ? onDay(task, when, from) : null;
  const set = (refs: CommandOf<'change'>['refs'], changes: Changes = { reminder }): CommandOf<'change'> => ({ text, kind: 'change', tool: 'update_tasks', refs, changes });
  if (focus.length !== 1 || !task || task.deletedAt || task.status === 'completed') {
    return asks && alone.kind !== 'change' ? [{ text, kind: 'question', action: 'update', wants: 'task', question: 'Which task should that reminder be for? Say its number or its title.', then: set([]) }] : null;
  }
  if (!asks && !task.reminder && !(latest?.changed && latest.turnsAgo === 1)) return null;
  const refs: CommandOf<'change'>['refs'] = [{ kind: 'number', n: task.number }];
  if (!due) return [{ text, kind: 'question', action: 'update', wants: 'date', question: `${nameOf(task)} has no date yet. When is it?`, then: set(refs) }];
  const another = task.reminder && /\b(?:and|also|as well|too|another)\b/.test(said);
  if (another) {
    return [{ text, kind: 'question', action: 'update', question: `A task has one reminder here, and ${nameOf(task)} has one (${reminderOf(task.reminder ?? {})}). Shall I set the new one in its place?`, offer: set(refs) }];
  }
  return [set(refs)];
}

/** "remind me again next week", of a task: a day for one that has none, else a reminder; which of them is asked. */
function onDay(task: TaskView, when: string, { text, ctx }: FollowUp): Item[] | null {
  const point = isOnlyWhen(when, ctx) ? pointIn(when, ctx) : null;
  if (!point?.date || point.problem || task.deletedAt || task.status === 'completed') return null;
  const day = { dueDate: point.date, ...(point.time ? { dueTime: point.time } : {}) };
  const changes: Changes = task.dueDate ? { reminder: { date: point.date, time: point.time ?? MORNING } } : day;
  const question = task.dueDate ? `Shall I note a reminder for ${nameOf(task)} on ${dueOf({ dueDate: point.date, dueTime: point.time })}?` : `Shall I set ${nameOf(task)} to ${dueOf(day)}?`;
  return [{ text, kind: 'question', action: 'update', question, offer: { text, kind: 'change', tool: 'update_tasks', refs: [{ kind: 'number', n: task.number }], changes } }];
}

function reminderAt(when: string, due: TaskView['dueDate'], { ctx }: FollowUp): Changes['reminder'] | null {
  const start = parseDay(due ?? '');
  const at = (day: number, part: string) => {
    const time = pointIn(`tomorrow ${part === 'night' ? 'night' : part}`, ctx)?.time;
    return time ? { date: formatDay(day), time } : null;
  };
  if (WHEN_DUE.test(when)) return { minutesBefore: 0 };
  const before = PART_BEFORE.exec(when)?.[1];
  if (before === 'day' || before === 'week') return { minutesBefore: before === 'day' ? DAY_MINUTES : 7 * DAY_MINUTES };
  if (before) return start === null ? { minutesBefore: DAY_MINUTES } : at(start - 1, before);
  const on = PART_OF.exec(when);
  if (on) return start === null ? { minutesBefore: 0 } : at(start, on[1] ?? on[3] ?? 'morning');
  const length = BEFORE.exec(when)?.[1];
  const span = length ? durationIn(length.replace(/^the (?=hour|day|week)/, 'an ').replace(/^an (?=day|week)/, 'a ')) : null;
  return span && !span.rest.trim() ? { minutesBefore: span.minutes } : null;
}
