import { addMonths, civilDay, civilParts, daysInMonth, startOfWeek, weekdayOf, type CivilDay } from './calendar';
import { readDayNumber, readFollowingYear, readMonthName } from './day-numbers';
import { nthWeekday, readHoliday } from './holidays';
import { readCardinal, readOrdinal, readYear } from './numbers';
import type { Piece } from './pieces';
import { closesHere, phrase, touches, word, type Reader } from './reader';
import { DOUBTFUL_WEEKDAYS, MONTHS, TODAY, TOMORROW, TONIGHT, UNITS, WEEKDAYS } from './words';

type FixedPiece = Extract<Piece, { kind: 'fixed' }>;

function fixed(day: CivilDay, next: number, rest: Partial<FixedPiece> = {}): FixedPiece {
  return { kind: 'fixed', day, next, strong: true, ...rest };
}

/** "today", "tonight", "day after tomorrow", "yesterday", "the other day's" neighbours. */
export function readRelativeDay(reader: Reader, at: number): Piece | null {
  const text = word(reader, at);
  const { today } = reader;
  if (TODAY.has(text)) return fixed(today, at + 1, { relative: true });
  if (TOMORROW.has(text) || text === 'tom' && isLoneTom(reader, at)) return fixed(today + 1, at + 1, { relative: true });
  if (TONIGHT.has(text)) return fixed(today, at + 1, { part: 'night', relative: true });
  if (text === 'yesterday') return fixed(today - 1, at + 1, { past: true, relative: true });
  if (text === 'overmorrow') return fixed(today + 2, at + 1);
  if (text === '2' && touches(reader, at + 1) && /^(moro|morrow|nite)$/.test(word(reader, at + 1))) {
    return word(reader, at + 1) === 'nite' ? fixed(today, at + 2, { part: 'night' }) : fixed(today + 1, at + 2);
  }
  const start = text === 'the' ? at + 1 : at;
  const after = phrase(reader, start, 'day after');
  const before = phrase(reader, start, 'day before');
  if (after && TOMORROW.has(word(reader, after))) return fixed(today + 2, after + 1);
  if (before && word(reader, before) === 'yesterday') return fixed(today - 2, before + 1, { past: true });
  const last = phrase(reader, at, 'last night');
  if (last) return fixed(today - 1, last, { past: true, part: 'night' });
  return null;
}

function isLoneTom(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  const before = word(reader, at - 1);
  const after = word(reader, at + 1);
  const ends = after === '' || (after === '.' && reader.tokens[at + 2] === undefined) || /^(morning|afternoon|evening|night|at)$/.test(after);
  return token?.raw === 'tom' && ends && at > 1 && !/^(call|with|for|to|from|email|e-mail|mail|ask|see|meet|visit|text|and|tell|message|ping|pay|thank|help|of|about|remind)$/.test(before);
}

/** "Friday", "next tue", "this coming Monday", "Wednesday next week", "friday after next", "the sunday". */
export function readWeekday(reader: Reader, at: number, led: boolean): Piece | null {
  let next = at;
  let which: 'coming' | 'this' | 'next' | 'last' = 'coming';
  let marked = false;
  if (word(reader, next) === 'the' && WEEKDAYS.has(word(reader, next + 1))) next += 1;
  for (let count = 0; count < 3; count += 1) {
    const text = word(reader, next);
    if (text === 'next') which = 'next';
    else if (/^(this|coming|upcoming|following)$/.test(text)) which = which === 'next' ? 'next' : 'this';
    else if (/^(last|past|previous)$/.test(text)) which = 'last';
    else break;
    [marked, next] = [true, next + 1];
  }
  const weekday = reader.tokens[next]?.kind === 'word' ? WEEKDAYS.get(word(reader, next)) : undefined;
  if (weekday === undefined || !closesWeekday(reader, next + 1)) return null;
  if (!marked && !led && DOUBTFUL_WEEKDAYS.has(word(reader, next)) && !looksLikeDay(reader, next)) return null;
  next += 1;
  if (word(reader, next) === '.' && touches(reader, next) && word(reader, next - 1).length <= 5 && !touches(reader, next + 1) && reader.tokens[next + 1]) next += 1;
  const weeks = readWeekBehind(reader, next);
  if (weeks) {
    const start = startOfWeek(reader.today, reader.weekStart) + weeks.ahead * 7;
    const day = start + ((weekday - weekdayOf(start) + 7) % 7);
    return fixed(day, weeks.next, { past: weeks.ahead < 0 });
  }
  const afterNext = phrase(reader, next, 'after next');
  if (afterNext) return { kind: 'weekday', weekday, which: 'after-next', next: afterNext, strong: true };
  return { kind: 'weekday', weekday, which, next, strong: true };
}

