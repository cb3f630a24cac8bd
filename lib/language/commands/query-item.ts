import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { toList } from './query-list';
import type { Command } from './types';
import { EVENT_NOUN, FOREIGN, PLACE_NOUN } from './vocabulary';
import { hasWhen } from './when';

export const OURS = pattern('iu')`
  \b(?:things|everything|stuff) (?:that )?i(?: have|'ve)(?: got)?\b
  |\b(?:things|everything|stuff) (?:that )?i (?:finished|completed|did|got done|added|created)\b
  |^did i (?:already )?(?:add|note|write down|save|schedule) \S+
  |\b(?:
    (?:my|the|all|any|open|pending|overdue|completed|today'?s|tomorrow'?s|tonight'?s)\s+(?:[\p{L}\p{N}'-]+\s+){0,4}
  )?(?:tasks?|to-?\s?dos?|reminders?|to-?do list|due|overdue|deadlines?|errands?|chores?|appointments?|meetings?)\b
  |\bwhich (?:ones|of (?:them|these|those))\b
  |\b(?:
    my|the|grocery|shopping|to-?do|task|this|that|today's|tomorrow's|tonight's|\p{L}+day's|our
  ) (?:[\p{L}]+ ){0,2}(?:${PLACE_NOUN})\b
  |\b(?:cal[ae]nd[ae]r|schedules?|agenda)\b|\b(?:this|that) event\b
  |\b(?:items|things) (?:on|in) (?:my|the)\b
  |\b(?:my|only|all|just) (?:[\p{L}-]+ ){0,2}stuff\b
  |\bi(?: |(?='))(?:
    need|have|want(?:ed)?|plan(?:ned)?|'m supposed|am supposed|'m planning|am planning
  ) to (?:do|remember|buy|get|purchase)\b
  |\bi have (?:planned|scheduled|coming up|set)\b
  |\b(?:my|the|calendar|scheduled|upcoming) (?:next |last |\w+ ){0,2}events?\b
  |\bevents? (?:on|in|for|scheduled) (?:my|the|today|tomorrow|this)\b
`;

const ASK_ITEM = pattern('i')`
  ^(?:
    is|are|was|were|do i have
    |did i (?:set|add|put|mark|note|make|schedule|already \w+)
    |have i (?:\w+ ){0,5}?(?:add(?:ed|ing)?|put|set|noted|scheduled)|do i need to|do i have to|am i supposed to
    |are there(?: any)?|is there(?: an?| any)?|was there
    |did i (?:tell|ask) you to remind me (?:about|of|to)|did you (?:add|set|put)
  )\b
`;

const ITEM_FILLERS = pattern('gi')`
  \b(?:
    one of (?:the )?(?:things|items) i need to|an item called|called|added|set|saved?|marked?|already|yet|cancelled
    |canceled|rescheduled|of mine
    |(?:clear|empty|full|free)(?= (?:on|for|in|this|next|today|tomorrow))|remind me to|reminder to
  )\b
`;

/** "is milk on my shopping list?", "do I have a doctor's appointment today?", "am I supposed to buy milk?". */
export function readItemQuestion(sentence: string, lower: string, clause: string, ctx: LanguageContext): Command | null {
  if (!ASK_ITEM.test(sentence)) return null;
  const ours =
    OURS.test(sentence) ||
    new RegExp(`\\b(?:${PLACE_NOUN})\\b`, 'i').test(lower) ||
    /^(?:did i|have i|is|are) .* (?:on|in) (?:there|it)(?: already| yet)?$/.test(lower);
  const planned = new RegExp(`^(?:do i have|is there|are there|did i|have i|do i have to|am i supposed to|is|are|was)\\b.*\\b(?:${EVENT_NOUN}|buy|pick up)\\b`, 'i').test(lower);
  if ((!ours && !planned) || (FOREIGN.test(sentence) && !/\b(?:my (?:\w+ )?(?:list|calendar)|reminder)\b/i.test(sentence))) return null;
  if (!ours && planned && !/\b(?:i|my)\b/i.test(sentence) && !hasWhen(sentence, ctx)) return null;
  if (/\b(?:visa|plug|vaccin|need an?|need to (?:bring|wear|apply)|oil change|gas)\b/i.test(sentence) && !ours) return null;
  const phrase = sentence
    .replace(ASK_ITEM, ' ')
    .replace(ITEM_FILLERS, ' ');
  return toList(phrase, clause, ctx);
}
