import { joined, pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { bareQuestion } from './ask-of';
import type { Sort } from './types';
import { EVENT_NOUN, TASK_NOUN } from './vocabulary';
import { isOnlyWhen, rangeIn } from './when';

const THING = `(?:${TASK_NOUN}|${EVENT_NOUN}|appointments?)`;
const EDGE = 'first|earliest|earlier|soonest|sooner|furthest(?: away| out| off)?|farthest(?: away| out| off)?|later|longer|shorter|quicker|next|last|latest|longest|biggest|shortest|quickest|smallest|oldest|newest|hardest';
const ENDS: [RegExp, Sort, 'asc' | 'desc'][] = [
  [/first|earliest|soonest|next|sooner|earlier/, 'due', 'asc'],
  [/last|latest|later|furthest|farthest/, 'due', 'desc'],
  [/longest|biggest|longer/, 'duration', 'desc'],
  [/shortest|quickest|smallest|shorter|quicker/, 'duration', 'asc'],
  [/oldest/, 'created', 'asc'],
  [/newest/, 'created', 'desc'],
];
/** "the earliest thing on Friday", "which one is due first". The first two groups name the end of the order, the last the rest. */
const AT_EDGE = [
  new RegExp(joined`
    ^(?:(?:what|which|who|when)(?:'s| is| are| was)?|show me|tell me) (?:the|my|our) (?:very )?(${EDGE})(?: (?:${THING}|one|date|due date|deadline))?
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