function closesWeekday(reader: Reader, at: number): boolean {
  return closesHere(reader, at) || /^[-–]$/.test(word(reader, at));
}

function readWeekBehind(reader: Reader, at: number): { ahead: number; next: number } | null {
  const of = /^(of|in|from)$/.test(word(reader, at)) ? at + 1 : at;
  const the = word(reader, of) === 'the' ? of + 1 : of;
  if (!/^(week|wk)$/.test(word(reader, the + 1))) return null;
  const text = word(reader, the);
  if (/^(next|following|coming)$/.test(text)) return { ahead: 1, next: the + 2 };
  if (/^(this|current)$/.test(text)) return { ahead: 0, next: the + 2 };
  if (/^(last|previous|past)$/.test(text)) return { ahead: -1, next: the + 2 };
  return null;
}

/** "sat" and "sun" are also a verb and a star: the words beside them decide. */
function looksLikeDay(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  const before = word(reader, at - 1);
  const after = reader.tokens[at + 1];
  const afterText = after?.text ?? '';
  if (at === 0 && !after) return true;
  if (MONTHS.has(afterText) || MONTHS.has(word(reader, at + 2)) && afterText === ',') return true;
  if (afterText === '@' || /^(morning|afternoon|evening|night|noon|midnight|next)$/.test(afterText)) return true;
  if (after && (after.kind === 'number' || after.kind === 'ordinal')) return true;
  if (afterText === 'at' && (reader.tokens[at + 2]?.kind === 'number' || word(reader, at + 2) === 'noon')) return true;
  if (afterText === '.' && at === 0 && !reader.tokens[at + 2]) return true;
  if (/^(the|a|in|i|he|she|we|they|it|who|that|my|our|under|of|full|and|dog|cat|newly)$/.test(before)) return /^(and|or)$/.test(before) && WEEKDAYS.has(word(reader, at - 2));
  const capital = token !== undefined && /^\p{Lu}/u.test(token.raw) && at > 0;
  const ends = !after || (after.kind === 'symbol' && /^[,.;!?)-]$/.test(afterText));
  return at > 0 && (ends || capital && !/^(in|down|on|by|with|through|cream|screen)$/.test(afterText));
}

/** "the third Wednesday of March", "last day of October 2015", "second Sunday in the month", "last workday of the month". */
export function readNthOf(reader: Reader, at: number): Piece | null {
  const start = word(reader, at) === 'the' ? at + 1 : at;
  const count = readPlace(reader, start);
  if (!count) return null;
  let next = count.next;
  const nth = count.value;
  const name = word(reader, next);
  const weekday = WEEKDAYS.get(name);
  const unit = UNITS.get(name);
  const working = /^(work|working|business)$/.test(name) && word(reader, next + 1) === 'day';
  if (weekday === undefined && unit !== 'day' && unit !== 'weekday' && unit !== 'week' && !working) return null;
  next += working ? 2 : 1;
  const find = nthFinder(weekday, working ? 'weekday' : unit ?? 'day', nth);
  const holiday = /^(after|before|from)$/.test(word(reader, next)) ? null : readMonthBehind(reader, next);
  if (!holiday) return null;
  return { kind: 'nth-of-month', month: holiday.month, year: holiday.year, find, next: holiday.next, strong: true };
}

/** "third", "last", "second to last", "next to last": the place in a row, from the end where negative. */
function readPlace(reader: Reader, at: number): { value: number; next: number } | null {
  if (word(reader, at) === 'last') return { value: -1, next: at + 1 };
  const ordinal = word(reader, at) === 'next' ? { value: 2, next: at + 1 } : readOrdinal(reader.tokens, at);
  if (!ordinal || ordinal.value > 31) return null;
  const behind = phrase(reader, ordinal.next, 'to last') ?? phrase(reader, ordinal.next, 'to the last') ?? phrase(reader, ordinal.next, 'last') ?? phrase(reader, ordinal.next, '- to - last');
  if (behind !== null) return { value: -ordinal.value, next: behind };
  return word(reader, at) === 'next' ? null : ordinal;
}

function nthFinder(weekday: number | undefined, unit: string, nth: number): (year: number, month: number) => CivilDay | null {
  return (year, month) => {
    if (weekday !== undefined) return nthWeekday(year, month, weekday, nth);
    const length = daysInMonth(year, month);
    const first = civilDay(year, month, 1);
    if (unit === 'week') {
      const week = nth < 0 ? first + length - 1 : first + 3 + (nth - 1) * 7;
      return week - ((weekdayOf(week) + 6) % 7);
    }
    const days = Array.from({ length }, (_, index) => first + index).filter((day) => unit === 'day' || weekdayOf(day) % 6 !== 0);
    return days.at(nth < 0 ? nth : nth - 1) ?? null;
  };
}

