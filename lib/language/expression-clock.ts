import { readPart } from './day-part';
import { hasDay } from './expression-days';
import type { Expression } from './expression-type';
import { type Clock, dayFollows } from './clock';
import { readClock } from './read-clock';
import { isFollowed } from './followers';
import { isFreeNumber } from './free-number';
import { skipAnd } from './lists';
import { closesHere, phrase, type Reader, word } from './reader';
import { DAY_PARTS, EVENTS, MONTHS, TOMORROW, TONIGHT, WEEKDAYS } from './words';
import { pattern } from './pattern';

export const CLOCK_LEADS = new Set(['at', '@', 'by', 'before', 'after', 'until', 'till', 'til', 'from', 'between', 'around', 'about', 'approximately', 'due', '~', 'since']);

/** A time of day that may belong to an expression: strong by itself, or called for by what stands around it. */
export function readUsableClock(reader: Reader, at: number, lead: string, expression: Expression): Clock | null {
  const led = CLOCK_LEADS.has(lead);
  const clock = readClock(reader, at, led || hasDay(expression) || expression.part !== undefined);
  if (!clock || (lead === '' && isName(reader, at, clock.next, expression))) return null;
  if (clock.strong) return clock;
  if (clock.hour === 0 && !clock.exact || clock.hour === 24) return null;
  const range = readClockEnd(reader, clock, at, lead, hasDay(expression));
  if (range) return clock;
  if (!closesHere(reader, clock.next)) return null;
  const day = word(reader, clock.next) === ',' ? clock.next + 1 : clock.next;
  const morning = at === 0 && clock.hour <= 12 && WEEKDAYS.has(word(reader, day)) && DAY_PARTS.has(word(reader, day + 1));
  if (morning || TONIGHT.has(word(reader, day)) || (at === 0 && TOMORROW.has(word(reader, day))) || readPart(reader, clock.next, '', true)?.named) return clock;
  if (lead === 'from' || lead === 'between' || lead === 'since') return null;
  if (/^(around|about|approximately|~)$/.test(lead) && !hasDay(expression) && clock.minute === 0) return null;
  if (!isFreeNumber(reader, clock.next)) return null;
  if (led) return clock;
  // "April 5, 6, 7" are days.
  const listed = word(reader, clock.next) === ',' && reader.tokens[clock.next + 1]?.kind === 'number';
  const ends = !listed && (reader.tokens[clock.next] === undefined || /^[.,;!?)]$/.test(word(reader, clock.next)));
  return (hasDay(expression) || expression.part !== undefined) && ends && lead === '' && clock.hour <= 12 ? clock : null;
}

/** "midnight oil", "noon prayer app": a name, unless an event follows. */
function isName(reader: Reader, at: number, next: number, expression: Expression): boolean {
  return (
    /^(noon|midday|midnight)$/.test(word(reader, at)) &&
    !hasDay(expression) &&
    !isFollowed(reader, next) &&
    !EVENTS.has(word(reader, next)) &&
    !dateFollows(reader, next) &&
    !/^(on|in|sharp)$/.test(word(reader, next))
  );
}

/** Adds a time, with its end where a span of hours was said; returns the end. */
export function addClock(reader: Reader, expression: Expression, clock: Clock, at: number, lead: string): number {
  expression.clock = clock;
  const end = readClockEnd(reader, clock, at, lead, hasDay(expression));
  if (end) {
    expression.clockEnd = end;
    // "9:30 - 11:00 CST": one zone for both.
    if (end.zone !== undefined && clock.zone === undefined) expression.clock = { ...clock, zone: end.zone };
  }
  const more = end ? null : readMoreHours(reader, clock);
  if (more !== null) expression.hours = true;
  const next = more ?? end?.next ?? clock.next;
  return word(reader, next) === 'sharp' ? next + 1 : phrase(reader, next, 'or so') ?? phrase(reader, next, 'on the dot') ?? next;
}

/** "… and 12", "… or at 5pm", ", 12 and 6pm" behind an hour: the end of them, where one of them has to be chosen. */
function readMoreHours(reader: Reader, first: Clock): number | null {
  let next = first.next;
  let joined = false;
  for (let count = 0; count < 6; count += 1) {
    const start = skipAnd(reader, next);
    if (start === next || word(reader, next) === '/') break;
    const led = /^(at|@)$/.test(word(reader, start));
    const clock = readClock(reader, led ? start + 1 : start, true);
    if (
      !clock ||
      !closesHere(reader, clock.next) ||
      (
        !clock.strong &&
        (
          clock.hour === 0 ||
          (first.half !== null && !led) ||
          !(isFollowed(reader, clock.next) || dateFollows(reader, clock.next)) ||
          MONTHS.has(word(reader, clock.next))
        )
      )
    ) break;
    joined ||= /^(and|or|&)$/.test(word(reader, start - 1));
    next = clock.next;
  }
  return joined ? next : null;
}

