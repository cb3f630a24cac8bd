import { readDate, readDateRange, readRecurrence } from '..';
import { pattern } from '../pattern';
import type { DateProblem, LanguageContext } from '../types';
import { trimEnds } from './normalize';

const cut = (text: string, start: number, end: number) => `${text.slice(0, start)} ${text.slice(end)}`.replace(/\s+/g, ' ').trim();

/** Words that hold a day, a month or a clock: without one of them nothing is worth reading, and most sentences have none. */
const MAY_HOLD_DATE = pattern('i')`
  \d
  |\b(?:
    to(?:day|night|nite|morrow)|tmrw?|tom|tomm?or+ow|yesterday|mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun
    |(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weeks?|weekends?|weekdays?|days?|months?|quarter|years?|hours?|minutes?
    |mins?|hrs?|morning|afternoon|evening|night|noon|midnight|eod|eow|eom|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct
    |nov|dec|january|february|march|april|june|july|august|september|october|november|december|christmas|easter|eve
    |halloween|thanksgiving|valentine'?s|soon|later|now|fortnight|daily|weekly|monthly|yearly|annually|quarterly
    |every|each|every!|birthday|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve
  )\b
`;

const NAME = /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter)\b/g;

/** The days that a phrase names as a span, with what is left of the phrase; null when it names none. */
export function rangeIn(text: string, ctx: LanguageContext): { from?: string; to?: string; said: string; rest: string } | null {
  if (!MAY_HOLD_DATE.test(text)) return null;
  const range = readDateRange(text, ctx);
  if (!range || (!range.from && !range.to)) return null;
  const said = trimEnds(text.slice(range.start, range.end)).replace(/^(?:due|for|about|on) /i, '').replace(NAME, (name) => name.charAt(0).toUpperCase() + name.slice(1));
  return {
    ...(range.from ? { from: range.from } : {}),
    ...(range.to ? { to: range.to } : {}),
    said,
    rest: ` ${cut(text, range.start, range.end)} `,
  };
}

export type Point = { date?: string; time?: string; rest: string; problem?: DateProblem };

/** The day and time that a phrase names, with what is left of it; null when it names none. */
export function pointIn(text: string, ctx: LanguageContext): Point | null {
  if (!MAY_HOLD_DATE.test(text)) return null;
  const reading = readDate(text, ctx);
  if (!reading) return null;
  let rest = text;
  const parts = [...(reading.parts ?? [{ start: reading.start, end: reading.end }])].sort((a, b) => b.start - a.start);
  for (const part of parts) rest = cut(rest, part.start, part.end);
  return {
    ...(reading.due.date ? { date: reading.due.date } : {}),
    ...(reading.due.time ? { time: reading.due.time } : {}),
    rest,
    ...(reading.problem ? { problem: reading.problem } : {}),
  };
}

/** The repetition that a phrase names. */
export function recurrenceIn(text: string, ctx: LanguageContext) {
  if (!MAY_HOLD_DATE.test(text)) return null;
  const reading = readRecurrence(text, ctx);
  if (!reading) return null;
  return { rule: reading.rule, fromCompletion: reading.fromCompletion, due: reading.due, rest: cut(text, reading.start, reading.end), problem: reading.problem };
}

/** True when a phrase names a day, a time or a repetition somewhere. */
export const hasWhen = (text: string, ctx: LanguageContext): boolean =>
  MAY_HOLD_DATE.test(text) && (readDate(text, ctx) !== null || readRecurrence(text, ctx) !== null);

/** True when nothing but a day, a time or a repetition is said. */
export function isOnlyWhen(text: string, ctx: LanguageContext): boolean {
  if (!MAY_HOLD_DATE.test(text)) return false;
  const rest = pointIn(text, ctx)?.rest ?? recurrenceIn(text, ctx)?.rest;
  if (rest === undefined) return false;
  return /^(?:(?:on|at|by|to|for|in|the|this|until|till|due|from|o'clock|please)\b|[\s,.!?'-])*$/i.test(rest);
}

const UNIT_MINUTES: [RegExp, number][] = [
  [/^(?:minutes?|mins?|m)$/, 1], [/^(?:hours?|hrs?|h)$/, 60], [/^(?:days?|d)$/, 1_440], [/^(?:weeks?|wks?|w)$/, 10_080], [/^months?$/, 43_200],
];
const AMOUNT: Record<string, number> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, fifteen: 15, twenty: 20,
  thirty: 30, 'half an': 0.5, 'a couple of': 2, 'a few': 3, another: 1,
};
const DURATION = new RegExp(`\\b(${Object.keys(AMOUNT).sort((a, b) => b.length - a.length).join('|')}|\\d{1,4}(?:\\.\\d)?) ?-?(minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|m|h|d|w)\\b`, 'i');

/** A length of time in minutes ("two hours", "90 min"), with the phrase around it; null when there is none. */
export function durationIn(text: string): { minutes: number; rest: string } | null {
  const found = DURATION.exec(text);
  if (!found?.[1] || !found[2]) return null;
  const amount = AMOUNT[found[1].toLowerCase()] ?? Number(found[1]);
  const unit = UNIT_MINUTES.find(([pattern]) => pattern.test((found[2] ?? '').toLowerCase()))?.[1] ?? 0;
  const half = /^\s+and a half\b/i.test(text.slice(found.index + found[0].length)) ? 0.5 : 0;
  return { minutes: Math.round((amount + half) * unit), rest: cut(text, found.index, found.index + found[0].length) };
}
