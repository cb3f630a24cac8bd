import { readClock, type Clock } from './read-clock';
import { readDayPiece } from './day-piece';
import { readDayNumber } from './day-numbers';
import { readPart, type Part } from './day-part';
import type { Piece } from './pieces';
import { closesHere, opensHere, phrase, touches, word, type Reader } from './reader';
import { MONTHS, TODAY, TOMORROW, TONIGHT, WEEKDAYS } from './words';

type WeekdayPiece = Extract<Piece, { kind: 'weekday' }>;

/** One date or time expression as it was said: its pieces, and the tokens from `from` up to `next`. */
export type Expression = {
  weekday?: WeekdayPiece;
  day?: Piece;
  /** The last day of a range. */
  until?: Piece;
  clock?: Clock;
  clockEnd?: Clock;
  part?: Part;
  lead: string;
  from: number;
  next: number;
  contradiction?: boolean;
};

const LEADS = new Set(['on', 'at', '@', 'by', 'before', 'after', 'around', 'about', 'for', 'from', 'in', 'due', 'until', 'till', 'til', 'since', 'during', 'of', 'between', 'sometime', 'anytime', 'starting', 'year', '~', 'through', 'this']);
const CLOCK_LEADS = new Set(['at', '@', 'by', 'before', 'after', 'until', 'till', 'til', 'from', 'between', 'around', 'about', 'due', '~', 'since']);

/** The expression that begins exactly at `at`, with its preposition; null when there is none. */
export function readExpression(reader: Reader, at: number): Expression | null {
  if (!opensHere(reader, at)) return null;
  const first = readFrom(reader, at, at, '');
  let best = first;
  let lead = '';
  let next = at;
  for (let count = 0; count < 3 && LEADS.has(word(reader, next)); count += 1) {
    lead = word(reader, next);
    next += word(reader, next + 1) === 'the' && word(reader, next + 2) === 'year' ? 2 : 1;
    const found = readFrom(reader, at, next, lead);
    if (found && (!best || found.next > best.next)) best = found;
  }
  return best;
}

function readFrom(reader: Reader, from: number, at: number, lead: string): Expression | null {
  const expression: Expression = { lead, from, next: at };
  let next = at;
  let before = lead;
  for (let count = 0; count < 7; count += 1) {
    const after = addPiece(reader, expression, next, before, count === 0) ?? (next > expression.next ? addPiece(reader, expression, expression.next, '', false) : null);
    if (after === null) break;
    expression.next = addTrailingYear(reader, expression, after);
    const join = skipJoin(reader, after);
    [next, before] = [join.next, join.lead];
  }
  if (expression.next === at) return null;
  return isEnough(reader, expression) ? expression : null;
}

/** "Thu Oct 26 11:00:09 2023": the year behind the time. */
function addTrailingYear(reader: Reader, expression: Expression, at: number): number {
  const { day, clock } = expression;
  const year = reader.tokens[at];
  if (!clock || day?.kind !== 'month-day' || day.year !== null || !year || !/^(19|20)\d\d$/.test(year.text) || !closesHere(reader, at + 1)) return at;
  expression.day = { ...day, year: year.value };
  return at + 1;
}

function skipJoin(reader: Reader, at: number): { next: number; lead: string } {
  let next = at;
  let lead = '';
  while (next < at + 3) {
    const text = word(reader, next);
    if (/^[,(@)]$/.test(text) || (text === '-' && !touches(reader, next + 1) === !touches(reader, next))) {
      if (text === '@') lead = '@';
      next += 1;
    } else if (/^(at|on|by|around|about|from|of|for|before|after|in|sharp|this|the|between)$/.test(text)) {
      lead = text === 'the' || text === 'this' ? lead : text;
      if (text === 'this' || text === 'the') break;
      next += 1;
    } else break;
  }
  return { next, lead };
}

function addPiece(reader: Reader, expression: Expression, at: number, lead: string, isFirst: boolean): number | null {
  const token = reader.tokens[at];
  if (!token || token.kind === 'opaque') return null;
  // "on Monday for Friday's guests": a second preposition of this kind may bring an hour, not another day.
  const onlyClock = !isFirst && /^(for|of|before|after)$/.test(lead) && expression.lead !== lead && hasDay(expression);
  const part = expression.part || onlyClock ? null : readPart(reader, at, lead, hasDay(expression) || expression.clock !== undefined);
  const day = onlyClock ? null : readDayPiece(reader, at, isFirst ? lead : lead || (hasDay(expression) ? 'on' : ''));
  const clock = expression.clock ? null : readUsableClock(reader, at, lead, expression);
  if (part && part.next >= (day?.next ?? 0) && part.next >= (clock?.next ?? 0)) {
    expression.part = part;
    return part.next;
  }
  const dayFirst = day && (!clock || day.next > clock.next || (day.next === clock.next && day.strong && !CLOCK_LEADS.has(lead)));
  if (day && dayFirst) return addDay(reader, expression, day, at, isFirst);
  if (clock && !(onlyClock && !clock.strong)) return addClock(reader, expression, clock, lead);
  return null;
}

function hasDay(expression: Expression): boolean {
  return expression.day !== undefined || expression.weekday !== undefined;
}

