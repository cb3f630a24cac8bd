import { daysInMonth, weekdayOf } from './calendar';
import { century, EARLIEST, LATEST, monthDay } from './month-day';
import { pattern } from './pattern';
import { type Piece, resolvePiece } from './pieces';
import { closesHere, type Reader, touches, word } from './reader';
import { MONTHS, SHORT_UNITS, UNITS, WEEKDAYS } from './words';

/** Dates in digits: 2026-11-30, 11/30/2026, 30.11.2026, 4/25, 2-15, 2020/sep/23. */
export function readNumericDate(reader: Reader, at: number, led: boolean): Piece | null {
  const first = reader.tokens[at];
  if (first?.kind !== 'number') return null;
  const mark = word(reader, at + 1);
  if (first.text.length === 8) return readEightDigits(reader, at, first.text, led);
  if (!/^[-/.]$/.test(mark)) return null;
  const loose = (touches(reader, at + 1) ? 0 : 1) + (touches(reader, at + 2) ? 0 : 1);
  if (loose === 1) return null;
  const second = reader.tokens[at + 2];
  if (!second || loose && mark === '.') return null;
  const third = word(reader, at + 3) === mark && (loose > 0 || (touches(reader, at + 3) && touches(reader, at + 4))) ? reader.tokens[at + 4] : undefined;
  if (second.kind === 'word') return readNamedMiddle(reader, at, first.value, first.text.length, second.text, third);
  if (third?.kind === 'word') return readNamedLast(reader, at, first, second, third.text);
  if (second.kind !== 'number') return null;
  if (third?.kind === 'number') {
    const clock = word(reader, at + 5) === '-' && reader.tokens[at + 6]?.kind === 'number' && word(reader, at + 7) === ':';
    if (!closesHere(reader, at + 5) && word(reader, at + 5) !== 't' && !clock) return null;
    return threeNumbers(first, second, third, mark, at + 5, (led && !/^(from|to|of|for|in|version)$/.test(word(reader, at - 1))) || (at === 0 && reader.tokens.length === 5));
  }
  if (third || !closesHere(reader, at + 3) && !isRange(reader, at + 3)) return null;
  return twoNumbers(reader, at, [first.value, second.value], [first.text.length, second.text.length], mark, led, loose > 0);
}

/** "20261224", where nothing else stands or a preposition calls for a day: most long numbers are something else. */
function readEightDigits(reader: Reader, at: number, digits: string, led: boolean): Piece | null {
  const timed = word(reader, at + 1) === 't' && touches(reader, at + 1);
  const alone = at === 0 && (timed || reader.tokens.length === 1);
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))];
  if (!(alone || (led && /^(on|by|due|before|until|till)$/.test(word(reader, at - 1)))) || century(year, 4) === null || month < 1 || month > 12) return null;
  return timed || closesHere(reader, at + 1) ? monthDay(month, day, year, at + 1) : null;
}

/** "2027/23/Sep", "23-2027-September". */
function readNamedLast(reader: Reader, at: number, first: Digits, second: Digits, name: string): Piece | null {
  const month = MONTHS.get(name);
  const [year, day] = first.text.length === 4 ? [first, second] : [second, first];
  if (!month || year.text.length !== 4 || day.text.length > 2 || century(year.value, 4) === null || !closesHere(reader, at + 5)) return null;
  return monthDay(month, day.value, year.value, at + 5);
}

type Digits = { value: number; text: string };

function threeNumbers(first: Digits, second: Digits, third: Digits, mark: string, next: number, alone: boolean): Piece | null {
  if (first.text.length === 4) {
    const year = century(first.value, 4);
    if (year === null || third.text.length > 2 || second.text.length > 2) return null;
    const swapped = second.value > 12 && third.value <= 12;
    const [month, day] = swapped ? [third.value, second.value] : [second.value, third.value];
    if (month < 1 || month > 12 || day < 1 || day > 31) return null;
    return monthDay(month, day, year, next);
  }
  if (first.text.length > 2 || second.text.length > 2 || third.text.length === 3 || third.text.length > 4) return null;
  // "1.10.30" may be a version: a short year needs something before it, or nothing around it.
  if (third.text.length === 1 || (mark === '.' && third.text.length === 2 && !alone)) return null;
  const year = century(third.value, third.text.length);
  if (year === null) return null;
  const european = mark === '.' && second.value <= 12 || first.value > 12;
  const [month, day] = european ? [second.value, first.value] : [first.value, second.value];
  if (month < 1 || month > 12 || day < 1 || day > 31) return third.text.length === 4 && mark === '/' ? { kind: 'impossible', next, strong: true } : null;
  return monthDay(month, day, year, next);
}

