import { joined, pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { list, spanned } from './query-list';
import { readFilter } from './read-filter';
import type { Command } from './types';
import { FOREIGN } from './vocabulary';

const DAY_WORDS = joined`
  (?:
    today|tomorrow|tonight
    |this (?:week|weekend|month|morning|afternoon|evening)|next (?:week|weekend|month)
    |(?:on |next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day
    |for (?:the )?(?:day|week|month|today|tomorrow)
  )
`;

const WHOLE: RegExp[] = [
  pattern('')`
    ^(?:(?:tell|show|remind|instruct) (?:me |us )(?:of )?)?(?:what|which)\b.{0,40}\b(?:i|you|we)\b.{0,40}\b(?:
      remember|recall|(?:keep|bear) in mind
      |(?:not|don't) (?:want to )?forget
      |remind(?:ed)?(?: me| us)?(?: (?:of|about|to do))?
    )(?: again| earlier| before)?$
  `,
  /^(?:i|we) (?:wanted|needed|had|asked)\b.{0,20}\b(?:remember|remind(?:ed|ers)?|recall|keep in mind)\b.{0,30}\bwhat\b.{0,20}$/,
  /^what are (?:all )?(?:the |my )?(?:things|stuff|events|tasks|items) (?:that |which )?i (?:have|need|want(?:ed)?|had|must|should)\b.{0,60}$/,
  pattern('')`
    ^(?:what|which)(?: all| else| things| stuff| items)? (?:do|must|should|did) (?:i|we) need\b.{0,40}\b(?:
      shop|shopping|store|grocer(?:y|ies)|supermarket|market
    )\b.{0,20}$
  `,
  /^what(?:'ve| have) i got (?:set|planned|scheduled|on|going on|coming up)\b.{0,60}$/,
  pattern('')`
    ^(?:
      when(?: and where)?|what time|at what time
    )(?: is|'s| does| do| are| was)? (?:the |my |our |[a-z]+'s )(?:[a-z'-]+ ){0,3}(?:
      party|dinner|lunch|meeting|appointment|birthday|wedding|exam|class|lesson|interview|concert|match|game|practice
      |rehearsal|call
    )(?: (?:start|begin|end|take place|happening|scheduled))?(?: (?:
      tonight|today|tomorrow|this (?:week|weekend|evening|afternoon)
    ))?$
  `,
  /^where (?:do i (?:have|need) to be|am i (?:supposed|meant) to (?:be|go)|must i be)\b.{0,50}$/,
  pattern('')`
    ^(?:
      read (?:me )?(?:back |out )?|show me |tell me about |what(?:'s| is) |how(?:'s| is| does| do) |is |are )(?:my|our) (?:day|week|weekend|(?:sun|mon|tues|wednes|thurs|fri|satur)day|morning|afternoon|evening|schedule|calendar)(?: (?:open|free|clear|looking|look|like|busy|full|shaping up))*\b.{0,40}$
  `,
  pattern('')`
    ^what(?:'s| is| do i have| have i got)? (?:
      left|remaining|outstanding|pending|open|overdue|due|late|to do|undone|still open|still (?:to do|left|pending|outstanding)
    )(?: (?:to do|for me|over))*(?: .{0,40})?$
  `,
  pattern('')`
    ^what(?:'s| is|s)?(?: all)?(?: (?:up|on|happening|going on|planned|scheduled|coming up|there|in store)
    )(?: (?:for|on|to do))?(?: me)?(?: .{0,15})?(?:\b${DAY_WORDS}|\bcoming up)$
  `,
  /^what(?:'s| is)? else(?:'s| is)? (?:high(?: priority)?|low(?: priority)?|urgent|important|overdue|tagged .{2,30})$/,
  /^(?:show|list)(?: me)? what i(?:'ve| have)? (?:already )?(?:finished|completed|done|did)\b.{0,30}$/,
  /^what else(?: is| do i have| have i got)?(?: (?:left|due|there|on|today|tomorrow|tonight|this week|next week|for (?:today|tomorrow|this week)|on \S+day))+$/,
  /^what(?:'s| is) coming up(?: next)?(?: .{0,20})?$/,
  /^(?:how many|how much) (?:things|stuff|jobs) (?:do i|have i|are|is) .{2,40}$/,
  /^what(?:'s| is| do i have| have i got|'ve i got) (?:tagged|labell?ed)(?: with| as)? .{2,40}$/,
  /^what (?:do i have|have i got) for (?:work|home|school|shopping|the (?:house|office|garden|kids|family))$/,
  pattern('')`
    ^(?:what|which)(?: all| else| things| tasks| stuff)? (?:do|must|should|shall|have|did|can) i (?:
      still |have |got |gotten |need |also )*(?:to )?(?:
      do|get done|to do|have|finish|complete|planned|scheduled|going on|coming up|remember|buy
    )\b.{0,60}$
  `,
  pattern('')`
    ^what (?:have|did) i (?:already |just )?(?:
      completed?|finish(?:ed)?|done|do|accomplish(?:ed)?|get done|gotten done|check(?:ed)? off|add(?:ed)?|creat(?:ed?)
    )\b.{0,40}$
  `,
  /^what(?:'s| is| are) (?:completed|done|finished|new|overdue|late|urgent|important|high priority|in progress)$/,
  /^(?:do|must|should) i (?:need to |have to )?be (?:anywhere|somewhere)\b.{0,40}$/,
  /^what(?: else)?(?:'s| is| do i have)(?: else)? (?:on|in) (?:there|it)(?: now)?$/,
  /^what (?:am|was|were) i (?:doing|buying|getting|picking up|supposed to (?:do|be doing)|up to|forgetting|missing)\b.{0,40}$/,
  /^(?:my )?(?:day|week|agenda|schedule)(?: (?:today|tomorrow|this week|next week))?$/,
  /^what did (?:i|we) (?:say|tell you|mention)\b.{0,30}\b(?:need|want|have|had)(?:ed)? to\b.{0,30}$/,
  /^what (?:groceries|food|supplies) do (?:i|we) (?:still )?need(?: to (?:buy|get))?$/,
  /^(?:am i|are we) (?:free|busy|available|double[- ]?booked|booked|occupied)\b.{0,50}$/,
  pattern('')`
    ^(?:do i have|have i got|is there|are there) (?:
      anything|something|any ?thing|much|a lot|stuff|any plans|plans|any free time|any off days|any days off
    )\b.{0,60}$
  `,
  /^anything (?:due|overdue|left|to do|planned|scheduled|urgent|on|for|tomorrow|today|else)\b.{0,40}$/,
  pattern('')`
    ^(?:show|list|display)(?: me)? (?:
      everything
      |all(?! (?:of )?(?:my |the )?(?:tasks|to-?dos))|all of (?:it|them)|them(?: all)?|what i have(?: to do)?
      |what's (?:left|due|open|overdue|done|next)|the rest|what is left|overdue|completed|pending|done|high priority
      |urgent
    )\b.{0,50}$
  `,
  new RegExp(`^(?:show|list|display)(?: me)?(?: for)? ${DAY_WORDS}$`),
  pattern('')`
    ^(?:show|list|display|give|see)(?: me)?(?: (?:just|only|all))* (?:the |my )?(?:
      (?:high|low|medium)(?: priority)?|urgent|important|overdue|late|completed|done|open|pending|undated|recurring|repeating
    )(?: stuff| ones?| things?| items)?$
  `,
  /^how many(?: (?:tasks|things|to-?dos))?(?: (?:are|is|do i have|have i got))?(?: there)?(?: still)? (?:left|remaining|open|to go)(?: to do| for today| today)?$/,
  /^(?:sort|order|rank|arrange)(?: (?:(?:my |all |the )?(?:tasks|list|everything|to-?dos)))? by (?:priority|due date|date|deadline|urgency|importance|title|name|number|when they'?re due)$/,
  /^(?:all )?(?:the )?(?:tasks|things|to-?dos) (?:i )?(?:created|added|made|completed|finished) (?:today|yesterday|(?:this|last) (?:week|month|year))$/,
  /^(?:overdue|pending|completed|open|due (?:today|tomorrow|this week|next week))$/,
  /^from .{1,30}, when do i have (?:a )?(?:free|any).{0,30}$/,
  /^when (?:am i|do i have).{0,12}\bfree\b.{0,40}$/,
  /^(?:where am i supposed to be|what time do i (?:work|have to be|need to be|start)|what have i got going on)\b.{0,50}$/,
];

const WHAT_I_DID = pattern('')`
  ^what (?:have|did) i (?:already |just )?(?:
    completed?|finish(?:ed)?|done|do|accomplish(?:ed)?|get done|gotten done|check(?:ed)? off
  )
`;
/** Words of a question that narrow nothing. */
const QUESTION_FILLERS = pattern('g')`
  \b(?:
    rest|free|busy|available|happening|planned|scheduled|be|anywhere|somewhere|doing|buying|getting|picking up
    |supposed|forgetting|missing|store|anything|something
    |(?<!\b(?:tagged|label?led|tag|with|as|for|in|my) |#)work|much|a lot|days? off|off days|start|in progress|new
    |where|time|am|how|does|looks?|looking|like|shaping|full|want(?:ed)?|remember(?:ing)?|remind(?:ed)?|recall|forget
    |asked|told|trying|mind|keep|bear|plate|say|said|mention|double|booked|occupied|need(?:ed)?|groceries|supplies
    |from the store|clear|empty|tell|earlier|should know(?: about)?
  )\b
`;

/** Questions after everything, without a noun of ours: "what's left?", "what do I have tomorrow?", "am I busy on Friday?". */
export function readWhole(lower: string, clause: string, ctx: LanguageContext): Command | null {
  if (FOREIGN.test(lower) || !WHOLE.some((pattern) => pattern.test(lower))) return null;
  if (
    /\b(?:in my (?:area|town)|near me|local|around me|around here|nearby|in [A-Z]|to make|need to make|to buy (?:a|an)\b|visa|ticket|money|doing there)\b/i.test(clause)
  ) return null;
  const plainly = lower.replace(/\bi'm\b/g, 'i am');
  const done = /^what (?:have|did) i (?:already |just )?(?:complet|finish|done|do|accompl|get done|gotten|check)/.test(lower);
  const phrase = /^(?:sort|order|rank|arrange)\b/.test(lower) ? lower.replace(/^.* by /, 'tasks sorted by ') : /^how many\b.* (?:left|remaining|open|to go)\b/.test(lower) ? lower.replace(/^how many(?: things| tasks| to-?dos)?/, 'what') : done ? lower.replace(WHAT_I_DID, 'completed') : plainly.replace(/^what (?:have|did) i (?:already |just )?(?=add|creat)/, '');
  const read = readFilter(spanned(phrase.replace(/^how (?:many|much) (?:things|stuff|jobs)/, 'what'), ctx).replace(QUESTION_FILLERS, ' '), ctx);
  if (!read.filter.status && !read.filter.overdue) read.filter.status = 'pending';
  if (/\bdue\b/.test(lower) && !read.filter.dueFrom && !read.filter.dueTo && !read.filter.overdue && !read.filter.noDue) read.sort = 'due';
  if (/^what do i (?:need|have) to (?:buy|get)/.test(lower)) read.words = 'buy';
  return list({ ...read, words: read.words.split(' ').length > 3 ? '' : read.words }, clause);
}
