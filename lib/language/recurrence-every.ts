import { readMonthName } from './day-numbers';
import { readUnit } from './durations';
import { isFollowed } from './followers';
import { readOrdinalList, readWeekdayList, skipAnd } from './lists';
import { readOrdinal, readQuantity } from './numbers';
import { closesHere, phrase, type Reader, word } from './reader';
import { readClock } from './read-clock';
import { readEveryEdge } from './recurrence-edges';
import { readNthOfPeriod } from './recurrence-periods';
import type { RecurrenceState } from './recurrence-state';
import { accept, stepOf, WORKDAYS } from './recurrence-step';
import { readYearly } from './recurrence-yearly';
import { DAY_PARTS } from './words';

/** "every …", "each …": returns the end, or null. */
export function readEvery(reader: Reader, at: number, state: RecurrenceState): number | null {
  let next = at;
  if (/^(once|repeat|repeats|repeating|recurring|recur)$/.test(word(reader, next)) && /^(every|each)$/.test(word(reader, next + 1))) next += 1;
  if (word(reader, next) === 'alternate' && !state.core) return readWhat(reader, next, state);
  if (!/^(every|each|evry|ev|all)$/.test(word(reader, next)) || state.core) return null;
  if (word(reader, next) === 'all' && !/^(days|weekdays)$/.test(word(reader, next + 1))) return null;
  next += 1;
  if (word(reader, next) === '!') {
    state.fromCompletion = true;
    next += 1;
  }
  if (word(reader, next) === 'single') next += 1;
  return readWhat(reader, next, state);
}

function readWhat(reader: Reader, at: number, state: RecurrenceState): number | null {
  const other = /^(other|alternate|second)$/.test(word(reader, at)) ? at + 1 : null;
  const twice = other ?? (readOrdinal(reader.tokens, at)?.value === 2 ? readOrdinal(reader.tokens, at)?.next ?? null : null);
  if (twice !== null) {
    const unit = readUnit(reader, twice, false);
    const days = other === null && unit === null ? null : readWeekdayList(reader, twice);
    // "every second Sunday of the month", "every second Sunday in May" are no rhythm of two weeks.
    const monthly = days !== null && (isMonthBehind(reader, days.next) || /^(of|in)$/.test(word(reader, days.next)) && readMonthName(reader, days.next + 1) !== null);
    const part = DAY_PARTS.get(word(reader, twice));
    if (part && !word(reader, twice).endsWith('s') && word(reader, twice) !== 'eve') {
      state.part = part;
      return accept(state, ['DAILY', 2], twice + 1);
    }
    if (unit && unit !== 'weekday' && unit !== 'weekend') return accept(state, stepOf(unit, 2), twice + 1);
    if (days && !(monthly && word(reader, at) === 'second')) {
      return accept(state, ['WEEKLY', 2, { byDay: days.values.map((weekday) => ({ weekday, nth: null })) }], days.next);
    }
  }
  return (
    readEveryEdge(reader, at, state) ??
    readNthOfPeriod(reader, at, state) ??
    readOrdinalUnit(reader, at, state) ??
    readYearly(reader, at, state) ??
    readCounted(reader, at, state) ??
    readPartOfDay(reader, at, state) ??
    readDays(reader, at, state)
  );
}

/** Whether "of the month" or "of each month" follows. */
export function isMonthBehind(reader: Reader, at: number): boolean {
  return (
    /^(of|in|on)$/.test(word(reader, at)) &&
    /^(the|each|every|a)$/.test(word(reader, at + 1)) &&
    /^months?$/.test(word(reader, at + 2)) &&
    word(reader, at + 3) !== 'after'
  );
}

/** "every 3rd day", "every third week"; "every 15th" is left to the ordinals. */
function readOrdinalUnit(reader: Reader, at: number, state: RecurrenceState): number | null {
  const ordinal = readOrdinal(reader.tokens, at);
  const unit = ordinal ? readUnit(reader, ordinal.next, false) : null;
  if (!ordinal || !unit || unit === 'weekday' || unit === 'weekend') return null;
  if (unit === 'day' && isMonthBehind(reader, ordinal.next + 1)) return null;
  return accept(state, stepOf(unit, ordinal.value), ordinal.next + 1);
}

