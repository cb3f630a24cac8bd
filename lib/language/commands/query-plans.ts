import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { toList } from './query-list';
import type { Command } from './types';
import { EVENT_NOUN, FOREIGN } from './vocabulary';
import { hasWhen } from './when';

const OPENS = pattern('i')`
  ^(?:(?:tell|show|give|read|let|remind) (?:me |us )?(?:back |out |off |know |see |about |if |whether |of )*)?(?:
    what|whats|what's|what've|which|who|how|is|are|am|do|does|did|have|any|anything
    |my (?:upcoming |next )?(?:day|week|weekend|month|morning|afternoon|evening)
    |(?:all |the |my |upcoming )*(?:events|plans|appointments|meetings)
  )\b
`;
const PLANNED = pattern('i')`
  \b(?:
    events?|plans?|planned|program(?:me)?s?|${EVENT_NOUN}|time for|room for|happening|going on|coming up|scheduled?
    |got set|busy|free|vacation
    |my (?:upcoming |next )?(?:day|week|weekend|morning|afternoon|evening|month)
  )\b
`;
/** Events of a town, a field or the world are nobody's plans. */
const ELSEWHERE = pattern('i')`
  \b(?:in|near|around|at) (?:my|the|this|our|your) (?:
    area|town|city|neighbou?rhood|world|country|state|community|office|park|news
  )\b
  |\b(?:
    nearby|local|locally|downtown|cultural|fun|sports?|football|concerts?|festivals?|tickets?|near me|around here
    |price|cost|team|games?
  )\b
`;
const AT_A_NAME = pattern('u')`
  \b(?:in|at|near|around|on|of) (?:the )?(?!
    (?:
      January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri
      |Satur|Sun|Christmas|Easter|My|I
    )\w*
  )\p{Lu}\p{Ll}
`;

/** "from three to five": the hours of a day, without the day. */
const CLOCKS = pattern('i')`
  \b(?:from|between) (?:
    \d{1,2}(?::\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve
  ) ?(?:am|pm)? (?:to|and|until|till|-) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b
`;

const PLAN_FILLERS = pattern('gi')`
  \b(?:
    happening|planned|scheduled?|busy|free|available|interesting|active|program(?:me)?s?|vacation|plans?|on vacation
    |open|looking|got|day|week(?=s? do\b)|upcoming|there|special|who|am
  )\b
`;

/** Questions after a day's plans in everyday words: "what events are this week?", "am I on vacation on Friday?". */
export function readPlans(sentence: string, clause: string, ctx: LanguageContext): Command | null {
  if (!OPENS.test(sentence) || !PLANNED.test(sentence) || FOREIGN.test(sentence) || ELSEWHERE.test(sentence) || AT_A_NAME.test(sentence)) return null;
  if (!hasWhen(sentence, ctx) && !CLOCKS.test(sentence)) return null;
  if (
    /^(?:how|what)(?: do| did| does|'s| is| are| can| should| to)?\b.{0,20}\b(?:cook|spell|make|say|pronounce|cost|weigh|mean|get to|best|good)\b/i.test(sentence)
  ) return null;
  const personal =
    /\b(?:i|my|me|we|our)\b/i.test(sentence) ||
    /\b(?:events?|meetings?|appointments?|planned|scheduled|program(?:me)?s?|happening|going on|coming up)\b/i.test(sentence);
  if (!personal || /\b(?:you|your)\b/i.test(sentence)) return null;
  const phrase = sentence
    .replace(/^(?:tell|show|give|read|let|remind) (?:me |us )?(?:back |out |off |know |see |about |if |whether |of )*/i, '')
    .replace(PLAN_FILLERS, ' ');
  return toList(phrase, clause, ctx);
}
