import { civilDay, daysInMonth } from './calendar';
import { readOrdinal, readSmallWords, readYear, type Found } from './numbers';
import { closesHere, touches, word, type Reader } from './reader';
import type { Piece } from './pieces';
import { DOUBTFUL_MONTHS, MONTHS, SHORT_UNITS, UNITS } from './words';

const EARLIEST = 1900;
const LATEST = 2999;

/** A two- or four-digit year. */
function century(value: number, digits: number): number | null {
  if (digits <= 2) return value >= 70 ? 1900 + value : 2000 + value;
  return value >= EARLIEST && value <= LATEST ? value : null;
}

function monthDay(month: number, day: number, year: number | null, next: number): Piece {
  const length = daysInMonth(year ?? 2024, month);
  if (day < 1 || day > length) return { kind: 'impossible', next, strong: true };
  return { kind: 'month-day', month, day, year, next, strong: true };
}

/** Dates in digits: 2026-11-30, 11/30/2026, 30.11.2026, 4/25, 2-15, 2020/sep/23. */
export function readNumericDate(reader: Reader, at: number, led: boolean): Piece | null {
  const first = reader.tokens[at];
  if (first?.kind !== 'number') return null;
  const mark = word(reader, at + 1);
  if (!/^[-/.]$/.test(mark)) return null;
  const loose = (touches(reader, at + 1) ? 0 : 1) + (touches(reader, at + 2) ? 0 : 1);
  if (loose === 1) return null;
  const second = reader.tokens[at + 2];
  if (!second || loose && mark === '.') return null;
  const third = word(reader, at + 3) === mark && (loose > 0 || (touches(reader, at + 3) && touches(reader, at + 4))) ? reader.tokens[at + 4] : undefined;
  if (second.kind === 'word') return readNamedMiddle(reader, at, first.value, first.text.length, second.text, third);
  if (second.kind !== 'number') return null;
  if (third?.kind === 'number') {
    if (!closesHere(reader, at + 5) && word(reader, at + 5) !== 't') return null;
    return threeNumbers(first, second, third, mark, at + 5);
  }
  if (third || !closesHere(reader, at + 3)) return null;
  return twoNumbers(reader, at, [first.value, second.value], [first.text.length, second.text.length], mark, led, loose > 0);
}

type Digits = { value: number; text: string };

function threeNumbers(first: Digits, second: Digits, third: Digits, mark: string, next: number): Piece | null {
  if (first.text.length === 4) {
    const year = century(first.value, 4);
    if (year === null || third.text.length > 2 || second.text.length > 2) return null;
    const swapped = second.value > 12 && third.value <= 12;
    const [month, day] = swapped ? [third.value, second.value] : [second.value, third.value];
    if (month < 1 || month > 12 || day < 1 || day > 31) return null;
    return monthDay(month, day, year, next);
  }
  if (first.text.length > 2 || second.text.length > 2 || third.text.length === 3 || third.text.length > 4) return null;
  if (third.text.length === 1 || (mark === '.' && third.text.length < 2)) return null;
  const year = century(third.value, third.text.length);
  if (year === null) return null;
  const european = mark === '.' || first.value > 12;
  const [month, day] = european ? [second.value, first.value] : [first.value, second.value];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return monthDay(month, day, year, next);
}

function twoNumbers(reader: Reader, at: number, [a, b]: [number, number], [la, lb]: [number, number], mark: string, led: boolean, loose: boolean): Piece | null {
  const next = at + 3;
  if (mark === '.') {
    const weekdayBefore = /^(mon|tues?|wed|thur?s?|fri|sat|sun)(day|nesday|sday|urday)?$/.test(word(reader, at - 1));
    return weekdayBefore && a >= 1 && a <= 12 && b >= 1 && b <= 31 && la <= 2 && lb <= 2 ? { ...monthDay(a, b, null, next), strong: false } : null;
  }
  if (la === 4 && lb <= 2 && mark !== '.') {
    return b >= 1 && b <= 12 && a >= EARLIEST && a <= LATEST && lb === 2 ? { kind: 'month', month: b, year: a, next, strong: true } : null;
  }
  if (lb === 4 && la <= 2 && mark === '/') {
    return a >= 1 && a <= 12 && b >= EARLIEST && b <= LATEST ? { kind: 'month', month: a, year: b, next, strong: true } : null;
  }
  if (la > 2 || lb > 2) return null;
  const swapped = a > 12 && b <= 12;
  const [month, day] = swapped ? [b, a] : [a, b];
  if (month < 1 || month > 12 || day < 1 || day > 31 || day > daysInMonth(2024, month)) return null;
  const alone = at === 0 && next >= reader.tokens.length;
  if (mark === '-') return (alone || led) && b > 12 ? monthDay(month, day, null, next) : null;
  // A fraction or a score ("1/2 cup", "24/7") looks the same: something around must say that it is a date.
  if (swapped && !led && !alone) return null;
  if (UNITS.has(word(reader, next)) || SHORT_UNITS.has(word(reader, next))) return null;
  if (led || alone || dateLikeAfter(reader, next)) return loose && !led && !alone ? null : monthDay(month, day, null, next);
  return null;
}

