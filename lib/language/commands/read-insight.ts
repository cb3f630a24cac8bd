import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { pastRange } from './past-range';
import { readFilter } from './read-filter';
import { template } from './read-template';
import type { Command, Inputs } from './types';
import { NUMBER_WORDS } from './vocabulary';
import { pointIn } from './when';

/** Advice that is asked for after a word about oneself; it is one question from end to end. */
export const readAdvice = (clause: string): Command | null => (MOOD.test(clause) ? advice(clause.replace(/[\s.!?]+$/, ''), clause) : null);

/** Numbers about tasks, advice, the plan of a day, templates, tags and the use of skills. */
export function readInsight(clause: string, ctx: LanguageContext): Command | null {
  const sentence = clause.replace(/[\s.!?]+$/, '').replace(/^(plan .{2,40}?) (?:again|instead)$/i, '$1');
  return (
    template(sentence, clause, ctx) ??
    waits(sentence, clause) ??
    usage(sentence, clause) ??
    plan(sentence, clause, ctx) ??
    advice(sentence, clause) ??
    stats(sentence, clause, ctx) ??
    lists(sentence, clause)
  );
}

function usage(sentence: string, clause: string): Command | null {
  if (!/\bskills?\b/i.test(sentence) || !/\b(?:which|what|how|usage|used|use|show|list|statistics|stats)\b/i.test(sentence)) return null;
  const days = /\b(\d{1,3}) days\b/i.exec(sentence)?.[1] ?? (/\bweek\b/i.test(sentence) ? '7' : /\bmonth\b/i.test(sentence) ? '30' : undefined);
  return { text: clause, kind: 'call', tool: 'get_skill_usage', input: days ? { days: Number(days) } : {} };
}

const WAITS = pattern('i')`
  ^(?:so |and |ok )?(?:
    what|which(?: (?:tasks?|ones?|of (?:them|these|those)|things?))?|anything (?:that|which)|is there anything that
  ) (?:can|could|may|might) (?:i )?(?:
    wait
    |be (?:postponed|put off|delayed|deferred|moved|pushed(?: back)?)
    |(?:postpone|put off|defer|delay|push back|push|skip|leave|drop)(?= |$)
  )(?: (?:until|till|to|for) .{2,25}| (?:today|now|this week|a bit|a while))?$
  |^what(?:'s| is) (?:the )?(?:least (?:urgent|important)|not (?:so )?urgent)(?: .{0,20})?$
`;

/** "what can wait?": the least urgent first. */
function waits(sentence: string, clause: string): Command | null {
  return WAITS.test(sentence)
    ? {
      text: clause,
      kind: 'call',
      tool: 'list_tasks',
      input: { status: 'pending', sort: 'urgency', order: 'desc', limit: 5 },
      about: 'that can wait longest',
    }
    : null;
}

const PLAN = pattern('i')`
  ^(?:
    (?:can you |please )?(?:
      plan|organi[sz]e|schedule|structure|map out|lay out|arrange|prioriti[sz]e
    )(?: out)? (?:my |the |out )?(?:
      (?:rest of (?:the |my )?)?(?:day|today|tomorrow|morning|afternoon|evening|tonight|schedule|work day|workday)
      |(?:mon|tues|wednes|thurs|fri|satur|sun)day|tasks for (?:today|tomorrow)
    )(?:'s)?(?: (?:day|tasks|plan|schedule))?(?: (?:
      for (?:me|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|today|tomorrow
      |(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day
    ))?
    |(?:
      make|create|give|build|draw up|suggest|propose|show
    )(?: me)? (?:a |my |the )?(?:daily )?(?:plan|schedule) for (?:my |the )?(?:
      day|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day
    )
    |how (?:should|do|can|could) i (?:
      plan|organi[sz]e|spend|structure|schedule|arrange
    ) (?:my |the )?(?:day|today|tomorrow)
    |what(?:'s| is) (?:the|my) (?:plan|best plan) for (?:the day|my day)|(?:daily|day) plan|plan
  )$
`;

const WEEK = pattern('i')`
  ^(?:
    plan|organi[sz]e|structure|arrange|schedule|map out
  )(?: out)? (?:(?:my|the|our) )?(?:rest of (?:the |my )?)?((?:this |next )?week|weekend)(?: (?:for me|ahead))?$
`;

