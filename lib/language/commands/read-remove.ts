import { joined, pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { trimEnds } from './normalize';
import { readPointer, readRefs } from './read-refs';
import { readPurge, readRestore } from './read-restore';
import { wantedGone } from './remove-forms';
import { askWhichToDelete, offerLoose } from './remove-offers';
import type { Command, Ref } from './types';
import { hasWhen, isOnlyWhen } from './when';
import { EVENT_NOUN, FOREIGN, FOREIGN_CANCEL, FOREIGN_DELETE, PLACE_NOUN, TASK_NOUN } from './vocabulary';

const VERB = joined`
  deleted?|removed?|erase|cancel|drop(?! off\b)|trash(?! (?:is|day|bag|can|needs)\b)|discard|scrap|bin|clear(?: out| off| away)?
  |turn off(?= (?:the|my|all) (?:\S+ )?reminders?\b)
  |(?:nix|axe|ditch|scratch|cut)(?= (?:the|my|our) (?:\S+ ){0,2}?(?:${EVENT_NOUN}|${TASK_NOUN})\b)|empty|get (?:rid|shot) off?
  |earse|eliminate|destroy|wipe(?: out)?|dump|throw (?:away|out)|toss(?: out)?|kill|call off|forget about
  |forget(?= (?:my|the|that) (?:\S+ )?reminder\b)|disregard|strike|take out|abolish|dismiss
`;
const WHERE = `(?:my|the|our|this|that|today's|tomorrow's)?\\s*(?:[\\p{L}\\p{N}'-]+\\s+){0,2}?(?:${PLACE_NOUN}|reminders|tasks|events|there)`;
const PATTERNS: RegExp[] = [
  new RegExp(`^(?:${VERB})\\b:?\\s+(.+)$`, 'iu'),
  // Whatever the verb, what goes off a list leaves it; crossing off is completing.
  pattern('iu')`
    ^(?!
      (?:let|please|check|cross|tick|mark|strike|name|read|list|show|tell|rattle|reel|call|say|know|everything|i|we)\b
    )[a-z]+\s+(.+?)\s+off(?: of| from)?\s+${WHERE}(.*)$
  `,
  new RegExp(`^(?:take|pull|knock|scratch|get)\\s+(.+?)\\s+(?:out|from)(?: of| from)?\\s+${WHERE}(.*)$`, 'iu'),
  new RegExp(`^(?:take|pull|get|knock) off\\s+(.+)$`, 'iu'),
  new RegExp(`^(?:on|from|off|in) (?:my|the) [\\p{L} -]{0,30}?(?:lists?|to-?\\s?dos?|calendar|schedule),? (?:please )?(?:remove|delete|erase|take off|drop)\\s+(.+)$`, 'iu'),
  /^(?:move|put|throw|send|toss)\s+(.+?)\s+(?:in|to|into)\s+(?:the )?(?:trash|bin|garbage)(?: can)?(?:\s+from .+)?$/i,
  /^(?:do not|don't|no longer|no need to|you (?:don't|do not) (?:need|have) to) remind me (?:to|about|of|for|that)\s+(.+)$/i,
  pattern('i')`
    ^(?:(?:i|we) )?(?:don't|do not|no longer|won't) (?:need|want)(?: to do| to| the reminder (?:to|for|about)
    )?\s+(.+?)(?: any ?more| any longer| after all)?(?:
      ,? (?:so )?(?:please )?take (?:it|them) off(?: it| the list| my list)?
    )?$
  `,
  /^make ((?:my|the) (?:calendar|schedule|(?:\S+ )?list)) empty$/i,
  /^(.+?),? (?:please )?(?:delete|remove|erase) (?:it|that|them)$/i,
  /^(.+?)\s+(?:delete|remove|erase|removal)$/i,
  /^omit (.+)$/i,
];
const PLACE_ONLY = pattern('iu')`
  ^(?:
    (?:
      all|everything|every ?thing|all (?:the )?(?:data|items|things|tasks|events|content)
    )(?: (?:off|from|on|in|of))?\s*
  )?(?:(?:my|the|our|this|that|a|today's)\s+)?(?:
    (?:([\p{L}\p{N}'-]+(?: [\p{L}'-]+)?)\s+)?(
      lists?|to-?\s?dos?|to-?do list|calendars?|calenders?|schedule|agenda|day|planner
    )
  )(?: (?:for|on)\s+(.+))?$
`;
const FROM_LIST = pattern('iu')`
  \s+(?:from|off|off of|out of|in|on)\s+(?:my|the|our|this|that)?\s*(?:([\p{L}\p{N}' -]{1,30}?)[ -]?)?(?:
    list|calendar|calender|schedule|agenda|reminders|to-?dos?
  )(?: app)?\b(?: of [\p{L} ]+?)?(?=$|\s+(?:for|on|at)\s)
`;
const EVENT = new RegExp(`\\b(?:${EVENT_NOUN}|${TASK_NOUN}|${PLACE_NOUN}|programs?|activit(?:y|ies)|bookings?)\\b`, 'i');