function dateLikeAfter(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  return !token || (token.kind === 'symbol' && /^[,.;!?)@]$/.test(token.text)) || /^(at|by|from|until|till|around|noon)$/.test(token.text);
}

function readNamedMiddle(reader: Reader, at: number, first: number, digits: number, name: string, third: Digits | undefined): Piece | null {
  const month = MONTHS.get(name);
  if (!month) return null;
  if (!third) return digits <= 2 && closesHere(reader, at + 3) ? monthDay(month, first, null, at + 3) : null;
  if (!/^\d+$/.test(third.text) || !closesHere(reader, at + 5)) return null;
  if (digits === 4) return century(first, 4) ? monthDay(month, third.value, first, at + 5) : null;
  const year = century(third.value, third.text.length);
  return year === null ? null : monthDay(month, first, year, at + 5);
}

/** The month named at `at`, with the dot of its abbreviation. */
export function readMonthName(reader: Reader, at: number): Found<number> | null {
  const token = reader.tokens[at];
  const month = token?.kind === 'word' ? MONTHS.get(token.text) : undefined;
  if (!month) return null;
  const dotted = word(reader, at + 1) === '.' && touches(reader, at + 1) && DOUBTFUL_MONTHS.has(word(reader, at)) && reader.tokens[at + 2] !== undefined;
  return { value: month, next: dotted ? at + 2 : at + 1 };
}

/** A year that follows a day and month: ", 2026", "2026", "'26", "of 2026". */
export function readFollowingYear(reader: Reader, at: number, twoDigits: boolean): Found<number> | 'impossible' | null {
  let next = at;
  const comma = word(reader, next) === ',';
  if (comma) next += 1;
  if (/^(of|in)$/.test(word(reader, next))) next += 1;
  if (word(reader, next) === 'the' && word(reader, next + 1) === 'year') next += 1;
  if (word(reader, next) === 'year') next += 1;
  const token = reader.tokens[next];
  if (!token) return null;
  if (token.kind === 'number' && token.text.length >= 5 && !comma && token.space && closesHere(reader, next + 1)) return 'impossible';
  const year = readYear(reader.tokens, next);
  if (year && year.value >= EARLIEST && year.value <= LATEST && closesHere(reader, year.next) && !(comma && word(reader, year.next) === ':')) {
    // "Feb 2 2013 people" cannot be told; "10 May 1430 h" can.
    return word(reader, year.next) === ':' || /^(hrs|hours|am|pm)$/.test(word(reader, year.next)) ? null : year;
  }
  const short = token.text === "'" || token.text === '’' ? reader.tokens[next + 1] : undefined;
  if (short && /^\d\d$/.test(short.text)) return { value: 2000 + short.value, next: next + 2 };
  const bare = /^\d\d$/.test(token.text) && twoDigits && (comma || next === at) && closesHere(reader, next + 1);
  if (bare && !/^(:|am|pm|h|\.|\/|-)$/.test(word(reader, next + 1)) && (comma || token.value > 24 || reader.tokens[next + 1] === undefined)) {
    return { value: 2000 + token.value, next: next + 1 };
  }
  return null;
}

/** A number of a day: digits, an ordinal, or words ("the twenty-second", "fifth", "29"). */
export function readDayNumber(reader: Reader, at: number): (Found<number> & { ordinal: boolean }) | null {
  const token = reader.tokens[at];
  if (!token) return null;
  const ordinal = readOrdinal(reader.tokens, at);
  if (ordinal) return { ...ordinal, ordinal: true };
  if (token.kind === 'number') return token.text.length <= 2 ? { value: token.value, next: at + 1, ordinal: false } : null;
  const words = readSmallWords(reader.tokens, at);
  return words && words.value > 0 && words.value <= 31 ? { ...words, ordinal: false } : null;
}