function plan(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  // A day is planned hour by hour; of a week it is shown what is in it.
  const week = WEEK.exec(sentence)?.[1];
  if (week) {
    const read = readFilter(/^next/i.test(week) ? week : `this ${week.replace(/^this /i, '')}`, ctx);
    return { text: clause, kind: 'call', tool: 'list_tasks', input: { ...read.filter, status: 'pending' }, about: read.about };
  }
  if (!PLAN.test(sentence)) return null;
  const day = /\b(tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i.exec(sentence)?.[1];
  const date = day ? pointIn(day, ctx)?.date : undefined;
  return { text: clause, kind: 'call', tool: 'plan_day', input: date ? { date } : {} };
}

const ADVICE = pattern('i')`
  ^(?:
    (?:so |and |ok )?what (?:
      should|shall|can|could|do|must|would you
      |(?:do|would|can) you (?:suggest|recommend|advise|think|say)(?: that)?
      |(?:should|would) be best(?: to)?
      |(?:is|'s) the (?:one|single|first|main|best) thing(?: (?:that )?(?:i|we))?(?: (?:should|need to|have to|must|can))?
    ) ?(?:i|we)?\s*(?:should |could |can )?(?:do|work on|focus on|tackle|start(?: with)?|begin(?: with)?|handle|prioriti[sz]e|attack|complete|finish|be (?:doing|working on|focusing on)|need to (?:do|work on|focus on|tackle))(?: (?:
      next|first|now|right now|today first|then|after (?:that|this)|at the moment|today|with
    ))*
    |what(?:'s| is) (?:the )?(?:
      next(?: thing)?(?: to do| up)?(?: for me)?
      |most (?:important|urgent|pressing)(?: (?:task|thing|one|to-?do))?(?: (?:right )?now| today| to do)*
      |top priority
      |my (?:top|highest|next|biggest) (?:priority|task)
      |best (?:thing|task) to (?:do|work on)(?: next| now)?
    )
    |(?:please )?(?:recommend|suggest)(?: me)?(?: (?:
        something|a task|an? task|tasks|what|some tasks|the next task|my next task|what to do
        |(?:something|what) to work on|what i should (?:do|work on)
      )
    )?(?: (?:next|to do(?: next)?|to work on(?: next)?|now|first))*
    |which (?:task |one |todo )?(?:of (?:them|these|those|my tasks) )?(?:task |one |todo )?(?:should i|do i|is|are) (?:the )?(?:
      do|start|work on|tackle|begin|first|next|start with|begin with|(?:most|more) (?:important|urgent|pressing)
    )(?: (?:next|first|with|on|now))*
    |where (?:should|do) i (?:start|begin)
    |what (?:to do|do i do|now|next)(?: (?:next|now|first))?
    |(?:give me |any )?(?:recommendations?|suggestions?|advice)(?: (?:please|for me|on what to do(?: next)?|for today)
    )?
    |help me (?:decide|choose|prioriti[sz]e)(?: what.*)?
    |prioriti[sz]e my (?:tasks|list|to-?dos?)
    |(?:what|which).{0,20} needs? my attention(?: (?:now|first|today|most))*|next task
    |(?:tell|instruct|advise) me (?:on )?what (?:to do|i should (?:do|work on))(?: (?:next|now|first))?
    |prioriti[sz]e
    |what(?:'s| is) (?:on|the) (?:the )?priority(?: now)?
  )$
`;

/** "I have 30 minutes, what can I do?", "I'm overwhelmed, where do I start": the state of things before the question. */
const MOOD = pattern('i')`
  ^i(?:'ve| have| am|'m)(?: (?:got|only|about|just|so|really|completely|totally|a bit|feeling|some))* (?:
    (?:
      \d{1,3}|an?|half an?|a few|a couple of|some|free|spare
    ) ?(?:minutes?|mins?|hours?|time)(?: free| to spare| left| to kill)?
    |overwhelmed|swamped|stressed(?: out)?|bored|stuck|lost|free|confused
  )[\s,.;:!-]+(?:so |and )?(?=what|where|which|help|any)
`;

/** "my top 3 priorities". */
const TOP_TASKS = pattern('i')`
  ^(?:(?:what are|show me|give me|list|tell me) )?(?:my |the )?top (\d{1,2}|one|two|three|four|five|ten) (?:
    priorities|(?:(?:most )?(?:important|urgent) )?(?:tasks|things|to-?dos)
  )(?: (?:right )?now| today)?$
`;
/** "suggest two tasks". */
const SUGGEST_SEVERAL = pattern('i')`
  ^(?:
    recommend|suggest
    |(?:give|show|tell)(?= me \S+ (?:\S+ )?(?:tasks|things) (?:to do|to work on|(?:that )?i (?:can|could|should)))
  )(?: me)? (\d{1,2}|two|three|four|five) (?:\S+ )?(?:tasks|things)
`;
/** "anything I can do in 10 minutes". */
const DOABLE_WITHIN = pattern('i')`
  ^(?:is there )?(?:something|anything|what)(?: that)? i (?:can|could) (?:do|get done|finish|tackle) (?:in|within) .{1,20}(?:minutes?|mins?|hours?|time)$
`;

function advice(whole: string, clause: string): Command | null {
  const sentence = whole.replace(MOOD, '');
  if (sentence !== whole && /^(?:what|where|which)\b.*\b(?:i|most|first|next|start|begin)\b|^help me|^any/i.test(sentence)) {
    return { text: clause, kind: 'call', tool: 'recommend_next', input: {} };
  }
  const top = TOP_TASKS.exec(sentence);
  if (top?.[1]) return { text: clause, kind: 'call', tool: 'recommend_next', input: { limit: NUMBER_WORDS[top[1].toLowerCase()] ?? Number(top[1]) } };
  const several = SUGGEST_SEVERAL.exec(sentence);
  if (several?.[1]) return { text: clause, kind: 'call', tool: 'recommend_next', input: { limit: NUMBER_WORDS[several[1].toLowerCase()] ?? Number(several[1]) } };
  if (/^what (?:should|shall|can|do) i do (?:about|with) (?:them|it|that|those|these|this)(?: all)?$/i.test(sentence)) {
    return { text: clause, kind: 'call', tool: 'recommend_next', input: {} };
  }
  if (DOABLE_WITHIN.test(sentence)) return { text: clause, kind: 'call', tool: 'recommend_next', input: {} };
  return ADVICE.test(sentence) ? { text: clause, kind: 'call', tool: 'recommend_next', input: {} } : null;
}

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
    show|give|what|how|my|our|weekly|daily|monthly|overall|tell|get|see|view|display|productivity|stats|statistics
    |analytics|metrics|insights|completion|success|finish rate|completed|done|tasks|streak|current|any|am i|have i
    |did i
    |the (?:
      stats|statistics|completion|progress|summary|overview|weekly|monthly|daily|overall|numbers|productivity|streak
    )
    |is my|do i
  )\b
