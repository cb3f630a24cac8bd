import { readDate, readDateRange, readRecurrence, type DateRange, type DateReading, type RecurrenceReading } from '..';
import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { DOING_VERB, startsWith } from './vocabulary';
import { stripCourtesy } from './normalize';

const DOING = startsWith(DOING_VERB);
const ORDER = pattern('i')`
  ^(?:(?:can|could|will|would) (?:you|i|we) )?(?:please )?(?:
    remind|add|put|set|schedule|create|make|book|note|mark|delete|remove|cancel|clear|erase|show|list|read|tell me
    |let me know|move|reschedule|what|what's|which|how many|do i|did i|am i|have i|is there|are there
    |don'?t (?:let me )?forget
    |i (?:need|have|must|want|should|gotta|ought)|we (?:need|have|must|should)
  )\b
`;
const NUMBERED_DAY = new RegExp(`^((?:on |for |by )?the \\d{1,2}(?:st|nd|rd|th)(?: of (?:this|next) month)?) (?=${ORDER.source.slice(1)})`, 'i');

const BEGINS_WITH_WHEN = pattern('i')`
  ^(?:
    on|at|for|by|in|within|during|over|this|next|tomorrow|today|tonight|every|each|the|first|second|third|last|end|\d
    |mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec
  )
`;

/**
 * "at 4 tomorrow afternoon, remind me to start the oven" → "remind me to start the oven at 4 tomorrow afternoon": when a
 * sentence begins with a day or a time and an order follows, the order comes first. Any other sentence stays as it is.
 */
export function orderFirst(sentence: string, ctx: LanguageContext): string {
  // "on the 20th clear my calendar": a number like that is a day before an order only.
  const text = stripCourtesy(sentence).replace(NUMBERED_DAY, '$1, ');
  if (!BEGINS_WITH_WHEN.test(text) || text.length > 300) return sentence;
  const head = text.slice(0, 60);
  const reading: DateReading | RecurrenceReading | DateRange | null =
    readRecurrence(head, ctx) ??
    (/^(?:within|during|over|in the (?:past|last))\b/i.test(head) ? readDateRange(head, ctx) : readDate(head, ctx));
  if (
    !reading ||
    ('problem' in reading && reading.problem) ||
    reading.start > 4 ||
    /\S/.test(text.slice(0, reading.start).replace(/^(?:on|at|for|by|in|the|within|during|over)\s/i, '')) ||
    reading.end >= 60
  ) return sentence;
  const parts = [...('parts' in reading && reading.parts ? reading.parts : [reading])].sort((a, b) => a.start - b.start);
  let end = parts[0]?.end ?? 0;
  for (const part of parts) if (part.start <= end + 2) end = Math.max(end, part.end);
  const rest = text.slice(end).replace(/^\s*[,:]?\s*/, '');
  if (!(ORDER.test(rest) || DOING.test(rest)) || rest.split(' ').length < 2) return sentence;
  const when = text.slice(0, end).trim();
  return `${rest.replace(/[\s.!?]+$/, '')} ${/^for\s/i.test(when) ? `on ${when.slice(4)}` : when}`;
}
