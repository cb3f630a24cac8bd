import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { trimEnds } from './normalize';
import { readRefs } from './read-refs';
import type { Changes, Command, CommandOf, Ref } from './types';
import { EVENT_NOUN, FOREIGN, PLACE_NOUN, TASK_NOUN } from './vocabulary';
import { hasWhen, rangeIn } from './when';

/** "I will no longer be joining Ann for lunch tomorrow", "no lunch with Ann on Friday": what is said to be off. */
const OFF = [
  pattern('i')`
    ^(?:i|we)(?: will|'ll|'m| am| are|'re)?(?: (?:no longer|not)(?: be)?(?: able to)?| (?:won't|can't|cannot|can not)(?: be(?: able to)?)?
    ) (?:
      going to (?:be )?(?:at |attend )?
      |attending |joining |having |meeting |doing |making (?:it to )?
      |seeing |participating in |come to |make (?:it to )?
      |attend |join |go to |meet |be at )(.{3,80})$
  `,
  /^((?:my|the|our) .{3,60}?) (?:is|was|got|has been|'s) (?:now )?(?:cancel+ed|called off|off)(?: now)?$/i,
  /^no (?:more )?((?:\S+ ){0,3}?(?:meeting|lunch|dinner|breakfast|brunch|date|appointment|party|class|practice|call)\b.{0,60})$/i,
];
/** "team meeting is cancelled", without whose; "dinner with Priya fell through", "gym's cancelled on Friday". */
const CALLED = /^((?:\S+ ){0,4}?\S+?)(?: (?:is|are|was|were|got|has been|have been)|'s|(?= fell)) (?:now )?(?:cancel+ed|called off|not (?:happening|on)(?: any ?more)?|fell through|fallen through|a no-go|(?<=are )off)((?: (?:on |this |next )?\S+){1,2})?(?: now)?$/i;
/** "scratch the dog walk", "lose task 9". */
const SLANG = /^(?:scratch|scrap|bin|axe|ditch|lose|nix|forget(?: about)?|never ?mind) ((?:the|my) .{2,60}|task #?\d+|#\d+)$/i;
/** "how can I get rid of this event?": it is asked how, so whether to do it is asked back. */
const HOW = pattern('i')`
  ^(?:
    what (?:can|could|should|do) i (?:have to |need to )?do to
    |what(?:'s| is) (?:the|a) (?:best |easiest |right |quickest |fastest )?way (?:to|of)
    |how (?:do|can|could|would|should) (?:i|you|we)(?: go about)?
    |(?:tell|show) me how (?:to|i can|can ?i|do i)
  )\s+(?:get rid of|getting rid of|remove|removing|delete|deleting|clear|clearing|cancel|cancell?ing|erase|erasing)\s+((?:(?:this|that|my|the)\b|task #?\d|#\d).{0,60})$
`;
/** "no need to call dad". */
const NEEDLESS = /^(?:there(?:'s| is) )?no (?:longer any )?need to (?!remind\b|worry\b|be\b|say\b|know\b|reply\b|answer\b|apologi)(\S+ .{2,60}?)(?: any ?more| after all)?$/i;
const PLAYLIST = /^(?:delete|remove|erase|clear|get rid of|trash|discard) (?:(?:my|the|this|that|a|old|last|current|whole)\s+)*((?:[\p{L}\p{N}']{1,20} ){0,2})play ?list$/iu;
const OURS = new RegExp(`\\b(?:${TASK_NOUN}|${PLACE_NOUN}|${EVENT_NOUN})\\b`, 'i');

const MEETS = /\b(?:meeting|call|appointment|lesson|class|lunch|dinner|breakfast|brunch|practice|party|interview|standup|sync|review|training|rehearsal)s?$/i;
const CALLED_OFF = new RegExp(`\\b(?:${EVENT_NOUN})\\b`, 'i');

const NO_REMOVABLE_LEAD = /^(?:my|the|our|it|that|this|what|which|who|everything|nothing)\b/i;

/** A removal that is only hinted at: nothing goes before the answer. Null when nothing of the kind is said. */
export function offerRemoval(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const text = sentence.replace(/[\s.!?]+$/, '');
  const playlist = PLAYLIST.exec(text);
  if (playlist) {
    const tag = (playlist[1] ?? '').trim().toLowerCase().split(' ').at(-1);
    return offer(tag ? [{ kind: 'filter', filter: { status: 'pending', tagsAny: [tag] }, about: `tagged ${tag}` }] : [], tag ? `the tasks tagged ${tag}` : '', clause);
  }
  if (FOREIGN.test(text)) return null;
  const [, called, day] = CALLED.exec(text) ?? [];
  const missed = called ? missedOn(`${called}${day ?? ''}`, clause, ctx) : null;
  if (missed && day) return missed;
  if (called && !day && !NO_REMOVABLE_LEAD.test(called) && (MEETS.test(called) || /\b(?:fell|fallen) through\b/i.test(text) || CALLED_OFF.test(called))) return offer(readRefs(called, ctx), `the task about "${trimEnds(called)}"`, clause);
  const slang = SLANG.exec(text)?.[1];
  if (slang && !/\b(?:that|idea|weight|itch|game|match|surface|car)\b/i.test(slang)) {
    return { ...offer(readRefs(slang, ctx), slang, clause), action: /\d$/.test(slang) ? 'remove' : 'none' };
  }
  const needless = NEEDLESS.exec(text)?.[1];
  if (needless) return offer(readRefs(needless, ctx), `the task about "${trimEnds(needless)}"`, clause);
  const how = HOW.exec(text)?.[1];
  if (how && OURS.test(how)) return offer(readRefs(how, ctx), trimEnds(how), clause);
  for (const form of OFF) {
    const target = form.exec(text)?.[1];
    if (target && (hasWhen(target, ctx) || (/^(?:my|the|our)\b/i.test(target) && CALLED_OFF.test(target)))) {
      return missedOn(target, clause, ctx) ?? offer(readRefs(target, ctx), `the task about "${trimEnds(target)}"`, clause);
    }
  }
  return null;
}

/** What is off on one day only: of what repeats, that one is left out. */
function missedOn(target: string, clause: string, ctx: LanguageContext): CommandOf<'question'> | null {
  const range = rangeIn(target, ctx);
  const name = range?.rest.trim().replace(/ (?:on|for|at|in)$/i, '') ?? '';
  const [ref, more] = name ? readRefs(name, ctx) : [];
  if (!range || !ref || more || MEETS.test(name) || /\b(?:with|for)\b/i.test(name) || ref.kind === 'filter' || hasWhen(name, ctx)) return null;
  const then: Command = { text: clause, kind: 'skip', ref, when: { ...(range.from ? { from: range.from } : {}), ...(range.to ? { to: range.to } : {}) } };
  return { text: clause, kind: 'question', action: 'remove', question: `Shall I leave out "${trimEnds(name)}" ${range.said}?`, offer: then };
}

const NO_PING = /^(?:(?:stop|quit|no more|enough with) (?:remind(?:ing)?|nagging|bugging|pinging|nudging) me (?:to|about|of|for|that)|don'?t (?:nag|bug|ping|nudge|notify|alert) me (?:to|about|of|for|any ?more about)|i don'?t (?:want|need) (?:to be reminded|reminders?) (?:of|about|for|to)|no (?:more )?reminders? (?:on|for|about)) (.{2,60}?)(?: any ?more)?$/i;
const NO_DATE = /^(?:un-?schedule|un-?plan|undate) (.{2,60})$/i;

/** "stop reminding me about rent", "unschedule the flights": the task stays; only its reminder or its day is spoken of. */
export function readUnreminded(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const text = sentence.replace(/[\s.!?]+$/, '');
  const [target, changes]: [string | undefined, Changes] = NO_DATE.test(text) ? [NO_DATE.exec(text)?.[1], { dueDate: null }] : [NO_PING.exec(text)?.[1], { reminder: null }];
  const refs = target ? readRefs(target, ctx) : [];
  if (!target || !refs.length || FOREIGN.test(text)) return null;
  const offered: Command = { text: clause, kind: 'change', tool: 'update_tasks', refs, changes };
  const what = `"${trimEnds(target)}"`;
  return {
    text: clause,
    kind: 'question',
    action: 'remove',
    question: `Shall I take the ${'reminder' in changes ? 'reminder' : 'date'} off ${what}? The task stays; to delete it, say "delete ${trimEnds(target)}".`,
    offer: offered,
  };
}

/** "drop the flights", "cancel the order": a thing that may be carried or booked elsewhere as well, so it is asked. */
export const offerLoose = (target: string, clause: string, ctx: LanguageContext): CommandOf<'question'> | null =>
  (/^(?:the|my) (?:[\p{L}'-]+ ){0,2}[\p{L}'-]+$/iu.test(target) && !/\b(?:at|off|in|on|with|by|from|to|idea|ball|bass|beat|topic|subject|hint|act)\b/i.test(target)
    ? { ...offer(readRefs(target, ctx), target, clause), action: 'none' }
    : null);

/** Asks which task is to be deleted. */
export const askWhichToDelete = (text: string): CommandOf<'question'> => ({
  text,
  kind: 'question',
  action: 'remove',
  wants: 'task',
  question: 'Which task should I delete? Say its number or its title.',
  then: { text, kind: 'change', tool: 'delete_tasks', refs: [] },
});

function offer(refs: Ref[], what: string, clause: string): CommandOf<'question'> {
  if (!refs.length) return askWhichToDelete(clause);
  const then: Command = { text: clause, kind: 'change', tool: 'delete_tasks', refs };
  return { text: clause, kind: 'question', action: 'remove', question: `Shall I delete ${what.replace(/^(?:my|our)\b/i, 'your')}?`, offer: then };
}
