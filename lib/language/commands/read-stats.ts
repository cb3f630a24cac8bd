import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { pastRange } from './past-range';
import type { Command, Inputs } from './types';

const STATS: RegExp[] = [
  /\b(?:completion|success|finish) rate\b/i,
  /\b(?:stats|statistics|analytics|metrics|productivity|insights|streak)\b/i,
  pattern('i')`
    \bhow (?:many|much)\b.*\b(?:did|have|had|'ve) (?:i|we)\b.*\b(?:
      finish|finished|complete|completed|do|done|get done|gotten done|accomplish|accomplished|check(?:ed)? off|create
      |created|add|added|close|closed
    )\b
  `,
  pattern('i')`
    \bhow (?:am|are|have|did|was|is) (?:i|we|my (?:week|day|month|progress|productivity))\b.*(?:
      \b(?:doing|do|been doing|going|progress\w*|this week|today|so far|perform\w*|productive)\b|$
    )
  `,
  /\bhow productive\b/i,
  /^(?:am|was|have|were) (?:i|we)(?: been)? (?:being |really |very |at all )*(?:productive|efficient|making progress|on track|keeping up)\b/i,
  /^(?:what|which)(?: is| was|'s)? (?:my |the )?(?:day|week|weekday)?.{0,12}\b(?:most productive|best day|busiest day|productive day)\b/i,
  pattern('i')`
    \b(?:my|show|give|our|overall|weekly|monthly|daily|the) (?:me )?(?:my |an? )?(?:quick |short |brief )?(?:
      progress|performance|achievements|summary|overview|report|weekly review|review
    )\b(?! (?:for|of|to|from) (?!my|the|this|last|today))
  `,
  /\bwhat (?:percentage|percent|share|proportion) of (?:my |the )?tasks\b/i,
  /\bhow many (?:tasks|to-?dos|todos) (?:are|do i have|did i|have i|were|was|got)\b.*\b(?:per|by|each|in total|total|overall|altogether)\b/i,
  /^how many (?:tasks|to-?dos|todos|things) (?:(?:are there|do i have) )?(?:per|by|in each|for each|with each)\b/i,
  /^(?:tasks|completed|done) (?:per|by) (?:day|week|tag|month)/i,
];

const STATS_LEAD = pattern('i')`
  ^(?:
    show|give|what|which|was i|were we|have we|how|my|our|weekly|daily|monthly|overall|tell|get|see|view|display|productivity|stats|statistics
    |analytics|metrics|insights|completion|success|finish rate|completed|done|tasks|streak|current|any|am i|have i
    |did i
    |the (?:
      stats|statistics|completion|progress|summary|overview|weekly|monthly|daily|overall|numbers|productivity|streak
    )
    |is my|do i
  )\b
`;

/** "give the report an hour", "an hour for the review": a report of somebody's, that takes its time. */
const OF_A_REPORT = /\b(?:for|on|to|give) (?:the|my) (?:\S+ )?(?:report|review|overview|summary)\b(?! (?:of|for)\b)/i;

/** "completion rate?", "how many did I finish this week?"; null when no numbers are asked for. */
export function stats(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  if (!STATS.some((pattern) => pattern.test(sentence)) || /\bpriority\b|^(?:done|finished|completed) (?:with )?(?:the|my|it|that)\b/i.test(sentence)) return null;
  if (!STATS_LEAD.test(sentence) || OF_A_REPORT.test(sentence) || /^how (?:come|long)\b/i.test(sentence)) return null;
  if (/^(?:add|create|remind|delete|remove|complete|mark|move|write|prepare|send|finish|schedule|review|buy|change|set|rename|make)\b/i.test(sentence)) return null;
  if (/\b(?:apple|google|stock|company|covid|game|team|player|market|dollars?|money|calories|weather|summary of (?!my|the week|this))\b/i.test(sentence)) return null;
  if (/^how (?:are|is) (?:you|it|things)\b/i.test(sentence)) return null;
  const input: Inputs = {};
  const range = pastRange(sentence.toLowerCase(), ctx);
  if (range) [input.from, input.to] = [range.from, range.to];
  const tag = /#([\p{L}\p{N}_-]+)|\b(?:tag(?:ged)?|label) ["']?([\p{L}\p{N}_-]+)|\bfor (?:my )?([\p{L}]+) (?:tasks|tag|project)\b/iu.exec(sentence);
  const name = tag?.[1] ?? tag?.[2] ?? tag?.[3];
  if (name && !/^(?:all|my|the|completed|open)$/i.test(name)) input.tag = name;
  return { text: clause, kind: 'call', tool: 'get_task_stats', input };
}
