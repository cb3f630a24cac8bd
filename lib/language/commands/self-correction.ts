import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { isOnlyWhen, pointIn } from './when';

const STRONG = '(?:(?:oh |ah |uh )?(?:no,? wait|wait,? no|no,? sorry|sorry,? no|wait,? sorry|scratch that|strike that|i mean|i meant|or rather|correction|hang on|hold on)(?:,? (?:no|it\'s|i mean|make (?:it|that)))?)';
/** Words with which a speaker takes back what was just said. */
const SLIP = pattern('gi')`
  [\s,.…–-]+(?:${STRONG}|(?:oh |ah )?(?:no|wait|sorry|actually|rather|make (?:it|that))(?:,? (?:no|make (?:it|that)|it's))?)[\s,.:…–-]+
`;
/** "the plumber, no wait, the electrician": what is said again begins with the same word. */
const AGAIN = pattern('iu')`
  \b(\p{L}+) (?:\S+)(?: \S+){0,2}?,? ${STRONG},? \1(?= \p{L})
`;
const DAY = pattern('i')`
  \b(?:today|tonight|tomorrow|tmrw?|weekend|\w*days?|(?:next|this) \w+|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)
  |(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*|\d+(?:st|nd|rd|th)|\d+[/-]\d+)\b
`;
const LEAD = /^(?:to|until|till|by|for|on|before|from|due) /i;
const MOST_WORDS = 7;

/** Whether a title still holds a correction that could not be carried out. */
export const holdsSlip = (title: string): boolean => new RegExp(`\\b${STRONG}\\b`, 'i').test(title) && !/^i mean/i.test(title);

/** What was said without what was taken back: "rent on the 1st, actually the 2nd" → "rent on the 2nd". */
export function withoutSlips(text: string, ctx: LanguageContext): string {
  if (text.length > 300 || text.includes('"')) return text;
  const said = text.replace(AGAIN, '$1');
  for (const slip of said.matchAll(SLIP)) {
    const mended = mend(said.slice(0, slip.index), said.slice(slip.index + slip[0].length), ctx);
    if (mended) return mended;
  }
  return said;
}

/** A number by itself is more often a task's ("tasks no 4, no 5"), and a preposition at the end leads to something else. */
const NO_WHEN = /^(?:(?:on|to|for|no\.?|task) )*#?\d+$|\b(?:to|for|on|at|by|in|the|from|until|till|please|due)$/i;

const isWhen = (text: string, ctx: LanguageContext) => !NO_WHEN.test(text) && (isOnlyWhen(text, ctx) || isOnlyWhen(`on ${text}`, ctx));

function mend(left: string, right: string, ctx: LanguageContext): string | null {
  const [before, after] = [left.split(' '), right.replace(/[.!?]+$/, '').split(' ')];
  const head = longest(after, (count) => after.slice(0, count).join(' '), ctx);
  const tail = longest(before, (count) => before.slice(-count).join(' '), ctx);
  const rest = head ? after.slice(head.split(' ').length).join(' ') : '';
  if (!head || !tail || !/^(?:$|to\b|that\b|about\b|and\b|,|please\b)/i.test(rest)) return null;
  const lead = LEAD.exec(tail)?.[0] ?? '';
  const what = before.slice(0, before.length - tail.split(' ').length).join(' ');
  const when = joined(tail, head, ctx);
  const on = lead.trim() || (isOnlyWhen(head, ctx) && pointIn(head, ctx) ? '' : 'on');
  return when && [what, LEAD.test(head) || /^\d{4}-|^every /.test(when ?? '') ? '' : on, when, rest].filter(Boolean).join(' ');
}

/** The new day keeps the hour, and the new hour the day, unless both are said anew. */
function joined(tail: string, head: string, ctx: LanguageContext): string | null {
  if (/\b(?:every|each|daily|weekly|monthly)\b/i.test(tail) && !/\b(?:every|each|daily|weekly|monthly)\b/i.test(head)) return /^\w+day$/i.test(head) ? `every ${head}` : null;
  const [old, next] = [pointIn(tail, ctx), pointIn(head, ctx) ?? pointIn(`on ${head}`, ctx)];
  if (!old || !next) return head;
  if (!next.time && old.time) return `${head} at ${old.time}`;
  return next.time && !DAY.test(head) && DAY.test(tail) ? `${old.date} ${/^(?:at|by|before|around)\b/i.test(head) ? head : `at ${head}`}` : head;
}

/** The longest run of words that says nothing but when. */
function longest(words: string[], take: (count: number) => string, ctx: LanguageContext): string | null {
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count -= 1) {
    const phrase = take(count);
    if (isWhen(phrase, ctx)) return phrase;
  }
  return null;
}
