import { joined, pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { bareQuestion } from './ask-of';
import { list } from './query-list';
import { readFilter } from './read-filter';
import type { Ask, Command, Sort } from './types';
import { DOING_VERB, EVENT_NOUN, FOREIGN, SERVICE, TASK_NOUN } from './vocabulary';
import { hasWhen, isOnlyWhen, rangeIn } from './when';

const THING = `(?:${TASK_NOUN}|${EVENT_NOUN}|appointments?)`;
const EDGE = 'first|earliest|soonest|next|last|latest|longest|biggest|shortest|quickest|smallest|oldest|newest|hardest';
const ENDS: [RegExp, Sort, 'asc' | 'desc'][] = [
  [/first|earliest|soonest|next|sooner|earlier/, 'due', 'asc'],
  [/last|latest|later/, 'due', 'desc'],
  [/longest|biggest|longer/, 'duration', 'desc'],
  [/shortest|quickest|smallest|shorter|quicker/, 'duration', 'asc'],
  [/oldest/, 'created', 'asc'],
  [/newest/, 'created', 'desc'],
];
/** "the earliest thing on Friday", "which one is due first". The first two groups name the end of the order, the last the rest. */
const AT_EDGE = [
  new RegExp(joined`
    ^(?:(?:what|which|who)(?:'s| is| are| was)?|show me|tell me) (?:the|my|our) (?:very )?(${EDGE})(?: (?:${THING}|one|date|due date|deadline))?
    (?: (?:that )?(?:i (?:have|need|got|'ve got)|i've got|to do|due|is|on the list|of (?:them|those|these|all))(?: to do)?)*( .*)?$
  `, 'i'),
  new RegExp(joined`
    ^(?:what|which|who)(?: one| ones| thing| task)?(?:,? (?:out )?of (?:them|those|these|my tasks|the two|all(?: of them)?))?
    (?:'s| is| are| comes| happens| has| takes| do i (?:do|have|need to do)| should i do)?(?: (?:due|up|on|the|coming|gonna be|going to be))* (${EDGE})
    (?: (?:date|due date|deadline|up|due|off))*( .*)?$
  `, 'i'),
];

/** How one end of an order is asked for by words, as tools have it; null where none of ours is named. */
function edgeOf(word: string): { sort: Sort; order: 'asc' | 'desc' } | null {
  const [, sort, order] = ENDS.find(([said]) => said.test(word)) ?? [];
  return sort && order ? { sort, order } : null;
}

/** The one at the end of an order, with what else is said of it ("on Friday"). */
export function readEdge(sentence: string): { sort: Sort; order: 'asc' | 'desc'; rest: string } | null {
  const asked = bareQuestion(sentence);
  for (const form of AT_EDGE) {
    const found = form.exec(asked);
    const edge = found?.[1] ? edgeOf(found[1].toLowerCase()) : null;
    if (edge) return { ...edge, rest: (found?.[2] ?? '').replace(/^ (?:for|with) me$/, '').trim() };
  }
  return null;
}

const TOTAL = /^how (?:long|much (?:time|work|effort))\b(?=.*\b(?:take|total|all|everything|altogether|together|overall|need|left|work)\b)/i;
const TOTAL_WORDS = pattern('gi')`
  \b(?:
    will|would|does|do|is|are|have|has|i|we|got|need|for|it|that|this(?! (?:week|weekend|morning|afternoon|evening|month))
    |those|these|they|them|all|of|everything|take|add up to|be|last|going to|gonna|left|in total|altogether|together|overall
    |the|my|tasks?|things|stuff|to do|in
  )\b
`;
/** How long the tasks take together; the rest names their days, or is empty where those on show are meant. */
export function readTotal(sentence: string, ctx: LanguageContext): { rest: string } | null {
  const asked = bareQuestion(sentence);
  if (!TOTAL.test(asked)) return null;
  const rest = asked.replace(TOTAL, '').replace(TOTAL_WORDS, ' ').replace(/\s+/g, ' ').trim();
  return !rest || isOnlyWhen(rest, ctx) || rangeIn(rest, ctx)?.rest.trim() === '' ? { rest } : null;
}

const TIME_FOR = /^(?:do|will|have) (?:i|we)(?: still)? (?:have|got)(?: still| got)?(?: any| enough| some| free| spare)* (?:time|room|space)\b(.*)$/i;
const BUSY = [
  /^what(?:'?s| is| does| will) (?:my )?(.{3,20}?) (?:looking like|look like|be like|like)(?: now| so far)?$/i,
  /^(?:is|are|will|how) (?:it|things)?(?: be)?(?: (?:busy|full|packed|hectic|crazy|quiet))? ?(.{3,20}?)(?: (?:busy|full|packed|hectic|quiet|looking|going to be|gonna be))*$/i,
];
const DAY_LIKE = /^what\b.* like(?: now| so far)?$/i;
const DAY_BUSY = /^(?:is|how|will)\b.*\b(?:busy|full|packed|hectic|crazy|quiet)\b/i;
const ANY = pattern('i')`
  ^(?:
    (?:(?:have|do|did|am|are) (?:i|we)(?: have| got| need| doing| seeing| meeting| up to)*|got) (?:any(?:thing|one|body)?|something|much|a lot|stuff)
    |(?:is there )?(?:anything|something)(?! (?:is|will|works|goes|would|can|could|to (?:eat|watch|drink|read))\b)
  )(?: else| more)?(?: (?:on|i have|i need))? (.{2,60})$
`;
/** What others keep. */
const KEPT_ELSEWHERE = /\b(?:e-?mails?|messages?|snapchats?|photos?|notifications?|voicemails?|texts|money|luck|idea|sense)\b/i;
/** "have I finished anything this week?" */
const DONE_ANY = /^(?:have|did) (?:i|we)(?: actually| really| even)? (?:finish(?:ed)?|done|do|complete[d]?|get|got|achieved?|accomplish(?:ed)?) (?:anything|something|much|a lot|any (?:tasks|of them))(?: done)?(?: at all)?( .*)?$/i;
const BEHIND = /^(?:am i|are we|how)(?: (?:far|very|really|badly))? (?:behind|late|overdue)(?: (?:am i|are we))?(?: (?:on|with) (?:anything|things|stuff|my tasks|everything|my list))?$/i;
const BUSIEST = /^(?:what|which)(?:'s| is| are)? (?:(?:my|the) )?(?:(?:day|days) (?:is|are) (?:(?:my|the) )?)?(?:busiest|fullest|most packed|quietest)(?: day)?(?: (?:of|in))?( .*)?$/i;
const WHO_TO = new RegExp(`^(?:who|whom|what)(?: else)? (?:do|should|must|did|am) i (?:still )?(?:need to|have to|supposed to|got to|meant to) (${DOING_VERB})(?: (?:back|up))?( .*)?$`, 'i');
const ANYONE_TO = new RegExp(`^(?:do|did|should) i (?:still )?(?:need|have|got)? ?(?:to )?(${DOING_VERB}) (?:anyone|anybody|someone|somebody|anything|something)\\b(.*)$`, 'i');
const TO_DO = new RegExp(`^(?:is there |do i have |have i got )?(?:anyone|anybody|anything|something)(?: else)? (?:i (?:need|have|still need) )?to (${DOING_VERB})( .*)?$`, 'i');
const AT_HOUR = pattern('i')`
  ^what(?:'s| is| was| am i| was i| did i have| do i have)(?: (?:i|doing|happening|going on|supposed to|meant to|have|to do|be|do|on))* (?:at|around|after|before) (.{1,30})$
`;

/** "at 5" of one's own day is in the waking hours. */
export const withHalf = (text: string): string =>
  text.replace(/\b(after|before|by|past|from|at|around) (1[0-2]|[1-9])(?=$|[,?]| (?:today|tomorrow|tonight|on|this|next|then|i|(?:mon|tues|wednes|thurs|fri|satur|sun)day))/gi, (_, word: string, hour: string) => `${word} ${hour} ${/^(?:[1-7]|12)$/.test(hour) || /tonight|evening/.test(text) ? 'pm' : 'am'}`);

/** "do I have time for a run on Friday?": what has its place on that day is asked, and no run. */
export function readTimeFor(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const time = TIME_FOR.exec(bareQuestion(sentence));
  return time ? daysOf(readFilter(time[1] ?? '', ctx).filter.dueFrom ? time[1] ?? '' : 'today', clause, ctx, 'free') : null;
}

/** Questions after several tasks in forms that no reader before this one has: one end of an order, a sum, time for something. */
export function readAsked(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const asked = withHalf(bareQuestion(sentence));
  if (asked.length > 120 || /\b(?:you|your)\b/i.test(asked)) return null;
  if (FOREIGN.test(asked) || SERVICE.test(asked) || KEPT_ELSEWHERE.test(asked)) return null;
  if (BEHIND.test(asked)) return { text: clause, kind: 'call', tool: 'list_tasks', input: { overdue: true }, about: 'overdue', ask: 'whether' };
  const done = DONE_ANY.exec(asked);
  if (done) return found(`completed ${done[1]?.trim() ?? ''}`, clause, ctx);
  const busiest = BUSIEST.exec(asked);
  if (busiest) return daysOf(busiest[1]?.trim() || 'this week', clause, ctx, 'busiest');
  const edge = readEdge(asked);
  if (edge) {
    const read = readFilter(edge.rest, ctx);
    if (read.words && !/^(?:for|with|about|tagged|#)/.test(edge.rest)) return null;
    const input = { ...read, sort: edge.sort, order: edge.order, limit: 1, filter: { ...read.filter, status: read.filter.status ?? 'pending' as const } };
    const command = list(input, clause);
    return command.kind === 'call' ? { ...command, ask: 'edge' } : command;
  }
  const total = readTotal(asked, ctx);
  if (total) return daysOf(total.rest, clause, ctx, 'total');
  const day = DAY_BUSY.test(asked) || DAY_LIKE.test(asked) ? BUSY.map((form) => form.exec(asked)?.[1]).find((said) => said && isOnlyWhen(said, ctx)) : undefined;
  if (day) return /^(?:what|how)\b/i.test(asked) ? found(day, clause, ctx) : daysOf(day, clause, ctx, 'whether');
  const errand = WHO_TO.exec(asked) ?? ANYONE_TO.exec(asked) ?? TO_DO.exec(asked);
  if (errand?.[1] && !(/^what/i.test(asked) && errand[2]?.trim() && !isOnlyWhen(errand[2], ctx))) return found(`${errand[1]} ${errand[2] ?? ''}`, clause, ctx);
  const any = ANY.exec(asked)?.[1] ?? (AT_HOUR.test(asked) && hasWhen(asked, ctx) ? asked.replace(/^.*? (?=(?:at|around|after|before) )/i, '') : undefined);
  return any ? found(any, clause, ctx) : null;
}

const ABOUT = /^(?:(?:on|for|about|with|to do with|regarding|involving|containing|mentioning|the word|the|my|in|around|i mean|planned|scheduled|booked|set|happening|going on|due|at all|doing|coming up|left|word|from)\b ?)+/i;

/** Few words are looked for; a sentence that says more is none of ours. */
function found(phrase: string, clause: string, ctx: LanguageContext): Command | null {
  const read = readFilter(withHalf(phrase).replace(ABOUT, (lead) => (isOnlyWhen(phrase, ctx) ? lead : '')), ctx);
  if (read.problem || read.words.split(' ').length > 3 || (!read.words && !Object.keys(read.filter).length)) return null;
  return list({ ...read, filter: { ...read.filter, status: read.filter.status ?? 'pending' } }, clause);
}

/** The open tasks of the days that a phrase names. */
export function daysOf(phrase: string, clause: string, ctx: LanguageContext, ask: Ask): Command {
  const read = readFilter(phrase, ctx);
  const command = list({ ...read, words: '', filter: { ...read.filter, status: 'pending' } }, clause);
  return command.kind === 'call' ? { ...command, ask } : command;
}
