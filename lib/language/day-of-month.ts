import { addMonths, civilDay, civilParts, daysInMonth } from './calendar';
import { openMonth, readMonthBehind } from './day-counted';
import { readDayNumber } from './day-numbers';
import { fixed } from './day-words';
import { isFollowed } from './followers';
import type { Piece } from './pieces';
import { closesHere, type Reader, word } from './reader';
import { WEEKDAYS } from './words';
import { pattern } from './pattern';

/** "the 18th", "20th day of next month", "next month 21st", "20 of this month". */
export function readDayOfMonth(reader: Reader, at: number, lead: string): Piece | null {
  const led = lead !== '';
  const start = word(reader, at) === 'the' ? at + 1 : at;
  const day = readDayNumber(reader, start);
  if (!day) return null;
  const span = readSpanOfMonth(reader, start, day.value);
  if (span) return span;
  const unit = word(reader, day.next) === 'day' ? day.next + 1 : day.next;
  const month = word(reader, unit) === 'of' || day.ordinal && /^(this|next)$/.test(word(reader, unit)) ? readMonthBehind(reader, unit) : null;
  if (month?.year) {
    const find = (year: number, inMonth: number) => (day.value > daysInMonth(year, inMonth) ? null : civilDay(year, inMonth, day.value));
    const place = openMonth(reader, month, find);
    const found = find(place.year ?? month.year, place.month);
    return found === null ? { kind: 'impossible', next: month.next, strong: true } : fixed(found, month.next);
  }
  if (month) return daysInMonth(2024, month.month) < day.value ? { kind: 'impossible', next: month.next, strong: true } : { kind: 'month-day', month: month.month, day: day.value, year: null, next: month.next, strong: true };
  if (day.value > 31 || day.value < 1 || unit !== day.next || !closesHere(reader, day.next)) return null;
  if (!day.ordinal) return readPlainDay(reader, start, start > at, lead, day.value);
  const named = reader.tokens[start]?.kind === 'ordinal';
  // "the thirtieth at noon", where it opens the text.
  const opens = at === 0 && start > at && /^(at|@)$/.test(word(reader, day.next));
  return { kind: 'day-of-month', day: day.value, next: day.next, strong: opens || (named && (start > at || led || isLastWord(reader, start))) };
}

/** "4-23 next month", "the 4th to the 23rd of this month". */
function readSpanOfMonth(reader: Reader, at: number, first: number): Piece | null {
  const to = readDayNumber(reader, at)?.next ?? at;
  if (!/^(-|–|to|through|until|till)$/.test(word(reader, to))) return null;
  const last = readDayNumber(reader, word(reader, to + 1) === 'the' ? to + 2 : to + 1);
  const linked = last && /^(of|in)$/.test(word(reader, last.next)) ? last.next + 1 : last?.next ?? 0;
  const ahead = { this: 0, next: 1 }[word(reader, linked)];
  if (!last || ahead === undefined || word(reader, linked + 1) !== 'month' || last.value <= first || last.value > 31) return null;
  const month = civilParts(addMonths(reader.today, ahead));
  const [from, end] = [civilDay(month.year, month.month, first), civilDay(month.year, month.month, Math.min(last.value, daysInMonth(month.year, month.month)))];
  return fixed(from, linked + 2, { range: [from, end] });
}

/** What stands before an ordinal that is no day: "came 3rd". */
const BEFORE_RANK = pattern('')`
  's?$
  |^(
    my|our|his|her|their|your|a|an|and|or|to|finish|finished|place|placed|come|came|rank|ranked|turn|turns|grade|no
    |number
  )$
`;

/** "Return books 27th", "Rent 1st at 9": no place in a row, no birthday ("Ann's 30th", "finish 2nd"). */
function isLastWord(reader: Reader, at: number): boolean {
  const before = reader.tokens[at - 1];
  const after = reader.tokens[at + 1];
  const ends = !after || /^(at|@)$/.test(after.text) || (after.kind === 'number' && /^(am|pm|:)$/.test(word(reader, at + 2)));
  return ends && at > 0 && before?.kind === 'word' && before.raw === before.text && !BEFORE_RANK.test(before.text);
}

/** "on 15", "on the 27", "Friday the 13": a plain number counts only where nothing else can be meant. */
function readPlainDay(reader: Reader, at: number, hasThe: boolean, lead: string, day: number): Piece | null {
  const token = reader.tokens[at];
  if (token?.kind !== 'number' || lead !== 'on') return null;
  // "Monday 21": above twelve it cannot be an hour.
  if (!hasThe && day > 12 && WEEKDAYS.has(word(reader, at - 1)) && isFollowed(reader, at + 1)) return { kind: 'day-of-month', day, next: at + 1, strong: true };
  const after = word(reader, at + 1);
  const ends = after === '' || /^([,.!?;@]|at|from|between)$/.test(after);
  return ends && (hasThe || word(reader, at - 1) === 'on') ? { kind: 'day-of-month', day, next: at + 1, strong: true } : null;
}
