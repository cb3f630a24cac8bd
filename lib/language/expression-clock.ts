import { readPart } from './day-part';
import { hasDay } from './expression-days';
import type { Expression } from './expression-type';
import type { Clock } from './clock';
import { readClock } from './read-clock';
import { closesHere, phrase, type Reader, touches, word } from './reader';
import { MONTHS, TODAY, TOMORROW, TONIGHT, WEEKDAYS } from './words';

export const CLOCK_LEADS = new Set(['at', '@', 'by', 'before', 'after', 'until', 'till', 'til', 'from', 'between', 'around', 'about', 'due', '~', 'since']);

/** A time of day that may belong to an expression: strong by itself, or called for by what stands around it. */
export function readUsableClock(reader: Reader, at: number, lead: string, expression: Expression): Clock | null {
  const led = CLOCK_LEADS.has(lead) || (lead === 'for' && false);
  const clock = readClock(reader, at, led || hasDay(expression) || expression.part !== undefined);
  if (!clock) return null;
  if (clock.strong) return clock;
  if (clock.hour === 0 && !clock.exact || clock.hour === 24) return null;
  const range = readClockEnd(reader, clock, lead);
  if (range) return clock;
  if (!closesHere(reader, clock.next)) return null;
  if (TONIGHT.has(word(reader, clock.next)) || readPart(reader, clock.next, '', true)?.named) return clock;
  if (lead === 'from' || lead === 'between' || lead === 'since') return null;
  if (/^(around|about|~)$/.test(lead) && !hasDay(expression)) return null;
  if (!isFreeNumber(reader, clock.next)) return null;
  if (led) return clock;
  const ends = reader.tokens[clock.next] === undefined || /^[.,;!?)]$/.test(word(reader, clock.next));
  return (hasDay(expression) || expression.part !== undefined) && ends && lead === '' && clock.hour <= 12 ? clock : null;
}

const THINGS = /^(percent|kilograms?|kg|km|miles?|mph|kph|degrees?|dollars?|bucks|euros?|pounds?|people|persons?|guests?|items?|pieces?|points?|stars?|street|st|avenue|ave|road|rd|lane|drive|blvd|main|feet|ft|inch|oz|mg|ml|lb|lbs|of|x|different|other|more|per|th|hundred|thousand|million|k|year|month|week|day|hour|minute|second|min|hr|pm|am)$/;

/** Whether a bare number stands alone, so that it may be an hour: no unit, no noun, no street behind it. */
function isFreeNumber(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  if (!token) return true;
  if (token.kind === 'symbol') return !/^[%$€£¥°#+*=/]$/.test(token.text) && !(token.text === '.' && touches(reader, at + 1));
  if (token.kind !== 'word') return token.kind === 'opaque';
  const text = token.text;
  if (WEEKDAYS.has(text) || MONTHS.has(text) || TODAY.has(text) || TOMORROW.has(text) || TONIGHT.has(text)) return true;
  if (THINGS.test(text)) return false;
  if (/^\p{Lu}/u.test(token.raw) && text !== 'i' && reader.text !== reader.text.toUpperCase()) return false;
  return !(text.length > 3 && /[^s]s$/.test(text) && !/^(this|always|because|unless|discuss)$/.test(text));
}

/** Adds a time, with its end where a span of hours was said; returns the end. */
export function addClock(reader: Reader, expression: Expression, clock: Clock, lead: string): number {
  expression.clock = clock;
  const end = readClockEnd(reader, clock, lead);
  if (end) expression.clockEnd = end;
  const next = end?.next ?? clock.next;
  return word(reader, next) === 'sharp' ? next + 1 : phrase(reader, next, 'or so') ?? next;
}

/** "3-5pm", "from 3 to 5", "6pm - 1am". Two bare numbers need "from" or "between". */
function readClockEnd(reader: Reader, clock: Clock, lead: string): Clock | null {
  const text = word(reader, clock.next);
  const joined = /^(-|–|—|to|until|till|til)$/.test(text) || (text === 'and' && lead === 'between');
  if (!joined) return null;
  const end = readClock(reader, clock.next + 1, true);
  if (!end || !closesHere(reader, end.next)) return null;
  const until = lead === 'at' && /^(until|till|til|to)$/.test(text);
  if (!clock.strong && !end.strong && !until && !/^(from|between)$/.test(lead)) return null;
  if (!clock.strong && !end.strong && !isFreeNumber(reader, end.next)) return null;
  return end;
}
