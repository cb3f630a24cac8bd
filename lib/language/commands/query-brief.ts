import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { toList } from './query-list';
import type { Command } from './types';

/** "what repeats?", "which of them are recurring". */
const REPEATS = pattern('i')`
  ^(?:what|which(?: (?:tasks|ones|of (?:them|these|my tasks)))?|anything(?: that)?|(?:show|list|tell)(?: me)? (?:what|everything that|all that)) (?:
    repeats?|recurs?|(?:is|are) (?:repeating|recurring|repeated)|comes? back
  )$
`;
/** "what's my most used tag?". */
const TOP_TAG = pattern('i')`
  ^(?:what|which)(?:'s| is| are)? (?:my |the )?(?:most (?:used|common|popular|frequent)|biggest|busiest) (?:tags?|labels?|lists?|projects?)$
  |^(?:what|which) (?:tags?|labels?|lists?|projects?) (?:do|did) i use (?:the )?most(?: often)?$
  |^(?:what|which) (?:tag|label|list|project) has (?:the )?most (?:tasks|items|things)$
`;
/** "what was the last task I added?", "show the newest task". */
const NEWEST = pattern('i')`
  ^(?:(?:what|which)(?:'s| is| was)|show(?: me)?|see|open) (?:the |my )?(?:last|latest|newest|most recent) (?:thing|task|one|item|to-?do)(?:
    (?: that)? (?:i|we|you) (?:just )?(?:added|created|made)|(?<=(?:newest|most recent|latest) (?:task|item|to-?do))
  )$
`;
/** "only the urgent ones", "hide everything but work": what is left to see. */
const ONLY = pattern('i')`
  ^(?:just|only)(?: show(?: me)?)? (?:the |my )?(?<kind>.{2,30}?) (?:ones|tasks|things|stuff)$
  |^(?:hide|filter out) (?:everything|all)(?: of (?:it|them))? (?:but|except(?: for)?|other than) (?:the |my )?(?<left>.{2,30}?)(?: (?:ones|tasks|things|stuff))?$
`;
/** Short questions that are one thing from end to end. */
export function readBrief(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  const call = (tool: 'list_tasks' | 'list_tags', input = {}, about = ''): Command => ({ text: clause, kind: 'call', tool, input, about });
  const only = ONLY.exec(sentence)?.groups;
  const kind = only?.kind ?? only?.left;
  if (kind) return toList(`${kind} tasks`, clause, ctx);
  if (REPEATS.test(sentence)) return call('list_tasks', { recurring: true, status: 'pending' }, 'that repeat');
  if (TOP_TAG.test(sentence)) return call('list_tags');
  return NEWEST.test(sentence) ? call('list_tasks', { status: 'pending', sort: 'created', order: 'desc', limit: 1 }, 'newest first') : null;
}
