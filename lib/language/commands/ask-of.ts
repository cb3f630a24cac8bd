import { formatMinutes, parseMinutes } from '../calendar';
import type { LanguageContext } from '../types';
import { PAST, REGULAR } from './deeds';
import { readFilter } from './read-filter';
import type { Ask, Filter } from './types';
import { pointIn, recurrenceIn } from './when';

const LEAD = /^(?:(?:and|so|but|or|ok|okay|hey|hi|wait|hang on|hold on|oh|well|now|then|also|um+|hmm+|sorry|please|ah)[\s,]+)+(?=\S)/i;

/** A question without the words that only lead into it and the signs that end it. */
export const bareQuestion = (sentence: string): string =>
  sentence.replace(LEAD, '').replace(/[\s.!?]+$/, '').replace(/^(what|who|how|when|where)s(?= )/i, "$1's").replace(/^(i|we)m(?= )/i, "$1'm");

/** How a question opens, and what it asks of the tasks that are found. */
const OPENINGS: [RegExp, Ask][] = [
  [/^(?:am i|are we|will (?:i|we) be|i'm|i am|we're|is|are|i'll be)\b.{0,40}\b(?:free|available|clear)\b/i, 'free'],
  [/^(?:do|will|have) (?:i|we)(?: still)? (?:have|got)(?: still| got)?(?: any| enough| some| free| spare)* (?:time|room|space)\b/i, 'free'],
  [/^(?:(?:can|could|would|will) (?:i|we)(?: still)? (?:fit|squeeze|slot)|is there (?:any |enough |still )*(?:time|room|space) for)\b/i, 'free'],
  [/^(?:is|are|was|were|do|does|did|have|has|had|am|will|isn't|aren't|don't|haven't|got any\w*|any|anything|anyone|anybody)\b/i, 'whether'],
];

const IF = /^(?:(?:can|could|would|will) you )?(?:please )?(?:tell me|let me know|check|see|say|i (?:want|need) to know|i wonder|i'm wondering|confirm) (?:if|whether) /i;

/** What a question about tasks asks first: whether there are any, whether one is free. */
export function askOf(sentence: string): Ask | undefined {
  const asked = bareQuestion(sentence);
  const said = asked.replace(IF, '');
  return OPENINGS.find(([opening]) => opening.test(said))?.[1] ?? (said === asked ? undefined : 'whether');
}

/** Asked of what was noted, not of what was done. */
const NOTED = /^(?:did|have|has|had) (?:i|we|you)(?: already| ever| also)* (?:add|put|note|write|wrote|set|save|got|get|schedule|creat|ma[dk]e|mention|enter|includ|have)/i;
const DID = /^(?:did|have|has|had|haven't|didn't) (?:i|we|you)\b/i;
const DONE = new RegExp(`\\b(?:${Object.keys(PAST).filter((word) => !/^(?:read|put|cut|set)$/.test(word)).join('|')}|${REGULAR}|taken care of|handled)(?: yet| already| now)*$`, 'i');

/** What a yes-or-no question says of a task: "is the dentist urgent?", "did I pay the rent?". */
export function claimIn(sentence: string, ctx: LanguageContext): Filter {
  const asked = bareQuestion(sentence);
  if (NOTED.test(asked)) return {};
  if (DID.test(asked)) return { status: 'completed' };
  const said = asked.replace(/^(?:is|are|was|were|does|do|isn't|aren't|will)\b/i, '');
  const { filter } = readFilter(said, ctx);
  const { q: _, ...claim } = filter;
  if (!Object.keys(claim).length && DONE.test(said)) return { status: 'completed' };
  if (/\b(?:repeats?|recurs?)$/i.test(said) || (recurrenceIn(said, ctx) && !Object.keys(claim).length)) return { recurring: true };
  const time = claim.timeFrom ? undefined : pointIn(said, ctx)?.time;
  if (time && /\bat\b|\d|noon|midnight/i.test(said)) [claim.timeFrom, claim.timeTo] = [time, formatMinutes((parseMinutes(time) ?? 0) + 1)];
  return claim;
}
