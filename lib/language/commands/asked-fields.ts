import type { LanguageContext } from '../types';
import { readFilter, type Selection } from './read-filter';

const HAS_DATE = /\b(?:with|has|have|having|got)(?: got)? (?:an? |any |the )?(?:set |due |fixed )?(?:dates?|deadlines?)\b/i;
const HAS_TIME = /\b(?:with|has|have|having|got)(?: got)? (?:an? |any |the )?(?:set |fixed |certain )?times?\b/i;
/** A day that lies beyond all of them. */
const LAST_DAY = '2999-12-31';

/** A description of tasks as questions have it: also by what a task has at all ("which of them have a time?", "what repeats?"). */
export function readFields(phrase: string, ctx: LanguageContext): Selection {
  const plain = phrase
    .replace(/\b(?:i have|have i|i've|i) not (?:yet )?(?=tagged|done|finished|completed|scheduled)/i, 'not ')
    .replace(/\b(?:repeats?|recurs?|come back)\b/i, 'repeating')
    .replace(/\b(low|high|medium)(?= (?:ones?|tasks?|things|stuff)$|$)/i, '$1 priority');
  const read = readFilter(plain.replace(HAS_DATE, ' ').replace(HAS_TIME, ' '), ctx);
  if (HAS_DATE.test(plain) && !read.filter.dueTo) {
    read.filter.dueTo = LAST_DAY;
    read.about = [read.about, 'with a date'].filter(Boolean).join(', ');
  }
  if (HAS_TIME.test(plain) && !read.filter.timeFrom) {
    read.filter.timeFrom = '00:00';
    read.about = [read.about, 'with a time'].filter(Boolean).join(', ');
  }
  return read;
}
