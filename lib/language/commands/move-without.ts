import type { LanguageContext } from '../types';
import { readRefs } from './read-refs';
import type { Command, Ref } from './types';
import { EVENT_NOUN, FOREIGN, TASK_NOUN } from './vocabulary';
import { hasWhen, isOnlyWhen, pointIn } from './when';

const FIELD = /^(?:change|set|move|update|adjust|edit|switch) (?:the |its )?(time|date|due date|day|deadline|due time)(?: (?:of|for|on) (.{2,60}))?$/i;
const ALONG = /^((?:move|push|bump|bring|shift) (?:it|that|this|the \S+(?: \S+)?|task #?\d+)) (?:up|back|forward|forwards|out|along|ahead)$/i;
const POINTED = /^(?:bump|move|push|shift|reschedule|postpone|delay|defer) (?:it|that|this)$/i;

/** "Monday meeting". */
const DATED_EVENT = new RegExp(`^(?:the |my )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow)(?:'s)? (?:\\S+ )?(?:${EVENT_NOUN})$`, 'i');
/** "bump the dentist to after lunch", "postpone it until Leo is back". */
const TO_SOMETIME = /^(?:move|reschedule|postpone|delay|defer|put off|push(?: back)?|bump|shift|snooze) (?!.*(?:,|\b(?:and|or|but)\b))(.{2,60}?) (?:to|until|till|for) ((?:(?:after|before|around|when|once|whenever)\b.{2,40}|(?:the |my |an?)?[\p{L}' -]{2,30} (?:is|are|gets|comes|has|have|can|feels)\b.{0,30}|later|another (?:day|time)|some ?(?:day|time)(?: else| later)?|whenever))$/iu;

/** "reschedule the dentist", "move team meeting": to when is asked. A thing to be carried somewhere is none of ours. */
export function moveWithout(said: string, clause: string, ctx: LanguageContext): Command | null {
  const vague = TO_SOMETIME.exec(said);
  if (vague?.[1] && !FOREIGN.test(said)) {
    const refs = readRefs(vague[1].replace(/ (?:back|out|over)$/i, ''), ctx);
    if (refs.length) return toWhen(refs, `I can't tell when "${vague[2]}" is. To which day or time?`, clause);
  }
  const [, shifted, way, hour] = SOME_LATER.exec(said) ?? [];
  if (shifted && !FOREIGN.test(said)) {
    const when = hour ? pointIn(`${shifted} at ${hour}`, ctx)?.time : undefined;
    const refs = readRefs(shifted, ctx);
    if (when && refs.length) return { text: clause, kind: 'change', tool: 'update_tasks', refs, changes: { dueTime: when } };
    if (refs.length && !hour) return toWhen(refs, `How much ${/^(?:back|out)$/i.test(way ?? '') ? 'later' : way}? To which day or time?`, clause);
  }
  const sentence = ALONG.exec(said)?.[1] ?? said;
  const found = /^(reschedule|re-schedule|postpone|defer|put off|delay|move|push(?: back)?|shift|bump|bring) ((?:\S+ ){0,5}\S+)$/i.exec(sentence);
  if (
    !found?.[1] ||
    !found[2] ||
    FOREIGN.test(sentence) ||
    (hasWhen(found[2], ctx) && !found[2].split(/,? and |, /).every((part) => DATED_EVENT.test(part))) ||
    /\b(?:to|into|onto|in|out|up|down|over|under|from|for|by|away|on|a|an|some|around)\b/i.test(found[2])
  ) return null;
  if (/^b(?:ump|ring)/i.test(found[1]) && sentence === said && !POINTED.test(said)) return null;
  const refs = readRefs(found[2], ctx);
  const sure =
    /^(?:re|post|defer|put off)/i.test(found[1]) ||
    refs.every((ref) => ref.kind !== 'title') ||
    new RegExp(`\\b(?:${EVENT_NOUN}|${TASK_NOUN})$`, 'i').test(found[2]);
  return refs.length && sure ? toWhen(refs, 'To which day or time?', clause) : null;
}

/** "make the dentist a bit later", "a bit later, like 9.45". */
const SOME_LATER = /^(?:make|move|push|have|start|put|bump) (it|that|(?:the|my) .{2,40}?) (?:a (?:bit|little|touch)|slightly|somewhat) (later|earlier|sooner|back|out)(?:,? (?:like|say|around|about|maybe|to|at)(?: at)? (\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?))?$/i;
const CANNOT_DO = /^(?:i|we) (?:can'?t|cannot|can not|won'?t(?: be able to| manage to| get to| have time (?:to|for))?|(?:don'?t|do not) have (?:the |any )?time (?:to|for)|have no time (?:to|for)|(?:ran|(?:a|')m running) out of time (?:to|for)) (?:(?:do|finish|manage|get to|get a?round to|complete|fit in) )?((?:the|my) .{2,50})$/i;

/** "I can't do the report today": when instead is asked. */
export function cannotDo(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const named = CANNOT_DO.exec(sentence.replace(/[\s.!]+$/, ''))?.[1];
  if (!named || FOREIGN.test(sentence)) return null;
  const name = (pointIn(named, ctx)?.rest ?? named).trim().replace(/ (?:on|at|by|for)$/i, '');
  return isOnlyWhen(named, ctx) || /\b(?:find|help|wait|believe|stand|see)\b/i.test(sentence) ? null : toWhen(readRefs(name, ctx), `To which day shall I move "${name}"? To drop it, say "delete ${name}".`, clause);
}

/** "change the time of the dog walk": to which is asked. */
export function fieldWithout(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const found = FIELD.exec(sentence);
  if (!found?.[1] || FOREIGN.test(sentence) || (found[2] && hasWhen(found[2], ctx))) return null;
  const refs: Ref[] = found[2] ? readRefs(found[2], ctx) : [{ kind: 'pronoun', which: 'it' }];
  return refs.length ? toWhen(refs, /time/i.test(found[1]) ? 'To which time?' : 'To which day?', clause) : null;
}

export const toWhen = (refs: Ref[], question: string, clause: string): Command => ({
  text: clause, kind: 'question', action: 'update', wants: 'date', question, then: { text: clause, kind: 'change', tool: 'update_tasks', refs, changes: {} },
});
