import { durationIn, isOnlyWhen, pointIn, readChanges, readCommands, readRefs } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';
import { tierOf } from '@/lib/tasks/match-title';
import type { Memory } from '../memory';
import type { Item } from '../perform';
import type { Call } from '../read-prompt';
import { type FollowUp, isVague } from '.';
import { commandFor } from './command-for';
import { undo } from './way-back';

const MEANT = pattern('')`
  ^(?:(?:no|nope|oops|whoops|sorry|wait|argh|ah|oh|(?:the )?wrong (?:one|task)|my (?:mistake|bad))[\s,.!-]+)*(?:
    i (?:meant|mean|said|want(?:ed)? (?:to )?say|want(?:ed)?(?= (?:number|task|the \w+ one)))\b(?: to say)?
    |not (?:that|this)(?: one)?[\s,]+(?:but |i meant? )?
  )\s*(.{1,60})$
`;
/** "oops, 4", after "complete 3". */
const OTHER_NUMBER = /^(?:(?:no|nope|oops|whoops|sorry|wait|i mean)[\s,.!-]+)+(?:task |number |#)*(\d{1,6})(?: instead)?$/;
const THE_OTHER = /^(?:no|nope|oops|sorry|wait)[\s,.!-]+(?:the other(?: one)?|(the .{1,40} one))(?: instead)?$/;
const NOT_THIS = /^(?:(?:no|nope|oops|wait|sorry)[\s,.!-]+)*not (?:(that|this)(?: one)?|(?:the |my )?(.{1,50}))$/;
const ONLY = /^(?:(?:yes|yeah|yep|sure|but|ok|okay|then|well|fine|so|no)[\s,]+)*(?:only|just)\s+(?:do |take )?(.{1,60})$/;
/** After a name that was not found: another one. */
const THEN = /^(?:(?:no|ok|okay|well|sorry|oh|try)[\s,]+)*(.{1,50}?) (?:then|instead)$|^(?:try|how about) (.{1,50})$/;
const RATHER = /^(?:(?:actually|no|nope|wait|sorry|oops|rather)[\s,]+)+the (.{2,50}?)(?: one)?$/;
const ONE_ON = /^(?:(?:oh|no|nope|wait|sorry|oops|actually)[\s,]+)+(?:i meant? )?the one (?:on |due |at |for |that's )*(.{2,30})$/;
const KEEP = /^(?:(?:no|actually|wait|but|oh|ok|hmm+|um|please)[\s,]+)*(?:keep|leave)\s+(.{1,60}?)(?: though| after all| actually| please)*$/;
const AND = /^(?:and|also|plus)\s+(?:also\s+)?(.{1,60}?)(?:,? (?:too|as well|also))?$|^(?:(?:great|good|nice|cool|perfect|awesome|thanks|ok(?:ay)?|oh|yes|yeah|sure)[\s,.!]+)*(.{1,60}?),? (?:too|as well)$/;
const LONGER = pattern('')`
  ^(?:and )?(?:
    (?:push|move|bump|put|delay|postpone|snooze|shift) (?:it|that|this) )?(?:back )?((?:another|one more) (?:day|hour|week|month|half hour))(?: (?:back|later|more))?$
`;
/** "and the team meeting to Tuesday". */
const AND_TO = /^(?:(?:and|also|then)\s+)+(?:move |put |push )?((?:the |my |task )?.{1,50}?) (?:to|until|till) (.{2,40}?)(?: too| as well|,? (?:at )?(?:the )?same time)?$/;
const REPEATABLE = /^(?:update|complete|reopen|delete|restore|snooze)_tasks$|_tags$/;
/** Not a name but the rest of a sentence. */
const NO_NAME = pattern('')`
  ^(?:
    it|that|this|i|you|we|he|she|they|what|how|why|who|when|where|is|are|do|does|can|could|if|because|then|yes|no|not
    |to|make|now|starts?|starting|begins?|sort|only
  )\b
`;

/** The change that a correction is about: the one of the newest turn, or the one that was just undone. */
function corrected({ latest, change }: Memory): { call: Call; undo: boolean } | null {
  if (!latest || latest.turnsAgo > 2) return null;
  if (latest.call.tool === 'undo') return change ? { call: change, undo: false } : null;
  return REPEATABLE.test(latest.call.tool) ? { call: latest.call, undo: latest.changed && latest.turnsAgo === 1 } : null;
}

/** The last change for other tasks: "no, I meant the dentist", "and the team meeting", "ok, only the milk". */
export function repeatFor(from: FollowUp): Item[] | null {
  const { text, said, memory, ctx } = from;
  const was = corrected(memory);
  if (!was || memory.pending) return null;
  // "and 10 minutes before the budget meeting": once more a reminder.
  const ahead = 'reminder' in Object(was.call.input.changes) ? /^(?:and|also) (.{3,25} before .{2,50})$/.exec(said)?.[1] : undefined;
  const [wish] = ahead ? readCommands(`remind me ${ahead}`, ctx) : [];
  if (wish?.kind === 'create' && wish.ahead) return [wish];
  const back = undo(text, memory.changes.slice(-1));
  const instead = (phrase: string): Item[] | null => {
    if (NO_NAME.test(phrase) || isOnlyWhen(phrase.replace(/^(?:just|only) /, ''), ctx)) return null;
    const command = commandFor(was.call, readRefs(phrase, ctx), text);
    return command?.refs.length ? [...(was.undo ? [back] : []), command] : null;
  };
  const moved = was.call.tool === 'snooze_tasks' || 'dueDate' in Object(was.call.input.changes) || 'dueTime' in Object(was.call.input.changes);
  const to = moved && memory.latest?.turnsAgo === 1 ? AND_TO.exec(said) : null;
  if (to?.[1] && to[2] && !NO_NAME.test(to[1]) && isOnlyWhen(to[2], ctx)) {
    const read = readChanges(to[2], ctx);
    const refs = readRefs(to[1], ctx);
    if (refs.length && !read.rest && !read.problem) return [{ text, kind: 'change', tool: 'update_tasks', refs, changes: read.changes }];
  }
  const longer = LONGER.exec(said)?.[1];
  const minutes = longer ? durationIn(longer)?.minutes : undefined;
  const due = was.call.tool === 'snooze_tasks' || 'dueDate' in Object(was.call.input.changes);
  if (minutes && due && memory.focus.length === 1) {
    return [{
      text,
      kind: 'change',
      tool: 'snooze_tasks',
      refs: [{ kind: 'pronoun', which: 'it' }],
      snooze: { byMinutes: minutes },
    }];
  }
  const kept = was.call.tool === 'delete_tasks' && memory.latest?.changed ? KEEP.exec(said)?.[1] : undefined;
  if (kept) {
    const refs = readRefs(kept, ctx);
    return refs.length ? [{ text, kind: 'change', tool: 'restore_tasks', refs }] : null;
  }
  const missed = memory.latest?.outcome.kind === 'failed' && memory.latest.outcome.code === 'not_found' && memory.latest.turnsAgo === 1 ? THEN.exec(said) : null;
  if (missed) return instead(missed[1] ?? missed[2] ?? '');
  // "no, the one on Friday" is another task, and no new day for this one.
  const dated = ONE_ON.exec(said)?.[1];
  const day = dated && isOnlyWhen(dated, ctx) ? pointIn(dated, ctx)?.date : undefined;
  if (day) {
    const due = memory.pair.filter((task) => task.dueDate === day && !memory.focus.some(({ number }) => number === task.number));
    if (due.length === 1 && due[0]) return instead(`task ${due[0].number}`);
    const ask = commandFor(was.call, [], text);
    return ask ? [...(was.undo ? [back] : []), { text, kind: 'question', action: 'update', wants: 'task', question: 'Which one do you mean?', then: ask }] : null;
  }
  if (from.alone.kind === 'correction') return null;
  // "and the quarterly report" after a change speaks of a task that is there, and is no new one.
  const also = was.undo ? /^(?:and|also|plus) (?:also )?((?:the|my) .{2,60}?)(?: too| as well| also)?$/.exec(said)?.[1] : undefined;
  if (also && from.alone.kind === 'create' && !isOnlyWhen(also, ctx)) {
    const command = commandFor(was.call, readRefs(also, ctx), text);
    if (command?.refs.length) return [command];
  }
  const other = THE_OTHER.exec(said);
  if (other && !other[1] && memory.pair.length !== 2) return null;
  if (other) return instead(other[1] ?? 'the other one');
  const number = /^(?:complete|delete|reopen|restore)_tasks$|_tags$/.test(was.call.tool) && /\d/.test(memory.latest?.user ?? '') ? OTHER_NUMBER.exec(said)?.[1] : undefined;
  const meant = MEANT.exec(said)?.[1] ?? number;
  const again = commandFor(was.call, [], text);
  // "not that rent, the other": which other is not told.
  if (meant && /,? (?:but )?the other(?: one)?$/.test(meant) && again) {
    return [...(was.undo ? [back] : []), { text, kind: 'question', action: 'update', wants: 'task', question: 'Which one do you mean?', then: again }];
  }
  if (meant) return instead(meant);
  // "actually the dentist call", of two that were asked about.
  const rather = was.undo ? RATHER.exec(said)?.[1] : undefined;
  const others = rather ? memory.pair.filter((task) => tierOf(rather, task.title) && !memory.focus.some(({ number }) => number === task.number)) : [];
  if (others.length === 1 && others[0]) return instead(`task ${others[0].number}`);
  const not = NOT_THIS.exec(said);
  if (not && was.undo && (not[1] || memory.focus.some((task) => tierOf(not[2] ?? '', task.title)))) {
    const then = commandFor(was.call, [], text);
    return [back, ...(not[1] && then ? [{ text, kind: 'question', action: 'update', wants: 'task', question: 'Which one do you mean?', then } as const] : [])];
  }
  const declined = memory.latest?.outcome.kind === 'denied' && memory.latest.turnsAgo === 1;
  if (!isVague(from) && !(declined && from.alone.kind === 'selection')) return null;
  const only = memory.latest?.outcome.kind !== 'ok' || !memory.latest.changed ? ONLY.exec(said)?.[1] : undefined;
  if (only) return instead(only);
  const more = AND.exec(said);
  const name = (more?.[1] ?? more?.[2])?.replace(/^(?:(?:oh|ok|yeah|yes|um+|er+)[\s,]+)+(?:(?:and|also) )*/, '').replace(/ (?:is |are )?(?:done|finished)$/, '').replace(/^(?:from|off) /, '');
  if (
    !name ||
    memory.latest?.call.tool === 'undo' ||
    NO_NAME.test(name) ||
    /\b(?:it|that|them|those)\b/.test(name) ||
    /^(?:the |an? )?(?:day|week|hour|month)s? (?:before|after|later|earlier)$/.test(name) ||
    isOnlyWhen(name, ctx)
  ) return null;
  const command = commandFor(was.call, readRefs(name, ctx), text);
  return command?.refs.length ? [command] : null;
}