function twoNumbers(reader: Reader, at: number, [a, b]: [number, number], [la, lb]: [number, number], mark: string, led: boolean, loose: boolean): Piece | null {
  const next = at + 3;
  if (mark === '.') {
    return la <= 2 && lb <= 2 ? readDotted(reader, at, a, b, lb) : null;
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
  const alone = at === 0 && next >= reader.tokens.length && !(a === 24 && b === 7);
  const weekday = WEEKDAYS.has(word(reader, at - 1));
  const timed = at === 0 && reader.tokens[next]?.kind === 'number' && /^(am|pm|:)$/.test(word(reader, next + 1));
  // "Sunday 9-5" are hours.
  if (mark === '-') return (weekday || alone || led || timed) && b > 12 ? monthDay(month, day, null, next) : null;
  // A fraction or a score ("1/2 cup", "24/7") looks the same: something around must say that it is a date.
  const hourAt = /^(at|@)$/.test(word(reader, next)) ? next + 1 : next;
  const clock = reader.tokens[hourAt]?.kind === 'number' && (hourAt > next && !(a === 24 && b === 7) || /^(am|pm|:|h)$/.test(word(reader, hourAt + 1)));
  // "Send the deck 23/11"; but "24/7", "15/10".
  const dayFirst = swapped && b !== 10 && lb === 2 && next >= reader.tokens.length;
  if (swapped && !led && !alone && !clock && !dayFirst && !isWeekdayNext(reader, next)) return null;
  if (UNITS.has(word(reader, next)) || SHORT_UNITS.has(word(reader, next))) return null;
  if (led || alone || dateLikeAfter(reader, next) || isRange(reader, next)) return loose && !led && !alone ? null : monthDay(month, day, null, next);
  return null;
}

/** What is said of versions: "works on 3.10". */
const VERSIONED = pattern('')`
  ^(
    tests?|tested|testing|runs?|running|ran|works?|working|based|builds?|built|depends?|fails?|failing|crash(es)?
    |breaks?|broken|installs?|installed|supported|deploy|deployed|bugs?|issues?|stay|version|focus|code|coding|macos
    |ios|android|python|ubuntu|node|windows|debian|kernel|upgrade
  )$
`;

/** "on 24.12": the day first, as with a year; behind a weekday the month, unless that says otherwise. "10.1" by itself is none. */
function readDotted(reader: Reader, at: number, a: number, b: number, digits: number): Piece | null {
  const dayFirst = a >= 1 && a <= 31 && b >= 1 && b <= 12 ? monthDay(b, a, null, at + 3) : null;
  const monthFirst = a >= 1 && a <= 12 && b >= 1 && b <= 31 ? monthDay(a, b, null, at + 3) : null;
  const weekday = WEEKDAYS.get(word(reader, at - 1));
  if (weekday !== undefined) {
    const falls = (piece: Piece | null) => {
      const found = piece && resolvePiece(piece, reader.today, reader.weekStart);
      return found !== null && found !== 'impossible' && weekdayOf(found.day) === weekday && found.day - reader.today < 100;
    };
    if (!monthFirst) return falls(dayFirst) ? dayFirst : null;
    return { ...monthFirst, strong: false, ...(falls(dayFirst) && !falls(monthFirst) ? { several: true } : {}) };
  }
  return (
    word(reader, at - 1) === 'on' &&
    digits === 2 &&
    !reader.tokens.slice(Math.max(0, at - 5), at - 1).some(({ text }) => VERSIONED.test(text))
      ? dayFirst ?? monthFirst
      : null
  );
}

/** "10/2 - 10/5", "7/17 to 7/19": a second date of the same form follows. */
function isRange(reader: Reader, at: number): boolean {
  return (
    /^([-–—]|to|through|thru|until)$/.test(word(reader, at)) &&
    reader.tokens[at + 1]?.kind === 'number' &&
    word(reader, at + 2) === '/' &&
    reader.tokens[at + 3]?.kind === 'number'
  );
}

/** "28/11 Sat", "11/28 (Sat)" */
const isWeekdayNext = (reader: Reader, at: number) => WEEKDAYS.has(word(reader, word(reader, at) === '(' ? at + 1 : at));

function dateLikeAfter(reader: Reader, at: number): boolean {
  if (isWeekdayNext(reader, at)) return true;
  const token = reader.tokens[at];
  const end = /^[-–]$/.test(word(reader, at + 1)) && reader.tokens[at + 2]?.kind === 'number' ? at + 3 : at + 1;
  if (token?.kind === 'number' && (/^(am|pm|:|h)$/.test(word(reader, end)) || (/^[ap]$/.test(word(reader, end)) && touches(reader, end) && closesHere(reader, end + 1)))) return true;
  return !token || token.kind === 'opaque' || (token.kind === 'symbol' && /^[,.;!?)@]$/.test(token.text)) || /^(at|by|from|until|till|around|noon)$/.test(token.text);
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