/** "of March 2015", "in the month", "of next month", "this month". */
function readMonthBehind(reader: Reader, at: number): { month: number; year: number | null; next: number } | null {
  let next = at;
  const linked = /^(of|in|on)$/.test(word(reader, next));
  if (linked) next += 1;
  if (word(reader, next) === 'the') next += 1;
  const name = linked ? readMonthName(reader, next) : null;
  if (name) {
    const year = readFollowingYear(reader, name.next, false);
    if (year === 'impossible') return null;
    return { month: name.value, year: year?.value ?? null, next: year?.next ?? name.next };
  }
  const which = word(reader, next);
  const ahead = /^(next|following|coming)$/.test(which) ? 1 : /^(this|current)$/.test(which) ? 0 : /^(last|previous)$/.test(which) ? -1 : null;
  const unitAt = ahead === null ? next : next + 1;
  const unit = UNITS.get(word(reader, unitAt));
  if (unit === 'year' && linked) {
    const { year } = civilParts(reader.today);
    return { month: 12, year: year + (ahead ?? 0), next: unitAt + 1 };
  }
  if (unit !== 'month' || !linked) return null;
  const { year, month } = civilParts(addMonths(reader.today, ahead ?? 0));
  return { month, year, next: unitAt + 1 };
}

/** "the 18th", "20th day of next month", "next month 21st", "20 of this month". */
export function readDayOfMonth(reader: Reader, at: number, lead: string): Piece | null {
  const led = lead !== '';
  const start = word(reader, at) === 'the' ? at + 1 : at;
  const day = readDayNumber(reader, start);
  if (!day) return null;
  const unit = word(reader, day.next) === 'day' ? day.next + 1 : day.next;
  const month = word(reader, unit) === 'of' ? readMonthBehind(reader, unit) : null;
  if (month?.year) {
    if (day.value > daysInMonth(month.year, month.month)) return { kind: 'impossible', next: month.next, strong: true };
    return fixed(civilDay(month.year, month.month, day.value), month.next);
  }
  if (day.value > 31 || day.value < 1 || unit !== day.next || !closesHere(reader, day.next)) return null;
  if (!day.ordinal) return readPlainDay(reader, start, start > at, lead, day.value);
  const named = reader.tokens[start]?.kind === 'ordinal';
  return { kind: 'day-of-month', day: day.value, next: day.next, strong: start > at && named || led && named };
}

/** "on 15", "on the 27", "Friday the 13": a plain number counts only where nothing else can be meant. */
function readPlainDay(reader: Reader, at: number, hasThe: boolean, lead: string, day: number): Piece | null {
  const token = reader.tokens[at];
  if (token?.kind !== 'number' || lead !== 'on') return null;
  const after = word(reader, at + 1);
  const ends = after === '' || /^[,.!?;@]$/.test(after) || after === 'at';
  return ends && (hasThe || word(reader, at - 1) === 'on') ? { kind: 'day-of-month', day, next: at + 1, strong: true } : null;
}

/** A holiday, with the year that may follow. */
export function readHolidayPiece(reader: Reader, at: number): Piece | null {
  let start = at;
  if (/^(next|this|coming|the)$/.test(word(reader, at))) start += word(reader, at + 1) === 'next' ? 2 : 1;
  const holiday = readHoliday(reader, start);
  if (!holiday || !closesHere(reader, holiday.next)) return null;
  const of = /^(in|of)$/.test(word(reader, holiday.next)) ? holiday.next + 1 : holiday.next;
  const year = readYear(reader.tokens, of);
  if (year && closesHere(reader, year.next)) return { kind: 'holiday', rule: holiday.rule, year: year.value, next: year.next, strong: true };
  return { kind: 'holiday', rule: holiday.rule, year: null, next: holiday.next, strong: true };
}

/** "four tuesdays from now", "the second closest Mon to October fifth" (the day itself is read by `readAnchor`). */
export function readWeekdaysFromNow(reader: Reader, at: number): Piece | null {
  const count = readCardinal(reader.tokens, word(reader, at) === 'in' ? at + 1 : at);
  if (!count || count.value < 1 || count.value > 520) return null;
  const weekday = WEEKDAYS.get(word(reader, count.next).replace(/s$/, '')) ?? WEEKDAYS.get(word(reader, count.next));
  if (weekday === undefined) return null;
  const end = phrase(reader, count.next + 1, 'from now') ?? phrase(reader, count.next + 1, 'from today') ?? phrase(reader, count.next + 1, 'hence');
  if (!end) return null;
  const first = reader.today + ((weekday - weekdayOf(reader.today) + 7) % 7 || 7);
  return fixed(first + (count.value - 1) * 7, end);
}