function addDay(reader: Reader, expression: Expression, day: Piece, at: number, isFirst: boolean): number | null {
  if (day.kind === 'fixed' && day.part && expression.part) return null;
  if (day.kind === 'day-of-month' && !day.strong && !expression.weekday && !(expression.lead === 'on' && word(reader, at) === 'the') && !isMonthStart(expression)) return null;
  if (day.kind === 'day-of-month' && !isFollowed(reader, day.next)) return null;
  if (day.kind === 'weekday') {
    if (expression.weekday) return isFirst || !isAdjacent(reader, expression, at) ? null : contradict(expression, expression.weekday.weekday !== day.weekday, day.next);
    expression.weekday = day;
    return readUntil(reader, expression, day);
  }
  if (expression.day) {
    if (isMonthStart(expression) && day.kind === 'day-of-month' && expression.day.kind === 'fixed' && expression.day.range) {
      expression.day = { ...expression.day, day: expression.day.range[0] + day.day - 1, next: day.next, range: undefined };
      return day.next;
    }
    const relative = expression.day.kind === 'fixed' && expression.day.relative;
    if (relative && day.kind === 'instant' && !expression.clock && expression.day.kind === 'fixed' && expression.day.day === day.day) expression.day = day;
    else if (relative && day.kind === 'month-day') expression.day = day;
    else return isAdjacent(reader, expression, at) && isExactDay(day) && isExactDay(expression.day) ? contradict(expression, true, day.next) : null;
    return day.next;
  }
  if (expression.weekday && day.kind === 'fixed' && day.range && !day.week) return null;
  if (expression.clock && (day.kind === 'instant')) return null;
  if (day.kind === 'day-of-month' && !day.strong && expression.weekday === undefined && !isFollowed(reader, day.next)) return null;
  expression.day = day;
  return readUntil(reader, expression, day);
}

function isExactDay(piece: Piece): boolean {
  return piece.kind === 'month-day' || piece.kind === 'holiday' || (piece.kind === 'fixed' && !piece.range);
}

function isMonthStart(expression: Expression): boolean {
  const day = expression.day;
  return day?.kind === 'fixed' && day.range !== undefined && !day.week && day.range[1] - day.range[0] >= 27 && day.range[1] - day.range[0] <= 30;
}

function isAdjacent(reader: Reader, expression: Expression, at: number): boolean {
  const gap = reader.tokens.slice(expression.next, at).map((token) => token.text);
  return gap.every((text) => /^([,/&-]|or|and)$/.test(text));
}

function contradict(expression: Expression, differs: boolean, next: number): number | null {
  if (!differs) return next;
  expression.contradiction = true;
  return next;
}

/** The end of a range: "Jan 12 - 29", "Monday to Thursday", "between Mon and Thu". */
function readUntil(reader: Reader, expression: Expression, day: Piece): number {
  const text = word(reader, day.next);
  const isRange = /^(-|–|—|to|through|thru|until|till|til)$/.test(text) || (text === 'and' && expression.lead === 'between');
  if (!isRange || expression.until) return day.next;
  const end = readDayPiece(reader, day.next + 1, 'on');
  const kinds = ['weekday', 'month-day', 'day-of-month', 'fixed', 'holiday', 'impossible'];
  const bare = day.kind === 'month-day' && /^[-–—]|to|through|thru$/.test(text) ? readDayNumber(reader, day.next + 1) : null;
  if (day.kind === 'month-day' && bare && (!end || end.next <= bare.next + 2)) {
    const year = day.year === null ? readDayPiece(reader, day.next + 1, 'on') : null;
    if (bare.value <= 31 && closesHere(reader, bare.next) && !(year?.kind === 'month-day')) {
      const withYear = word(reader, bare.next) === ',' && /^(19|20)\d\d$/.test(word(reader, bare.next + 1)) ? Number(word(reader, bare.next + 1)) : day.year;
      const next = withYear === day.year ? bare.next : bare.next + 2;
      expression.until = { kind: 'month-day', month: day.month, day: bare.value, year: withYear, next, strong: true };
      expression.day = { ...day, year: withYear };
      return next;
    }
  }
  if (!end || !kinds.includes(end.kind)) return day.next;
  if ((text === '-' || text === 'to') && end.kind === 'fixed' && end.range) return day.next;
  expression.until = end;
  return end.next;
}

function readUsableClock(reader: Reader, at: number, lead: string, expression: Expression): Clock | null {
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

const FOLLOWERS = /^(at|for|to|from|by|with|and|or|until|till|before|after|so|please|is|this|that|every|then|but|because|remind|we|i|morning|afternoon|evening|night|noon|midnight|if|when|about|around|through|thru|it|my)$/;

/** Whether what follows "the 5th" lets it be a day and not "the 5th element". */
function isFollowed(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  if (!token || token.kind === 'symbol' || token.kind === 'opaque') return true;
  if (token.kind === 'number') return true;
  return FOLLOWERS.test(token.text) || MONTHS.has(token.text) || WEEKDAYS.has(token.text) || TONIGHT.has(token.text);
}

function addClock(reader: Reader, expression: Expression, clock: Clock, lead: string): number {
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
  if (!clock.strong && !end.strong && !/^(from|between)$/.test(lead)) return null;
  if (!clock.strong && !end.strong && !isFreeNumber(reader, end.next)) return null;
  return end;
}

/** What makes an expression more than a stray word: something strong, or a preposition that calls for it. */
function isEnough(reader: Reader, expression: Expression): boolean {
  if (!closesHere(reader, expression.next)) return false;
  if (hasDay(expression) || expression.clock) return true;
  return expression.part?.named === true;
}
