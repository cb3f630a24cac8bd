import { civilParts } from './calendar';
import { readDayNumber } from './day-numbers';
import { behindOrdinals } from './day-several';
import { readDayPiece } from './day-piece';
import type { Clock } from './clock';
import type { Expression } from './expression-type';
import { isFollowed } from './followers';
import type { Piece } from './pieces';
import { readClock } from './read-clock';
import { closesHere, type Reader, word } from './reader';

/** Whether an expression names a day already. */
export function hasDay(expression: Expression): boolean {
  return expression.day !== undefined || expression.weekday !== undefined;
}

/** Adds a day to an expression, or refuses it (null); returns the end of what was taken. */
export function addDay(reader: Reader, expression: Expression, day: Piece, at: number, isFirst: boolean): number | null {
  if (day.kind === 'fixed' && day.part && expression.part) return null;
  if (isClosing(day) && hasDay(expression) && !expression.clock) {
    expression.clock = closingClock(day);
    return day.next;
  }
  if (expression.day && isClosing(expression.day) && !expression.clock && (day.kind === 'weekday' || isExactDay(day))) {
    expression.clock = closingClock(expression.day);
    expression.day = undefined;
  }
  if (
    day.kind === 'day-of-month' &&
    !day.strong &&
    !expression.weekday &&
    !(expression.lead === 'on' && word(reader, at) === 'the') &&
    !isMonthStart(expression)
  ) return null;
  const timed = day.kind === 'day-of-month' && expression.weekday !== undefined && readClock(reader, day.next, true)?.strong === true;
  if (day.kind === 'day-of-month' && !timed && !isFollowed(reader, behindOrdinals(reader, day.next))) return null;
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
    const year = yearOf(expression.day);
    if (year !== null && day.kind === 'month-day' && day.year === null) {
      expression.day = { ...day, year };
      return day.next;
    }
    const relative = expression.day.kind === 'fixed' && expression.day.relative && !/^(and|or|&)$/.test(word(reader, at - 1));
    if (relative && day.kind === 'instant' && !expression.clock && expression.day.kind === 'fixed' && expression.day.day === day.day) expression.day = day;
    else if (relative && day.kind === 'month-day') expression.day = day;
    else return isAdjacent(reader, expression, at) && (isExactDay(day) || day.kind === 'day-of-month') && (isExactDay(expression.day) || expression.contradiction) ? contradict(expression, true, day.next) : null;
    return day.next;
  }
  if (expression.weekday && day.kind === 'fixed' && day.range && !day.week) return null;
  if (expression.clock && (day.kind === 'instant')) return null;
  if (day.kind === 'day-of-month' && !day.strong && expression.weekday === undefined && !isFollowed(reader, day.next)) return null;
  expression.day = day;
  if (day.several) expression.contradiction = true;
  return readUntil(reader, expression, day);
}

/** The year that a piece is the whole of: "next year | on March 3". */
function yearOf(piece: Piece): number | null {
  if (piece.kind !== 'fixed' || !piece.range || piece.range[1] - piece.range[0] < 364) return null;
  const { year, month, day } = civilParts(piece.range[0]);
  return month === 1 && day === 1 ? year : null;
}

type Closing = Extract<Piece, { kind: 'fixed' }>;

const isClosing = (piece: Piece): piece is Closing => piece.kind === 'fixed' && piece.closing === true;

/** "eod" beside a day is that day's hour. */
export function closingClock({ minutes = 0, next }: Closing): Clock {
  return { hour: Math.floor(minutes / 60), minute: minutes % 60, half: null, exact: true, strong: true, next };
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
  const bare = day.kind === 'month-day' && /^([-–—]|to|through|thru|until|till|til)$/.test(text) ? readDayNumber(reader, day.next + 1) : null;
  if (day.kind === 'month-day' && bare && (!end || end.next <= bare.next + 2)) {
    const year = day.year === null ? readDayPiece(reader, day.next + 1, 'on') : null;
    if (bare.value <= 31 && closesHere(reader, bare.next) && !(year?.kind === 'month-day')) {
      const yearAt = word(reader, bare.next) === ',' ? bare.next + 1 : bare.next;
      const withYear = /^(19|20)\d\d$/.test(word(reader, yearAt)) ? Number(word(reader, yearAt)) : day.year;
      const next = withYear === day.year ? bare.next : yearAt + 1;
      expression.until = { kind: 'month-day', month: day.month, day: bare.value, year: withYear, next, strong: true };
      expression.day = { ...day, year: withYear };
      return next;
    }
  }
  if (!end || !kinds.includes(end.kind)) return day.next;
  // "Monday, Jan 4 - Friday, Jan 8": the date behind the last weekday.
  const date = end.kind === 'weekday' ? readDayPiece(reader, word(reader, end.next) === ',' ? end.next + 1 : end.next, 'on') : null;
  if (date?.kind === 'month-day') {
    if (day.kind === 'month-day' && day.year === null) expression.day = { ...day, year: date.year };
    expression.until = date;
    return date.next;
  }
  if ((text === '-' || text === 'to') && end.kind === 'fixed' && end.range) return day.next;
  if (
    day.kind === 'month-day' &&
    day.year === null &&
    end.kind === 'month-day' &&
    end.year !== null &&
    (day.month < end.month || (day.month === end.month && day.day <= end.day))
  ) expression.day = { ...day, year: end.year };
  expression.until = end;
  return end.next;
}
