import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { bareQuestion } from './ask-of';
import { list } from './query-list';
import { readFields } from './asked-fields';
import { readFilter } from './read-filter';
import { readEdge, readTotal } from './read-order';
import type { Ask, Command } from './types';
import { DOING_VERB, FOREIGN, SERVICE, TASK_NOUN } from './vocabulary';
import { hasWhen, isOnlyWhen } from './when';

const TIME_FOR = /^(?:do|will|have) (?:i|we)(?: still)? (?:have|got)(?: still| got)?(?: any| enough| some| free| spare)* (?:time|room|space)\b(.*)$/i;
/** "can I fit in a haircut on Thursday". */
const FIT = /^(?:(?:can|could|would|will) (?:i|we)(?: still)? (?:fit|squeeze|slot)|is there (?:any |enough |still )*(?:time|room|space) for)\b.*?\b((?:on |in |this |next |today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day).*)$/i;
const BUSY = [
  /^what(?:'?s| is| does| will) (?:my )?(.{3,20}?) (?:looking like|look like|be like|like)(?: now| so far)?$/i,
  /^(?:is|are|will|how) (?:it|things)?(?: be)?(?: (?:busy|full|packed|hectic|crazy|quiet))? ?(.{3,20}?)(?: (?:busy|full|packed|hectic|quiet|looking|going to be|gonna be))*$/i,
];
const DAY_LIKE = /^what\b.* like(?: now| so far)?$/i;
const DAY_BUSY = /^(?:is|how|will)\b.*\b(?:busy|full|packed|hectic|crazy|quiet)\b/i;
const ANY = pattern('i')`
  ^(?:
    (?:(?:have|do|did|am|are) (?:i|we)(?: have| got| need| doing| seeing| meeting| up to)*|got) (?:any(?:thing|one|body)?|something|much|a lot|stuff)
    |(?:(?:is|was|were) there )?(?:anything|something)(?! (?:is|will|works|goes|would|can|could|to (?:eat|watch|drink|read))\b)
  )(?: else| more)?(?: (?:on|i have|i need|i should know(?: about)?))? (.{2,60})$
`;
/** "did I forget anything?", "anything to worry about?" */
const FORGOTTEN = /^(?:(?:did|have|am|are) (?:i|we)(?: still)? (?:forget(?:ting|s)?|forgotten|miss(?:ed|ing)?|overlook(?:ed|ing)?|neglect(?:ed|ing)?) (?:anything|something|any of them|much)|(?:should|must) i (?:be )?(?:worr(?:y|ied)|concerned)(?: about anything)?|(?:is there )?(?:anything|something) (?:slipp(?:ing|ed)(?: (?:behind|through|away))?|falling behind|to worry about|i(?:'ve| have)? (?:forgot(?:ten)?|missed|should worry about)))(?: here)?$/i;
const MENTION = /^(?:do|does|is|are) (?:any|anything|one|some)(?:thing)?(?: of)?(?: (?:my|the|these))?(?: (?:tasks|things|to-?dos|ones|them))? (?:mention|contain|involve|say|include|about)s? (?:the |my )?(\S+(?: \S+)?)$/i;
/** "how's work looking?" */
const HOW_IS_TAG = /^how(?:'s| is| are) (?!it\b|things\b|that\b|this\b|you\b|today\b|tomorrow\b|my\b|the\b|everything\b|life\b)([\p{L}-]+)(?: stuff| things)? (?:looking|shaping up|coming along)$/iu;
const HOW_MUCH = /^how much(?: more| work| stuff)? (?:have i got|do i (?:still )?have|have i|is)(?: (?:still|left|to do|on|going on|there))+( .*)?$/i;
const SAID_OF = /^what(?:'s| is| was| did| do| have| had)?(?: (?:it|the thing|that thing|i|we))*(?: (?:say|said|write|wrote|note|noted|put|add|added|have|had|got))*(?: down)? (?:about|regarding|concerning) (?:the |my )?(.{2,40})$/i;
/** What others keep. */
const KEPT_ELSEWHERE = /\b(?:e-?mails?|messages?|snapchats?|photos?|notifications?|voicemails?|texts|money|luck|idea|sense)\b/i;
/** "have I finished anything this week?" */
const DONE_ANY = /^(?:have|did) (?:i|we)(?: actually| really| even)? (?:finish(?:ed)?|done|do|complete[d]?|get|got|achieved?|accomplish(?:ed)?) (?:anything|something|much|a lot|any (?:tasks|of them))(?: done)?(?: at all)?( .*)?$/i;
const BEHIND = /^(?:am i|are we|how)(?: (?:far|very|really|badly))? (?:behind|late|overdue)(?: (?:am i|are we))?(?: (?:on|with) (?:anything|things|stuff|my tasks|everything|my list))?$/i;
const BUSIEST = /^(?:what|which)(?:'s| is| are)? (?:(?:my|the) )?(?:(?:day|days) (?:is|are) (?:(?:my|the) )?)?(?:busiest|fullest|most packed|quietest)(?: day)?(?: (?:of|in))?( .*)?$/i;
const WHO_TO = new RegExp(`^(?:who|whom|what)(?: else)? (?:do|should|must|did|am|have) i (?:still )?(?:need to|have to|supposed to|got to|meant to) (${DOING_VERB})(?: (?:back|up))?( .*)?$`, 'i');
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
  const fit = FIT.exec(bareQuestion(sentence))?.[1];
  if (fit && readFilter(fit, ctx).filter.dueFrom) return daysOf(fit, clause, ctx, 'free');
  return time ? daysOf(readFilter(time[1] ?? '', ctx).filter.dueFrom ? time[1] ?? '' : 'today', clause, ctx, 'free') : null;
}

/** Questions after several tasks in forms that no reader before this one has: one end of an order, a sum, time for something. */
export function readAsked(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const asked = withHalf(bareQuestion(sentence));
  if (asked.length > 120 || /\b(?:you|your)\b/i.test(asked)) return null;
  if (FOREIGN.test(asked) || SERVICE.test(asked) || KEPT_ELSEWHERE.test(asked)) return null;
  if (BEHIND.test(asked)) return { text: clause, kind: 'call', tool: 'list_tasks', input: { overdue: true }, about: 'overdue', ask: 'whether' };
  if (FORGOTTEN.test(asked)) return { text: clause, kind: 'call', tool: 'list_tasks', input: { overdue: true }, about: 'overdue', ask: 'whether' };
  const much = HOW_MUCH.exec(asked);
  if (much) return daysOf(much[1] ?? '', clause, ctx);
  const said = (SAID_OF.exec(asked) ?? MENTION.exec(asked) ?? HOW_IS_TAG.exec(asked))?.[1];
  if (said && said.split(' ').length <= 3) return list({ filter: {}, words: said, about: '' }, clause);
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
  return (any ? found(any, clause, ctx) : null) ?? described(asked, clause, ctx);
}

const ABOUT = /^(?:(?:on|for|about|with|to do with|regarding|involving|containing|mentioning|the word|the|my|in|around|i mean|planned|scheduled|booked|set|happening|going on|due|at all|doing|coming up|left|word|from)\b ?)+/i;

/** Few words are looked for; a sentence that says more is none of ours. */
function found(phrase: string, clause: string, ctx: LanguageContext): Command | null {
  const read = readFields(withHalf(phrase).replace(ABOUT, (lead) => (isOnlyWhen(phrase, ctx) ? lead : '')), ctx);
  if (read.problem || read.words.split(' ').length > 3 || (!read.words && !Object.keys(read.filter).length)) return null;
  // What was there may be done by now.
  const status = read.filter.status ?? (/^(?:was|were|did|had|wasn't|weren't|didn't)\b/i.test(bareQuestion(clause)) ? undefined : 'pending' as const);
  return list({ ...read, filter: { ...read.filter, status } }, clause);
}

const ASKS_MANY = /^(?:what|what's|which|are|is|do|have|any|anything|show|list|when)\b/i;
const OF_MINE = new RegExp(`\\b(?:i|my|mine|${TASK_NOUN})\\b|^anything\\b|^what(?:'s| is) (?:not|still)\\b`, 'i');

/** Whether what is left of a question is one word, and said as a tag is: "for work", "my work things". */
const saysOf = (words: string, asked: string): boolean =>
  !words || (/^[\p{L}\p{N}-]+$/u.test(words) && new RegExp(`\\b(?:for|with|tagged) ${words}\\b|\\b${words} (?:things|stuff|tasks|items|ones|jobs)\\b`, 'i').test(asked));

/** Any other question that tells tasks by a field of theirs, and says next to nothing besides: "what's not done for work?". */
function described(asked: string, clause: string, ctx: LanguageContext): Command | null {
  if (!ASKS_MANY.test(asked) || !OF_MINE.test(asked)) return null;
  const read = readFields(asked.replace(/\b(?:in order|one by one|not tagged|anything|should know|low ones)\b/gi, (words) => (/tagged/i.test(words) ? words : ' ')), ctx);
  const { status: _, ...fields } = read.filter;
  if (read.problem || !saysOf(read.words, asked) || !Object.keys(read.words ? read.filter : fields).length) return null;
  return list({ ...read, filter: { ...read.filter, status: read.filter.status ?? 'pending' } }, clause);
}

/** The open tasks of the days that a phrase names. */
export function daysOf(phrase: string, clause: string, ctx: LanguageContext, ask?: Ask): Command {
  const read = readFilter(phrase, ctx);
  const command = list({ ...read, words: '', filter: { ...read.filter, status: 'pending' } }, clause);
  return ask && command.kind === 'call' ? { ...command, ask } : command;
}
