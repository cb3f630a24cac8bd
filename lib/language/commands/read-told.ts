import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { bareQuestion } from './ask-of';
import { daysOf } from './read-asked';
import { readFilter } from './read-filter';
import { claimed } from './read-named';
import { readQuery } from './read-query';
import type { Command } from './types';
import { FOREIGN, SERVICE } from './vocabulary';

const TAG = /^(.{4,100}?)(?:,\s*|\s+)(?:right|correct|yeah|yea|yes|no|eh|huh|innit|isn'?t (?:it|he|she|that|there)|aren'?t (?:i|we|they|there)|(?:do|does|did|have|has|was|were|won|can|should)n'?t (?:i|we|it|they|she|he)|does (?:it|that)|do i|did i|is (?:it|there|that)|am i|are they)(?: (?:right|correct))?\s*(\?*)$/i;
/** What tells something, and orders nothing: the day may stand before it. */
const TELLS = pattern('i')`
  ^(?:(?:so|and|but|wait|hang on|hold on|ok|then|hmm|oh|sorry)[\s,]+)*(?:(?:on |at |this |next |the )?(?:today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|weekend|morning|afternoon|evening|month)[\s,]+){0,2}(?:
    i|i'?m|i'?ve|we|we're|we've|my|the|our|that|this|it|it's|that's|there's|there is|there are|nothing|no \p{L}+
  ) 
`;
/** "the rent's due": no owner. */
const IS = /^((?:(?:so|and|but)[\s,]+)*(?:the|my|our) .{2,40}?)'s (?=(?:due|on|at|next|this|today|tomorrow|tagged|high|overdue|late|done|finished|urgent|not|still|supposed|happening|in|clear|free|busy|every)\b)/i;
const UNSURE = /^(?:(?:i|we)(?:'m| am)? (?:think|thought|believe|guess|suppose|reckon|pretty sure|fairly sure|sure)|pretty sure|maybe)(?: that)? /i;
const SOMETHING = /^(?:i|we|there)(?:'ve|'m|'s)?(?: (?:have|had|got|am|was|is|are|doing|seeing))* (?:something|anything|stuff|plans|a thing)\b(?: else)?(?: (?:planned|on|scheduled|booked))?(.*)$/i;
const NOTHING = /^(?:(?:so|and|then|ok|but|wait)[\s,]+)*(?:there's |there is |i have |i've got |i've )?(?:nothing|no (?:tasks|meetings|plans|appointments|events))\b(?: else)?(?: (?:planned|on|scheduled|due|happening))?(.*?)(?: then)?$/i;

/** "tomorrow I have that budget meeting, right?", "so nothing on Saturday then?": told, and asked whether it is so. */
export function readTold(whole: string, ctx: LanguageContext): Command | null {
  const tagged = TAG.exec(whole.trim());
  const told = tagged?.[1] ?? (/\?\s*$/.test(whole) ? whole.replace(/[\s?]+$/, '') : undefined);
  const said = told?.replace(IS, "$1 is ");
  if (!said || !TELLS.test(`${said} `) || FOREIGN.test(said) || SERVICE.test(said) || /\b(?:you|your)\b|^(?:i|we)(?:'d| would)? (?:need|want|like|must|should|add|wonder)\b/i.test(said)) return null;
  const none = NOTHING.exec(said)?.[1];
  if (none?.trim() && readFilter(none, ctx).filter.dueFrom) return daysOf(none, whole, ctx, 'none');
  const some = SOMETHING.exec(bareQuestion(said).replace(UNSURE, ''));
  if (some?.[1] !== undefined && readFilter(some[1], ctx).filter.dueFrom) {
    const command = readQuery(`do i have anything ${some[1].trim()}`, ctx);
    if (command?.kind === 'call') return { ...command, text: whole, ask: 'whether' };
  }
  const plain = bareQuestion(said).replace(UNSURE, '').replace(/ then$/i, '');
  const free = /^(?:i'm|i am|we're) (?:totally |completely |all )?(?:free|available|clear)\b(.*)$/i.exec(plain)?.[1] ?? /^(?:my|our) (.+?) is (?:totally |completely |all )?(?:free|clear|empty|open)$/i.exec(plain)?.[1];
  if (free && readFilter(free, ctx).filter.dueFrom) return daysOf(free, whole, ctx, 'free');
  return tagged || /\b(?:is|are|'s|have|got|on|at)\b/.test(plain) ? claimed(plain, whole, ctx) : null;
}
