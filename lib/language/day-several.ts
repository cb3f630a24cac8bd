import { readDayNumber, readMonthName } from './day-numbers';
import { isFollowed } from './followers';
import { skipAnd } from './lists';
import { monthDay } from './month-day';
import type { Piece } from './pieces';
import { closesHere, type Reader, touches, word } from './reader';

type Days = { first: number; count: number; ordinals: boolean; chosen: boolean; next: number };

/** "the 5th and 20th of May", "May 5, 12 and 19", "on the 3rd or 4th": days of which a task can have one. The first, marked as one of several. */
export function readSeveralDays(reader: Reader, at: number, lead: string): Piece | null {
  const month = readMonthName(reader, at);
  if (month) {
    const days = readDays(reader, month.next);
    // "May 5, 6" may be an hour.
    const last = reader.tokens[(days?.next ?? 1) - 1]?.value ?? 0;
    if (!days || !(days.chosen || days.count > 2 || last > 12) || !isFollowed(reader, days.next)) return null;
    return several(monthDay(month.value, days.first, null, days.next));
  }
  const days = readDays(reader, at);
  if (!days?.chosen || !(days.ordinals || lead !== '' || at === 0)) return null;
  const named = readMonthName(reader, word(reader, days.next) === 'of' ? days.next + 1 : days.next);
  const last = reader.tokens[days.next - 1]?.value ?? 0;
  if (named && lead === 'between' && days.count === 2 && last > days.first) {
    return { kind: 'month-day', month: named.value, day: days.first, to: last, year: null, next: named.next, strong: true };
  }
  if (named && closesHere(reader, named.next)) return several(monthDay(named.value, days.first, null, named.next));
  if (!days.ordinals || !/^(on|by|for)$/.test(lead) || !isFollowed(reader, days.next)) return null;
  return { kind: 'day-of-month', day: days.first, next: days.next, strong: true, several: true };
}

const several = (piece: Piece): Piece => ({ ...piece, several: true });

/** "5, 12 and 19", "the 5th or the 6th"; `chosen` where "and" or "or" joins them. */
function readDays(reader: Reader, at: number): Days | null {
  const days: Days = { first: 0, count: 0, ordinals: true, chosen: false, next: at };
  for (let count = 0; count < 12; count += 1) {
    const joined = count === 0 ? at : skipAnd(reader, days.next);
    if (count > 0 && joined === days.next) break;
    const start = word(reader, joined) === 'the' ? joined + 1 : joined;
    const day = readDayNumber(reader, start);
    if (
      !day ||
      day.value < 1 ||
      day.value > 31 ||
      !closesHere(reader, day.next) ||
      /^(am|pm|h|o'clock|percent|times)$/.test(word(reader, day.next)) ||
      (word(reader, day.next) === ':' && touches(reader, day.next))
    ) break;
    if (count === 0) days.first = day.value;
    days.chosen ||= /^(and|or|&)$/.test(word(reader, joined - 1)) && count > 0;
    days.ordinals &&= day.ordinal;
    Object.assign(days, { count: count + 1, next: day.next });
  }
  return days.count > 1 ? days : null;
}

/** The place behind the ordinals that follow one ("the 3rd | and 4th |"). */
export function behindOrdinals(reader: Reader, at: number): number {
  let next = at;
  for (let joined = skipAnd(reader, next); joined > next && reader.tokens[joined]?.kind === 'ordinal'; joined = skipAnd(reader, next)) next = joined + 1;
  return next;
}
