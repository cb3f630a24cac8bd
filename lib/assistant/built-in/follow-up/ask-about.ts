import { claimIn, DOING_VERB, EVENT_NOUN } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';
import { tierOf } from '@/lib/tasks/match-title';
import type { Item } from '../perform';
import { type FollowUp, isVague } from '.';

const SHOW = /^(?:please |can you |could you )*(?:show|open|find|see|display)(?: me)? ([\p{L}\p{N}][\p{L}\p{N}' -]{1,40})$/iu;
const IS_IT = pattern('iu')`
  ^(?:and |so |but |wait )*(?:is|was|are) (?:it|that|this|they)(?: still| already| now| really)? (?:
    (?:tagged|marked|labell?ed)(?: (?:as |with )?[\p{L}\p{N}#_ -]{2,30})?
    |(?:an? )?(?:high|low|medium|top)(?: priority)?|urgent|important|done|finished|complete[d]?|open|overdue|late
    |recurring|repeating|in the trash|deleted|due .{2,30}|(?:at|on|for) .{1,25}
  )(?: now| yet| already)?$
`;
const OF_IT = pattern('')`
  ^(?:and |so |but )?(?:
    (?:what|how)(?:'s| is| are|s)? (?:it|that|this) (?:tagged|labell?ed|called|about)(?: as| with)?
    |what(?:'s| is| are|s)? (?:the |its )(?:tags?|labels?|priority|note|notes|description|title|name|due date|date|time|reminder)
    |what (?:tags?|labels?|priority|date|time) (?:does it have|is it|has it(?: got)?)
    |(?:does|will) (?:it|that|this) (?:repeat|recur)|(?:does|has) it (?:have |got )?(?:a |any )?(?:tags?|note|notes|reminder|due date|date|time|deadline|priority|subtasks?)
  )(?: now| again)?$
`;
const ITS_AT = /^(?:and |so |but |wait )*(?:it'?s|that'?s|its) (?:at|on|due|for) (.{1,25}?),? (?:right|correct|isn'?t it|no|yes|yeah)$/;

/** Any short question about it: the task answers it, as far as it can. */
const ABOUT_IT = pattern('')`
  ^(?:(?:and|so|but|wait|ok|oh|hm+)[\s,]+)*(?:which|what|what's|whats|when|when's|where|where's|who|who's|whos|how|why|is|was|are|were|does|did|has|will|am)\b(?!.*\b(?:you|your|mean|work|works|help|possible|ok|okay|alright|sayso|all|weather)\b).{0,40}\b(?:it|that|this|that one|then)\b(?! (?:week|month|year|weekend|morning|afternoon|evening|day)\b).{0,25}$
`;
const ALTERNATIVE = /^(?:(?:is (?:it|that) |at |on )?(?:the )?same (?:day|time|date)|am or pm|(?:which|what) (?:day|time|date|list|tag)|.{2,20} or .{2,20})$/;

const WHAT_OF = /^(?:and |so |but )?(?:what|how) about (?:the |my )?(.{2,40}?)(?: one)?$/;
const NAMED = new RegExp(`^(?:${DOING_VERB})\\b|\\b(?:${EVENT_NOUN})$`, 'i');

/** Questions about the task that was just spoken of ("is it tagged work?"), and one shown by its name alone. */
export function askAbout(from: FollowUp): Item[] | null {
  const { text, said, alone, memory, ctx } = from;
  const { focus, latest } = memory;
  if (focus.length === 1 && latest && OF_IT.test(said)) return [{ text, kind: 'get', ref: { kind: 'pronoun', which: 'it' } }];
  if (focus.length === 1 && latest && (IS_IT.test(said) || ITS_AT.test(said))) return [{ text, kind: 'get', ref: { kind: 'pronoun', which: 'it' }, claim: claimIn(said, ctx) }];
  const asked = ABOUT_IT.test(said) || (text.trim().endsWith('?') && ALTERNATIVE.test(said));
  if (focus.length === 1 && latest && latest.turnsAgo <= 2 && isVague(from) && asked) return [{ text, kind: 'get', ref: { kind: 'pronoun', which: 'it' } }];
  const other = latest ? WHAT_OF.exec(said)?.[1] : undefined;
  if (other && [...memory.shown, ...focus, ...memory.pair].some(({ title }) => tierOf(other, title))) return [{ text, kind: 'get', ref: { kind: 'title', text: other } }];
  const shown = alone.kind === 'unknown' ? SHOW.exec(said)?.[1]?.replace(/^(?:the|my) /, '') : undefined;
  const known = shown ? memory.shown.concat(focus).some(({ title }) => title.toLowerCase().includes(shown)) : false;
  return shown && (known || NAMED.test(shown)) ? [{ text, kind: 'get', ref: { kind: 'title', text: shown } }] : null;
}
