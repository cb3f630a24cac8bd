import { readDayPiece } from './day-piece';
import { isFollowed } from './followers';
import { readMonthList, readOrdinalList, readWeekdayList, skipAnd } from './lists';
import { readCardinal } from './numbers';
import { closesHere, phrase, type Reader, word } from './reader';
import { isMonthBehind } from './recurrence-every';
import type { RecurrenceState } from './recurrence-state';
import { WORKDAYS } from './recurrence-step';
import { emptyRule } from './rule';

/** "the first and last friday of each month", "last workday of the month", "4th of every other month", "on the 15th". */
export function readNth(reader: Reader, at: number, state: RecurrenceState): number | null {
  const on = word(reader, at) === 'on' || word(reader, at) === 'in' || word(reader, at) === 'at' ? at + 1 : at;
  const edge = readEdgeOfMonth(reader, on, state);
  if (edge) return edge;
  const numbered = word(reader, on) === 'day' && state.core && state.rule.freq === 'MONTHLY' ? reader.tokens[on + 1] : undefined;
  if (numbered?.kind === 'number' && numbered.value >= 1 && numbered.value <= 31) {
    state.rule.byMonthDay = [numbered.value];
    return on + 2;
  }
  const plain = word(reader, on - 1) === 'on' && state.core && state.rule.freq === 'MONTHLY' && state.rule.byDay.length === 0 ? reader.tokens[word(reader, on) === 'the' ? on + 1 : on] : undefined;
  if (plain?.kind === 'number' && plain.value >= 1 && plain.value <= 31 && isFollowed(reader, (word(reader, on) === 'the' ? on + 1 : on) + 1)) {
    state.rule.byMonthDay = [plain.value];
    return (word(reader, on) === 'the' ? on + 1 : on) + 1;
  }
  const ordinals = readOrdinalList(reader, on);
  if (!ordinals) return null;
  let next = ordinals.next;
  // "every Friday the 13th"
  if (state.core && state.rule.freq === 'WEEKLY' && state.rule.interval === 1 && state.rule.byDay.length === 1 && word(reader, on) === 'the' && closesHere(reader, next)) {
    state.rule = { ...state.rule, freq: 'MONTHLY', byMonthDay: ordinals.values };
    return next;
  }
  const instance = /^(instance|instances|occurrence)$/.test(word(reader, next)) && word(reader, next + 1) === 'of';
  if (instance) next += 2;
  const workday = /^(weekday|workday)$/.test(word(reader, next)) || (/^(working|business|work)$/.test(word(reader, next)) && word(reader, next + 1) === 'day');
  const days = workday ? null : readWeekdayList(reader, next);
  const more = days && !instance ? readMoreNth(reader, days.next) : null;
  const named = more ? more.next : workday ? next + (/day$/.test(word(reader, next)) ? 1 : 2) : days?.next ?? (/^days?$/.test(word(reader, next)) ? next + 1 : next);
  const behind = readPerMonth(reader, named, state);
  const monthly = behind !== null || (state.core && state.rule.freq === 'MONTHLY');
  const yearly = state.core && state.rule.freq === 'YEARLY';
  if (!monthly && !yearly) return null;
  if (behind !== null && !state.core) state.rule = { ...emptyRule('MONTHLY'), count: state.rule.count };
  if (workday) Object.assign(state.rule, { byDay: WORKDAYS, bySetPos: ordinals.values });
  else if (instance && days) Object.assign(state.rule, { byDay: days.values.map((weekday) => ({ weekday, nth: null })), bySetPos: ordinals.values });
  else if (days) state.rule.byDay = [...pair(ordinals.values, days.values), ...(more?.byDay ?? [])];
  else if (yearly && state.months.length === 0 && state.rule.byMonth.length === 0 && !/^(of|in)$/.test(word(reader, named))) state.rule.byYearDay = ordinals.values;
  else state.rule.byMonthDay = ordinals.values;
  if (behind !== null) state.core = true;
  return behind ?? named;
}

const pair = (nths: number[], weekdays: number[]) => nths.flatMap((nth) => weekdays.map((weekday) => ({ weekday, nth })));

/** "… and second Tuesday" behind "first and third Friday". */
function readMoreNth(reader: Reader, at: number): { byDay: ReturnType<typeof pair>; next: number } | null {
  const start = skipAnd(reader, at);
  const ordinals = start > at ? readOrdinalList(reader, start) : null;
  const days = ordinals ? readWeekdayList(reader, ordinals.next) : null;
  return ordinals && days ? { byDay: pair(ordinals.values, days.values), next: days.next } : null;
}

function readEdgeOfMonth(reader: Reader, at: number, state: RecurrenceState): number | null {
  const start = word(reader, at) === 'the' ? at + 1 : at;
  const edge = /^(beginning|begin|start)$/.test(word(reader, start)) ? 1 : word(reader, start) === 'end' ? -1 : 0;
  if (edge === 0) return null;
  const behind = readPerMonth(reader, start + 1, state);
  if (behind === null && !(state.core && state.rule.freq === 'MONTHLY')) return null;
  if (behind !== null && /^(the|a)$/.test(word(reader, start + 2)) && !state.core) return null;
  if (!state.core) state.rule = emptyRule('MONTHLY', state.rule.interval);
  state.rule.byMonthDay = [edge];
  state.core = true;
  return behind ?? start + 1;
}

/** "of each month", "of every 3rd month", "of the month"; sets the interval. */
function readPerMonth(reader: Reader, from: number, state: RecurrenceState): number | null {
  let at = from;
  if (isMonthBehind(reader, at)) {
    if (!state.core) state.rule.interval = 1;
    return at + 3;
  }
  if (/^(monthly|each|every)$/.test(word(reader, at)) && !state.core) at -= 1;
  else if (!/^(of|in)$/.test(word(reader, at))) return null;
  if (word(reader, at + 1) === 'monthly') {
    state.rule = emptyRule('MONTHLY');
    state.core = true;
    return at + 2;
  }
  if (!/^(each|every)$/.test(word(reader, at + 1))) return null;
  const other = /^(other|second|2nd)$/.test(word(reader, at + 2)) ? 2 : null;
  const ordinal = other === null ? readOrdinalList(reader, at + 2) ?? null : null;
  const number = other === null && !ordinal ? readCardinal(reader.tokens, at + 2) : null;
  const next = other !== null ? at + 3 : ordinal?.next ?? number?.next ?? at + 2;
  if (!/^months?$/.test(word(reader, next))) return null;
  const interval = other ?? ordinal?.values[0] ?? number?.value ?? 1;
  state.rule = emptyRule('MONTHLY', interval);
  state.core = true;
  return next + 1;
}

/** "in October", "in week 12 and 14", "on december 21st and 31st", "of november". */
export function readMonths(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (phrase(reader, at, 'in week') || phrase(reader, at, 'in weeks')) return readWeeks(reader, at + 2, state);
  if (!/^(in|of|during|on|each|every)$/.test(word(reader, at)) || !state.core && word(reader, at) !== 'on') return null;
  const start = word(reader, at + 1) === 'the' ? at + 2 : at + 1;
  const date = readDayPiece(reader, start, '');
  const yearly = state.core && state.rule.freq === 'YEARLY';
  if (yearly && date?.kind === 'month-day' && date.year === null) {
    state.rule.byMonth = [date.month];
    state.rule.byMonthDay = [date.day];
    const more = skipAnd(reader, date.next);
    const list = more > date.next && reader.tokens[more]?.kind === 'ordinal' ? readOrdinalList(reader, more) : null;
    if (list) state.rule.byMonthDay.push(...list.values);
    return list?.next ?? date.next;
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
