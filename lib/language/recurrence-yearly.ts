import { readNumericDate } from './day-digits';
import { readDayThenMonth, readMonthThenDay } from './day-numbers';
import { readHolidayOfEveryYear } from './holiday-fields';
import { readMonthList, readOrdinalList, skipAnd } from './lists';
import { type Reader, word } from './reader';
import type { RecurrenceState } from './recurrence-state';
import { accept } from './recurrence-step';
import { WEEKDAYS } from './words';

/** "every January 5th", "every 4th of July", "every March and June", "every Christmas". */
export function readYearly(reader: Reader, at: number, state: RecurrenceState): number | null {
  const date = readMonthThenDay(reader, at) ?? readDayThenMonth(reader, at) ?? readNumericDate(reader, at, true);
  if (date?.kind === 'month-day' && date.year === null) {
    const alike = readSameDays(reader, date.month, date.day, date.next);
    if (alike) return accept(state, ['YEARLY', 1, { byMonth: alike.months, byMonthDay: [date.day] }], alike.next);
    const more = readMoreDays(reader, date.next);
    return accept(state, ['YEARLY', 1, { byMonth: [date.month], byMonthDay: [date.day, ...more.days] }], more.next);
  }
  if (date?.kind === 'impossible') {
    state.impossible = true;
    return accept(state, ['YEARLY', 1], date.next);
  }
  const months = readMonthList(reader, at);
  if (months) return accept(state, ['YEARLY', 1, { byMonth: months.values, byMonthDay: [1] }], months.next);
  const holiday = readHolidayOfEveryYear(reader, at);
  return holiday && accept(state, ['YEARLY', 1, holiday.fields], holiday.next);
}

/** "March 1 and September 1": the same day of several months. */
function readSameDays(reader: Reader, month: number, day: number, at: number): { months: number[]; next: number } | null {
  const months = [month];
  let next = at;
  for (let start = skipAnd(reader, next); start > next && months.length < 12; start = skipAnd(reader, next)) {
    const date = readMonthThenDay(reader, start) ?? readDayThenMonth(reader, start);
    if (date?.kind !== 'month-day' || date.year !== null || date.day !== day) break;
    months.push(date.month);
    next = date.next;
  }
  return months.length > 1 ? { months, next } : null;
}

/** "… and 20" behind "every Oct 5": further days of the same month. */
function readMoreDays(reader: Reader, at: number): { days: number[]; next: number } {
  const start = skipAnd(reader, at);
  const plain = reader.tokens[start];
  if (start === at || !plain) return { days: [], next: at };
  if (
    plain.kind === 'number' && plain.value >= 1 && plain.value <= 31 && !/^(?:am|pm|:|h|\p{L}+)$/u.test(word(reader, start + 1))
  ) return { days: [plain.value], next: start + 1 };
  const more = plain.kind === 'ordinal' ? readOrdinalList(reader, start) : null;
  return more && !WEEKDAYS.has(word(reader, more.next)) ? { days: more.values, next: more.next } : { days: [], next: at };
}