/** "every 2 weeks", "every few days", "every hour", "every 3 fridays", "every hour and a half". */
function readCounted(reader: Reader, at: number, state: RecurrenceState): number | null {
  const quantity = readQuantity(reader.tokens, at);
  const count = quantity ?? { value: 1, next: at };
  let unitAt = /^(work|working|business)$/.test(word(reader, count.next)) ? count.next + 1 : count.next;
  if (word(reader, unitAt) === '-' && quantity) unitAt += 1;
  const unit = readUnit(reader, unitAt, reader.tokens[count.next - 1]?.kind === 'number');
  // "every second Saturday of the month" has nothing to do with seconds.
  const seconded = !quantity && unit === 'second' && word(reader, unitAt) === 'second' && readWeekdayList(reader, unitAt + 1) !== null;
  if (unit && !seconded && closesHere(reader, unitAt + 1) && !(unit === 'weekday' && count.value === 1)) {
    const working = unitAt > count.next && unit === 'day' && word(reader, unitAt - 1) !== '-';
    const half = phrase(reader, unitAt + 1, 'and a half');
    const value = half ? count.value + 0.5 : count.value;
    return accept(state, stepOf(working ? 'weekday' : unit, value), half ?? unitAt + 1);
  }
  if (!quantity || !Number.isInteger(quantity.value) || quantity.value > 52) return null;
  const days = readWeekdayList(reader, quantity.next);
  return days && accept(state, ['WEEKLY', quantity.value, { byDay: days.values.map((weekday) => ({ weekday, nth: null })) }], days.next);
}

/** "every morning", "every morning and evening", "every weeknight", "every lunchtime", "every afternoon". */
function readPartOfDay(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (/^weeknights?$/.test(word(reader, at))) {
    state.part = 'night';
    return accept(state, ['WEEKLY', 1, { byDay: WORKDAYS }], at + 1);
  }
  const named = /^(noon|midday|midnight|lunchtime|dinnertime)$/.test(word(reader, at)) && isFollowed(reader, at + 1) ? readClock(reader, at, true) : null;
  if (named) {
    state.clocks.push(named);
    return accept(state, ['DAILY', 1], named.next);
  }
  const part = DAY_PARTS.get(word(reader, at));
  if (!part || word(reader, at) === 'eve') return null;
  state.part = part;
  const also = word(reader, at + 1) === 'and' ? DAY_PARTS.get(word(reader, at + 2)) : undefined;
  state.alsoPart = also ?? null;
  return accept(state, ['DAILY', 1], also ? at + 3 : at + 1);
}

/** "every 27", "every 2, 15 and 27": days of the month, where nothing is counted by them. */
function readPlainDays(reader: Reader, at: number): { values: number[]; next: number } | null {
  const values: number[] = [];
  let next = at;
  for (let start = at; values.length < 12 && reader.tokens[start]?.kind === 'number'; start = skipAnd(reader, next)) {
    const { value } = reader.tokens[start] ?? { value: 0 };
    if (value < 1 || value > 31 || (values.length > 0 && start === next)) break;
    values.push(value);
    next = start + 1;
  }
  const after = reader.tokens[next];
  const ends = !after || (after.kind === 'symbol' && after.space) || /^(at|starting|until|from|,)$/.test(after.text);
  return values.length > 0 && ends && closesHere(reader, next) ? { values, next } : null;
}

function readDays(reader: Reader, at: number, state: RecurrenceState): number | null {
  const list = readWeekdayList(reader, at);
  if (list) return accept(state, ['WEEKLY', 1, { byDay: list.values.map((weekday) => ({ weekday, nth: null })) }], list.next);
  const numbers = readPlainDays(reader, at);
  if (numbers) return accept(state, ['MONTHLY', 1, { byMonthDay: numbers.values }], numbers.next);
  const ordinals = readOrdinalList(reader, at);
  if (!ordinals) return null;
  const days = readWeekdayList(reader, ordinals.next);
  const workday = /^(weekday|workday)$/.test(word(reader, ordinals.next));
  const unit = readUnit(reader, ordinals.next, false);
  if (workday) {
    return accept(state, ['MONTHLY', 1, { byDay: WORKDAYS, bySetPos: ordinals.values }], skipMonth(reader, ordinals.next + 1));
  }
  if (days) {
    return accept(state, ['MONTHLY', 1, { byDay: ordinals.values.flatMap((nth) => days.values.map((weekday) => ({ weekday, nth }))) }], skipMonth(reader, days.next));
  }
  const next = unit === 'day' ? ordinals.next + 1 : ordinals.next;
  if (!closesHere(reader, next) || (unit && unit !== 'day')) return null;
  return accept(state, ['MONTHLY', 1, { byMonthDay: ordinals.values }], skipMonth(reader, next));
}

/** The place behind "of the month". */
export function skipMonth(reader: Reader, at: number): number {
  return isMonthBehind(reader, at) ? at + 3 : at;
}