/** "March 3rd, 2015", "may twenty nine", "Sep-23-2020", "May/22". */
export function readMonthThenDay(reader: Reader, at: number): Piece | null {
  const month = readMonthName(reader, at);
  if (!month) return null;
  let next = month.next;
  const mark = word(reader, next);
  const tightMark = /^[-/]$/.test(mark) && touches(reader, next) && touches(reader, next + 1);
  if (tightMark) next += 1;
  else if (mark === ',' && reader.tokens[next + 1]?.kind === 'ordinal') next += 1;
  if (word(reader, next) === 'the') next += 1;
  if (reader.tokens[next]?.kind === 'number' && reader.tokens[next]?.text.length === 4) return null;
  const day = readDayNumber(reader, next);
  if (!day || day.value > 99) return null;
  const after = word(reader, day.next);
  // "may 10:30" is a time, "march 15 minutes" a length, "may 5pm" an hour.
  if (!day.ordinal && (/^(am|pm|h|o'clock)$/.test(after) || (after === ':' && touches(reader, day.next)))) return null;
  if (!day.ordinal && /^(minutes?|mins?|hours?|days?|weeks?|times|people|%)$/.test(after)) return null;
  if (!closesHere(reader, day.next) && !(tightMark && /^[-/(]$/.test(after))) {
    if (!/^[-(–]$/.test(after)) return null;
  }
  if (tightMark && after === mark && touches(reader, day.next)) {
    const year = reader.tokens[day.next + 1];
    const value = year?.kind === 'number' ? century(year.value, year.text.length) : null;
    return value === null ? null : monthDay(month.value, day.value, value, day.next + 2);
  }
  return withYear(reader, month.value, day.value, day.next);
}

/** "the 3rd of March 2015", "15 february", "14april 2015", "twenty second of June". */
export function readDayThenMonth(reader: Reader, at: number): Piece | null {
  const start = word(reader, at) === 'the' ? at + 1 : at;
  const day = readDayNumber(reader, start);
  if (!day || day.value > 99) return null;
  let next = day.next;
  if (word(reader, next) === 'day') next += 1;
  if (word(reader, next) === 'of') next += 1;
  else if (word(reader, next) === '-' && touches(reader, next) && touches(reader, next + 1)) next += 1;
  else if (word(reader, next) === ',' && day.ordinal) next += 1;
  else if (word(reader, next) === '.' && reader.tokens[next + 1]?.kind === 'word') next += 1;
  const month = readMonthName(reader, next);
  if (!month || !closesHere(reader, month.next) && word(reader, month.next) !== '-') return null;
  // "5 may" is a date, "section 5 may apply" is not: without "of" or an ordinal the doubtful words need an end.
  if (!day.ordinal && next === day.next && /^(may|march|mar)$/.test(word(reader, next)) && !endsHere(reader, month.next)) return null;
  return withYear(reader, month.value, day.value, month.next);
}

function endsHere(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  return !token || token.kind === 'symbol' || token.kind === 'number' || /^(at|by|from|until|to|for|in|and|or|through)$/.test(token.text);
}

function withYear(reader: Reader, month: number, day: number, next: number): Piece {
  const year = readFollowingYear(reader, next, true);
  if (year === 'impossible') return { kind: 'impossible', next: next + 1, strong: true };
  return monthDay(month, day, year?.value ?? null, year?.next ?? next);
}

/** "2018 March 18", "2016 Nov 16th". */
export function readYearThenMonth(reader: Reader, at: number): Piece | null {
  const year = reader.tokens[at]?.kind === 'number' ? readYear(reader.tokens, at) : null;
  if (!year) return null;
  const rest = readMonthThenDay(reader, year.next);
  return rest?.kind === 'month-day' && rest.year === null ? monthDay(rest.month, rest.day, year.value, rest.next) : null;
}

/** 2030-10-12T13:37(:00)(Z): the date part has been read up to `at`, where "T13:37" follows. */
export function readIsoTime(reader: Reader, at: number): { minutes: number; next: number } | null {
  if (word(reader, at) !== 't' || !touches(reader, at) || !touches(reader, at + 1)) return null;
  const [hour, minute] = [reader.tokens[at + 1], reader.tokens[at + 3]];
  if (hour?.kind !== 'number' || word(reader, at + 2) !== ':' || minute?.kind !== 'number' || hour.value > 23 || minute.value > 59) return null;
  let next = at + 4;
  while (/^[:.z]$/.test(word(reader, next)) && touches(reader, next)) next += reader.tokens[next + 1]?.kind === 'number' && word(reader, next) !== 'z' ? 2 : 1;
  return { minutes: hour.value * 60 + minute.value, next };
}

/** The first day of a month or year, for "October 2014" and "2014". */
export function firstOf(year: number, month = 1): number {
  return civilDay(year, month, 1);
}