const LOOSE_REMOVE_VERB = /^(?:drop|empty|kill|strike|toss|throw|dump|wipe|destroy|forget|take)$/;

/** Deleting, purging, restoring and emptying the trash; null when nothing is taken away. The courtesies must be off. */
export function readRemove(clause: string, ctx: LanguageContext): Command | null {
  if (/^(?:what(?!ever)|which|when|how|why|who|is|are|do(?! not\b)|does|did|should)\b/i.test(clause)) return null;
  const sentence = clause.replace(/[\s.!?]+$/, '');
  // What is on one task is its fields, not all of the list.
  if (/^\S+ (?:everything|all|anything)(?: of (?:it|that))? (?:on|in|from|about|off) (?:it|that|this|task #?\d+|#\d+)$/i.test(sentence)) return null;
  const purge = readPurge(sentence, clause, ctx);
  if (purge) return purge;
  const restore = readRestore(sentence, clause, ctx);
  if (restore) return restore;
  const gone = wantedGone(sentence, ctx);
  if (gone && !FOREIGN.test(sentence)) return toDelete(gone, clause, ctx);
  for (const [index, pattern] of PATTERNS.entries()) {
    const found = pattern.exec(sentence);
    if (!found?.[1]) continue;
    if (index === 7 && (/^(?:you|to|it)\b|^(?:this|that)$/i.test(found[1]) || (/^(?:this|that)\b/i.test(found[1]) && !EVENT.test(found[1])))) continue;
    if (index > 7 && (sentence.split(' ').length > 10 || /\b(?:no|not|don'?t|never|wait|why|if|did|didn't)\b/i.test(found[1]))) continue;
    const verb = (/^[a-z']+/i.exec(sentence)?.[0] ?? '').toLowerCase();
    // "take everything off my calendar for Friday": the day narrows what goes.
    const target = trimEnds(found[2] && hasWhen(found[2], ctx) ? `${found[1]} ${found[2].trim()}` : found[1]);
    const plain = /^(?:deleted?|removed?|erase|trash|discard)$/.test(verb);
    const elsewhere = plain ? FOREIGN_DELETE.test(target) : FOREIGN.test(target) || (verb === 'cancel' && FOREIGN_CANCEL.test(target));
    if (elsewhere && !/\b(?:tasks?|reminders?|list|calendar)\b|^#?\d+$/i.test(target)) return verb === 'cancel' && !FOREIGN.test(target) ? offerLoose(target, clause, ctx) : null;
    // "cancel" alone, or of something that is no task, stops what is going on; "drop", "empty", "clear" need a task's name.
    if (
      LOOSE_REMOVE_VERB.test(verb) &&
      index === 0 &&
      !EVENT.test(sentence) &&
      !readPointer(target.toLowerCase()) &&
      !/\b(?:task|#)\s*\d|\b(?:it|that|them|one|all|everything)$/i.test(target)
    ) return /^(?:drop|kill|dump|toss)$/.test(verb) ? offerLoose(target, clause, ctx) : null;
    const day = target.replace(/^(?:my|the|all of|the whole of) /i, '');
    if ((verb === 'clear' || (/^(?:cancel|wipe|empty)$/.test(verb) && /^my \D+$/i.test(target))) && isOnlyWhen(day, ctx)) return toDelete(`my calendar for ${day}`, clause, ctx);
    if (verb === 'clear' && !EVENT.test(target) && !/\b(?:day|it|them|all|everything|completed|done|finished|overdue)\b/i.test(target)) return null;
    return toDelete(target, clause, ctx);
  }
  const listed = /^(?:(?:the|my) )?((?:\S+ ){0,2}?list),? (?:please )?(?:delete|remove|erase) (.{2,60})$/i.exec(sentence);
  if (listed?.[1] && listed[2]) return toDelete(`${listed[2]} from my ${listed[1]}`, clause, ctx);
  if (/^(?:delete|remove|erase|get rid of|cancel (?:an? )?(?:task|event|reminder))$/i.test(sentence)) return askWhichToDelete(clause);
  return null;
}

const WHATEVER_PLANNED = pattern('i')`
  ^(?:whatever|anything)(?: (?:that )?i(?:'ve| have)(?: got)?)?(?: (?:planned|scheduled))?\s+(?=at|on|for|due)
`;

function toDelete(target: string, clause: string, ctx: LanguageContext): Command {
  const named = /^(?:my |the )?list (?:called|named) ["']?(.{2,30}?)["']?$/i.exec(target)?.[1]?.toLowerCase();
  if (named) {
    return {
      text: clause,
      kind: 'change',
      tool: 'delete_tasks',
      refs: [{ kind: 'filter', filter: { status: 'pending', tagsAny: [named] }, about: `tagged ${named}` }],
    };
  }
  const whole = PLACE_ONLY.exec(target.replace(/\b(list|calendar|schedule|agenda) clean\b/i, '$1'));
  if (whole) return deletePlace(whole, clause, ctx);
  const place = FROM_LIST.exec(target);
  let text = place ? `${target.slice(0, place.index)} ${target.slice(place.index + place[0].length)}`.trim() : target;
  text = text.replace(WHATEVER_PLANNED, 'all tasks ').replace(/^off\s+/i, '').replace(/\b(list|calendar|schedule|agenda) clean$/i, '$1').replace(/\s+/g, ' ').replace(/^(all .+) for all (?:days|weeks|months|time)$/i, '$1');
  if (/^(?:a|an|the|this|that|some|any)?\s*(?:tasks?|items?|item name|reminders?|something|one)$/i.test(text) && !/^(?:the|this|that)\b/i.test(text)) return askWhichToDelete(clause);
  const refs = readRefs(text, ctx);
  if (!refs.length) return askWhichToDelete(clause);
  return { text: clause, kind: 'change', tool: 'delete_tasks', refs };
}

/** "clear my calendar for Saturday", "delete the shopping list": all of a place, which is a day, a tag or everything. */
function deletePlace(found: RegExpExecArray, clause: string, ctx: LanguageContext): Command {
  const name = (found[1] ?? '').toLowerCase().replace(/'s$/, '').replace(/^(?:my|the|entire|whole|full|to|of|work)\s+(?=\S)/, '');
  const when = found[3];
  const refs: Ref[] = [];
  if (when && !/^all (?:days|weeks|months|time)$/i.test(when)) refs.push(...readRefs(`all tasks ${when.replace(/^(?:the |my )?(?:whole |entire )?(?=(?:week|month|year)$)/i, 'this ').replace(/^(?:the |my )?(?:whole |entire )?day$/i, 'today')}`, ctx));
  else if (/^day$/i.test(found[2] ?? '') && /^(?:entire|whole|full|my|the|)$/.test(name)) refs.push(...readRefs('all tasks today', ctx));
  else if (/^(?:to-?\s?do|todo|task|reminder|entire|whole|full|of|all|everything|the|my|do|)$/.test(name)) {
    refs.push({ kind: 'filter', filter: { status: 'pending' }, about: '' });
  } else if (/^(?:today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(name)) {
    refs.push(...readRefs(`all tasks ${name}`, ctx));
  } else refs.push({ kind: 'filter', filter: { status: 'pending', tagsAny: [name] }, about: `tagged ${name}` });
  return { text: clause, kind: 'change', tool: 'delete_tasks', refs };
}
