import { readDayThenMonth, readMonthName, readMonthThenDay, readYearThenMonth } from './day-numbers';
import { readIsoTime } from './clock-iso';
import { readNumericDate } from './day-digits';
import { readSeveralDays } from './day-several';
import { readBeside } from './day-beside';
import { readOffset, readPlus } from './day-offsets';
import { readEdge } from './day-edges';
import { readMonthOrYear, readPeriod } from './day-periods';
import { readNextFew, readRest } from './day-spans';
import { readDayOfMonth } from './day-of-month';
import { readWeekNumber } from './day-of-year';
import { readHolidayPiece, readNthOf } from './day-counted';
import { readThisTime, readWeekOf, readWeeksOn } from './day-weeks';
import { readCountedWeekdays } from './day-weekdays';
import { readRelativeDay, readWeekday } from './day-words';
import type { Piece } from './pieces';
import { phrase, word, type Reader } from './reader';
import { localParts } from './zones';

/** Anchors nest ("a week after the day before Friday"); deeper than this nobody speaks. */
const DEEPEST = 2;

/** The longest reading of a day that begins exactly at `at`; `lead` is the preposition before it, if any. */
export function readDayPiece(reader: Reader, at: number, lead: string, depth = 0): Piece | null {
  const token = reader.tokens[at];
  if (!token || token.kind === 'opaque' || (token.kind === 'symbol' && token.text !== '+')) return null;
  const led = lead !== '';
  const inner = (inside: Reader, start: number, innerLead: string) => (depth < DEEPEST ? readDayPiece(inside, start, innerLead, depth + 1) : null);
  let best: Piece | null = null;
  const consider = (piece: Piece | null) => {
    if (piece && (!best || piece.next > best.next)) best = piece;
  };
  if (token.kind === 'word') {
    consider(readRelativeDay(reader, at));
    consider(readNow(reader, at));
    consider(readWeekday(reader, at, led));
    consider(readEdge(reader, at));
    consider(readPeriod(reader, at));
    consider(readWeekNumber(reader, at, lead));
    consider(readHolidayPiece(reader, at, lead));
    consider(readIdes(reader, at));
    consider(readMonthThenDay(reader, at));
    if (token.text === 'next' || token.text === 'this') {
      consider(readDayThenMonth(reader, at + 1));
      consider(readMonthThenDay(reader, at + 1));
    }
  } else {
    consider(withIsoTime(reader, readNumericDate(reader, at, led)));
    consider(readYearThenMonth(reader, at));
    if (token.text === '2') consider(readRelativeDay(reader, at));
  }
  consider(readNextFew(reader, at));
  consider(readRest(reader, at));
  consider(readNthOf(reader, at));
  consider(readDayThenMonth(reader, at));
  consider(readSeveralDays(reader, at, lead));
  consider(readMonthOrYear(reader, at, lead));
  consider(readDayOfMonth(reader, at, lead));
  consider(readCountedWeekdays(reader, at, lead, inner));
  consider(readOffset(reader, at, inner));
  consider(readBeside(reader, at, inner));
  consider(readWeekOf(reader, at, inner));
  consider(readWeeksOn(reader, at, inner));
  consider(readThisTime(reader, at, inner));
  return best && depth === 0 ? readPlus(reader, best) ?? best : best;
}

function withIsoTime(reader: Reader, piece: Piece | null): Piece | null {
  if (piece?.kind !== 'month-day' || piece.year === null) return piece;
  const time = readIsoTime(reader, piece.next);
  if (!time) return piece;
  const day = Math.floor(Date.UTC(piece.year, piece.month - 1, piece.day) / 86_400_000);
  const local = time.offset === null ? { day, minutes: time.minutes } : localParts(new Date(day * 86_400_000 + (time.minutes - time.offset) * 60_000), reader.zone);
  return { kind: 'fixed', day: local.day, minutes: local.minutes, next: time.next, strong: true };
}

function readIdes(reader: Reader, at: number): Piece | null {
  const start = word(reader, at) === 'the' ? at + 1 : at;
  const named = word(reader, start + 1) === 'ides' ? readMonthName(reader, start) : null;
  if (named) return { kind: 'month-day', month: named.value, day: idesOf(named.value), year: null, next: start + 2, strong: true };
  const after = phrase(reader, start, 'ides of');
  const month = after ? readMonthOrYear(reader, after, 'of') : null;
  if (month?.kind !== 'month') return null;
  return { kind: 'month-day', month: month.month, day: idesOf(month.month), year: month.year, next: month.next, strong: true };
}

const idesOf = (month: number) => ([3, 5, 7, 10].includes(month) ? 15 : 13);

const NOW = ['right now', 'just now', 'at the moment', 'at the minute', 'at this time', 'at present', 'at the present time', 'at the present', 'at this moment', 'right away', 'straight away', 'now', 'atm', 'immediately'];

/** "now" and its like: this very minute. */
export function readNow(reader: Reader, at: number): Piece | null {
  if (!/^(right|straight|just|at|now|atm|immediately)$/.test(word(reader, at))) return null;
  let best: number | null = null;
  for (const words of NOW) {
    const next = phrase(reader, at, words);
    if (next !== null && (best === null || next > best)) best = next;
  }
  if (best === null) return null;
  // "for now", "they are now"
  if (/^(for|until|till|are|were|will|be|has|have)$/.test(word(reader, at - 1)) && word(reader, at) === 'now') return null;
  const after = reader.tokens[best];
  const ends = !after || after.kind === 'symbol' || /^(please|without|with|at|so|because)$/.test(after.text);
  if (word(reader, best - 1) === 'away' ? !ends : !/^(right|just|immediately)$/.test(word(reader, at)) && (!ends || word(reader, at - 1) === 'the')) return null;
  return { kind: 'instant', day: reader.today, minutes: reader.minutes, next: best, strong: true };
}
