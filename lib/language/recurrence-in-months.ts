import { readDayThenMonth, readMonthThenDay } from './day-numbers';
import { readDayPiece } from './day-piece';
import { readHolidayOfEveryYear } from './holiday-fields';
import { readMonthList, readOrdinalList, skipAnd } from './lists';
import { phrase, type Reader, word } from './reader';
import type { RecurrenceState } from './recurrence-state';

/** "in October", "in week 12 and 14", "on december 21st and 31st", "of november". */
export function readMonths(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (phrase(reader, at, 'in week') || phrase(reader, at, 'in weeks')) return readWeeks(reader, at + 2, state);
  const yearly = state.core && state.rule.freq === 'YEARLY';
  // "yearly 4 March"
  const bare = yearly && state.rule.byMonthDay.length === 0 && (readMonthThenDay(reader, at) ?? readDayThenMonth(reader, at)) !== null;
  if (!bare && (!/^(in|of|during|on|each|every)$/.test(word(reader, at)) || !state.core && word(reader, at) !== 'on')) return null;
  const led = bare ? at : at + 1;
  const start = word(reader, led) === 'the' ? led + 1 : led;
  const date = readMonthThenDay(reader, start) ?? readDayThenMonth(reader, start) ?? readDayPiece(reader, start, '');
  if (yearly && date?.kind === 'month-day' && date.year === null) {
    state.rule.byMonth = [date.month];
    state.rule.byMonthDay = [date.day];
    const more = skipAnd(reader, date.next);
    const list = more > date.next && reader.tokens[more]?.kind === 'ordinal' ? readOrdinalList(reader, more) : null;
    if (list) state.rule.byMonthDay.push(...list.values);
    return list?.next ?? date.next;
  }
  const holiday = yearly && word(reader, at) === 'on' && state.rule.byMonth.length === 0 ? readHolidayOfEveryYear(reader, start) : null;
  if (holiday) {
    Object.assign(state.rule, holiday.fields);
    return holiday.next;
  }
  if (yearly && date?.kind === 'impossible') {
    state.impossible = true;
    return date.next;
  }
  const months = word(reader, at) === 'on' ? null : readMonthList(reader, start);
  if (!months || !state.core) return null;
  state.months.push(...months.values);
  return months.next;
}

function readWeeks(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (!state.core) return null;
  let next = at;
  const weeks: number[] = [];
  while (weeks.length < 10) {
    const start = weeks.length === 0 ? next : skipAnd(reader, next);
    const token = reader.tokens[start];
    if (token?.kind !== 'number' || token.value < 1 || token.value > 53) break;
    weeks.push(token.value);
    next = start + 1;
  }
  if (weeks.length === 0) return null;
  state.rule = { ...state.rule, freq: 'YEARLY', byWeekNo: weeks };
  return next;
}