`;

function stats(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  if (!STATS.some((pattern) => pattern.test(sentence)) || /\bpriority\b|^(?:done|finished|completed) (?:with )?(?:the|my|it|that)\b/i.test(sentence)) return null;
  if (!STATS_LEAD.test(sentence)) return null;
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

const LISTS_LEAD = pattern('i')`
  ^(?:
    (?:please )?(?:show|list|display|read|see|view|give|tell|get|find|open|read out)\b.*|(?:what|which|how many)\b.*
    |do i have\b.*|are there\b.*
    |(?:can|could|may) i (?:see|have)\b.*
    |my |all |available |lists i have
  )
`;
/** "which lists do I have". */
const WHICH_LISTS = pattern('i')`
  ^(?:please )?(?:
    show|list|display|read|tell|give|find|what|which|how many|see|view|get|read out|lists|my|available|can i see
  )\b.*\b(?:
    (?<=^(?:what|which) )list\b(?= do i have| did i| i have| are open)|lists\b(?! (?:for|on|tomorrow))|list names
  )(?: (?:are|do|have|that|i|did|you|to|please|available|on|open|there|me|got|with|created|names|saved|currently).*)?$
`;

function lists(sentence: string, clause: string): Command | null {
  if (!LISTS_LEAD.test(sentence) || /^get rid\b/i.test(sentence)) return null;
  if (/^(?:the |my |all (?:my |the )?)?lists i have$/i.test(sentence)) return { text: clause, kind: 'call', tool: 'list_tags', input: {} };
  if (
    /\b(?:tags|labels|projects|categories|hashtags)\b/i.test(sentence) && !/\b(?:with|tagged|tasks|todos|without|no)\b/i.test(sentence) ||
    WHICH_LISTS.test(sentence)
  ) {
    return /\b(?:on|in|from) my .*lists?\b/i.test(sentence) ? null : { text: clause, kind: 'call', tool: 'list_tags', input: {} };
  }
  return null;
}
