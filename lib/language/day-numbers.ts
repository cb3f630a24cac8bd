
import { civilParts } from './calendar';
import { century, EARLIEST, LATEST, monthDay } from './month-day';
import { type Found, readOrdinal, readSmallWords, readYear } from './numbers';
import type { Piece } from './pieces';
import { closesHere, type Reader, touches, word } from './reader';
import { MONTHS } from './words';

/** The month named at `at`, with the dot of its abbreviation. */
export function readMonthName(reader: Reader, at: number): Found<number> | null {
  const token = reader.tokens[at];
  const month = token?.kind === 'word' ? MONTHS.get(token.text) : undefined;
  if (!month) return null;
  const dotted = word(reader, at + 1) === '.' && touches(reader, at + 1) && word(reader, at).length <= 4 && reader.tokens[at + 2] !== undefined;
  return { value: month, next: dotted ? at + 2 : at + 1 };
}

/** A year that follows a day and month: ", 2026", "2026", "'26", "of 2026", "next year". */
export function readFollowingYear(reader: Reader, at: number, twoDigits: boolean): Found<number> | 'impossible' | null {
  let next = at;
  const comma = word(reader, next) === ',';
  if (comma) next += 1;
  if (/^(of|in)$/.test(word(reader, next))) next += 1;
  if (/^(this|next)$/.test(word(reader, next)) && word(reader, next + 1) === 'year') {
    return { value: civilParts(reader.today).year + (word(reader, next) === 'next' ? 1 : 0), next: next + 2 };
  }
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
  if (bare && !/^(:|am|pm|h|\.|\/|-)$/.test(word(reader, next + 1)) && (comma ? isYearNear(reader, token.value) : token.value > 24 || reader.tokens[next + 1] === undefined)) {
    return { value: 2000 + token.value, next: next + 1 };
  }
  return null;
}

/** Behind a comma ("May 5, 12") a day may follow as well: only a year close by is one. */
function isYearNear(reader: Reader, digits: number): boolean {
  const ahead = 2000 + digits - civilParts(reader.today).year;
  return digits > 31 || (ahead >= -1 && ahead <= 10);
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
  if (reader.tokens[next]?.kind === 'number' && reader.tokens[next]?.text.length === 4) {
    // "September-2027-23"
    const last = tightMark && word(reader, next + 1) === mark && touches(reader, next + 2) ? reader.tokens[next + 2] : undefined;
    const year = century(reader.tokens[next]?.value ?? 0, 4);
    return last?.kind === 'number' && last.text.length <= 2 && year !== null && closesHere(reader, next + 3) ? monthDay(month.value, last.value, year, next + 3) : null;
  }
  const day = readDayNumber(reader, next);
  if (!day || day.value > 99) return null;
  const after = word(reader, day.next);
  // "may 10:30" is a time, "march 15 minutes" a length, "may 5pm" an hour.
  if (!day.ordinal && (/^(am|pm|h|o'clock)$/.test(after) || (after === ':' && touches(reader, day.next)))) return null;
  if (!day.ordinal && /^(minutes?|mins?|hours?|days?|weeks?|times|people|%)$/.test(after)) return null;
  if (!closesHere(reader, day.next) && !(tightMark && /^[-/(]$/.test(after))) {
    const year = after === ',' && /^(19|20)\d\d$/.test(word(reader, day.next + 1));
    if (!/^[-(–]$/.test(after) && !year) return null;
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
  const last = /^(-|–|to|through|thru|until|till)$/.test(word(reader, next)) && day.value < 31 ? readDayNumber(reader, word(reader, next + 1) === 'the' ? next + 2 : next + 1) : null;
  const span = last && last.value > day.value && last.value <= 31 ? last : null;
  if (span) next = span.next;
  if (word(reader, next) === 'day') next += 1;
  if (word(reader, next) === 'of') next += 1;
  else if (word(reader, next) === '-' && touches(reader, next) && touches(reader, next + 1)) next += 1;
  else if (word(reader, next) === ',' && day.ordinal) next += 1;
  else if (word(reader, next) === '.' && reader.tokens[next + 1]?.kind === 'word') next += 1;
  const month = readMonthName(reader, next);
  if (!month || !closesHere(reader, month.next) && word(reader, month.next) !== '-') return null;
  // "5 may" is a date, "section 5 may apply" is not: without "of" or an ordinal the doubtful words need an end.
  if (!day.ordinal && next === day.next && /^(may|march|mar)$/.test(word(reader, next)) && !endsHere(reader, month.next)) return null;
  const piece = withYear(reader, month.value, day.value, month.next);
  return span && piece.kind === 'month-day' ? { ...piece, to: span.value } : piece;
}

function endsHere(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  return !token || token.kind === 'symbol' || token.kind === 'number' || /^(at|by|from|until|to|for|in|and|or|through|every|each|yearly|annually)$/.test(token.text);
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
