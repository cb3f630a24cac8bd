import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { advice } from './read-advice';
import { readFilter } from './read-filter';
import { stats } from './read-stats';
import { template } from './read-template';
import type { Command } from './types';
import { pointIn } from './when';

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
  if (!LISTS_LEAD.test(sentence) || /^get rid\b|^(?:what|which) (?:tags?|labels?) (?:does|has|is|are on|do (?:the|my|those|these|they)) /i.test(sentence)) return null;
  if (/^(?:the |my |all (?:my |the )?)?lists i have$/i.test(sentence)) return { text: clause, kind: 'call', tool: 'list_tags', input: {} };
  if (
    /\b(?:tags|labels|projects|categories|hashtags)\b/i.test(sentence) && !/\b(?:with|tagged|tasks|todos|without|no)\b/i.test(sentence) ||
    WHICH_LISTS.test(sentence)
  ) {
    return /\b(?:on|in|from) my .*lists?\b/i.test(sentence) ? null : { text: clause, kind: 'call', tool: 'list_tags', input: {} };
  }
  return null;
}