/** Verbs that bring a number from one amount to another. */
const AMOUNT_VERB = pattern('')`
  ^(
    increas|decreas|reduc|chang|rais|lower|upgrad|downgrad|updat|bump|grow|grew|dropp?|cut|expand|scal|convert|switch
    |count|siz|limit|number|level|version|rat
  )(e|es|ed|ing|s)?$
`;

/** "raise the limit from 7 to 16": how much, not when. */
function isAmount(reader: Reader, at: number): boolean {
  return reader.tokens.slice(Math.max(0, at - 8), at).some(({ text }) => AMOUNT_VERB.test(text));
}

/** Whether "tomorrow", "on Tuesday" or "June 1st" comes next. */
function dateFollows(reader: Reader, at: number): boolean {
  const day = word(reader, word(reader, at) === 'on' ? at + 1 : at);
  return dayFollows(reader, at) || (MONTHS.has(day) && day !== word(reader, at));
}

/** Whether "starts" or the like stands before the hour, and its end is told with a verb as well: "the party starts | at 7 and ends at 10". */
export function isToldByVerbs(reader: Reader, { clock, clockEnd, from }: Expression): boolean {
  return clock !== undefined && clockEnd !== undefined && /^(starts?|begins?|opens?)$/.test(word(reader, from - 1)) && readEnding(reader, clock.next) !== null;
}

/** "… and ends at 10", "… and finishes by noon" behind the hour at which it starts. */
function readEnding(reader: Reader, at: number): Clock | null {
  let next = word(reader, at) === ',' ? at + 1 : at;
  if (/^(and|then|but)$/.test(word(reader, next))) next += 1;
  if (/^(it|will)$/.test(word(reader, next))) next += 1;
  if (!/^(ends?|ending|finish|finishes|finishing|closes|over)$/.test(word(reader, next)) || !/^(at|by|around)$/.test(word(reader, next + 1))) return null;
  const end = readClock(reader, next + 2, true);
  return end && closesHere(reader, end.next) ? end : null;
}

/** "3-5pm", "from 3 to 5", "6pm - 1am". Two bare numbers need "from" or "between". */
function readClockEnd(reader: Reader, clock: Clock, at: number, lead: string, dayNamed: boolean): Clock | null {
  const text = word(reader, clock.next);
  const ending = readEnding(reader, clock.next);
  if (ending) return ending;
  const joined = /^(-|–|—|to|until|till|til)$/.test(text) || (text === 'and' && lead === 'between');
  if (!joined) return null;
  const end = readClock(reader, clock.next + 1, true);
  if (!end || !closesHere(reader, end.next)) return null;
  const until = lead === 'at' && /^(until|till|til|to)$/.test(text);
  // "9-5 tomorrow", "lunch 12-1 tomorrow", with nothing before it that could be counted.
  const dated = (at === 0 || EVENTS.has(word(reader, at - 1))) && dateFollows(reader, end.next);
  const called = until || dated || /^(from|between)$/.test(lead) || (dayNamed && text !== 'and') || readPart(reader, end.next, '', true)?.named === true;
  if (!clock.strong && !end.strong && (!called || (lead === 'from' && !dayNamed && isAmount(reader, at)))) return null;
  if (!clock.strong && !end.strong && !isFreeNumber(reader, end.next)) return null;
  return end;
}

/** "9 in the morning | to 5 in the afternoon", "16:00 Nov 6 | to 17:00": the end of a span of hours apart from its start. */
export function addLateEnd(reader: Reader, expression: Expression, at: number): number {
  const { clock, clockEnd, until, lead } = expression;
  const apart = clock && !clockEnd && !until && at > clock.next;
  if (!apart || !(/^(-|–|—|to|until|till|til)$/.test(word(reader, at)) || (word(reader, at) === 'and' && lead === 'between'))) return at;
  // "move it from 3pm Friday to 4pm" says two times.
  if (hasDay(expression) && /^(from|between)$/.test(lead)) return at;
  const end = readClock(reader, at + 1, true);
  const part = end && readPart(reader, end.next, '', true);
  if (!end || !(part || end.strong) || !closesHere(reader, part?.next ?? end.next)) return at;
  expression.clockEnd = part && !end.half && !end.exact ? { ...end, half: part.half } : end;
  return part?.next ?? end.next;
}
