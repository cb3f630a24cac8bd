import { civilParts, weekdayOf } from './calendar';
import { readMonthThenDay, readDayThenMonth } from './day-numbers';
import { readUnit } from './durations';
import { readHoliday } from './holidays';
import { readMonthList, readOrdinalList, readWeekdayList, skipAnd } from './lists';
import { readOrdinal, readQuantity } from './numbers';
import type { RecurrenceState } from './recurrence-state';
import { closesHere, phrase, word, type Reader } from './reader';
import { emptyRule, type Frequency, type Rule } from './rule';
import { DAY_PARTS, WEEKDAYS, type Unit } from './words';

type Step = [Frequency, number, Partial<Rule>?];

const WORKDAYS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, nth: null }));
const WEEKEND = [6, 0].map((weekday) => ({ weekday, nth: null }));

const ADVERBS: Record<string, Step> = {
  daily: ['DAILY', 1], everyday: ['DAILY', 1], nightly: ['DAILY', 1], weekly: ['WEEKLY', 1], biweekly: ['WEEKLY', 2],
  fortnightly: ['WEEKLY', 2], monthly: ['MONTHLY', 1], bimonthly: ['MONTHLY', 2], quarterly: ['MONTHLY', 3], yearly: ['YEARLY', 1],
  annually: ['YEARLY', 1], annual: ['YEARLY', 1], hourly: ['HOURLY', 1], biannually: ['MONTHLY', 6], semiannually: ['MONTHLY', 6], biennially: ['YEARLY', 2],
  biannual: ['MONTHLY', 6], semimonthly: ['MONTHLY', 1, { byMonthDay: [1, 15] }],
};

function stepOf(unit: Unit, count: number): Step | null {
  switch (unit) {
    case 'second': return ['SECONDLY', count];
    case 'minute': return ['MINUTELY', count];
    case 'hour': return Number.isInteger(count) ? ['HOURLY', count] : ['MINUTELY', Math.round(count * 60)];
    case 'day': return ['DAILY', count];
    case 'weekday': return count === 1 ? ['WEEKLY', 1, { byDay: WORKDAYS }] : null;
    case 'week': return ['WEEKLY', count];
    case 'fortnight': return ['WEEKLY', count * 2];
    case 'weekend': return ['WEEKLY', count, { byDay: WEEKEND }];
    case 'month': return Number.isInteger(count) ? ['MONTHLY', count] : null;
    case 'quarter': return ['MONTHLY', count * 3];
    case 'year': return count === 0.5 ? ['MONTHLY', 6] : ['YEARLY', count];
    case 'decade': return ['YEARLY', count * 10];
  }
}

function setStep(state: RecurrenceState, step: Step): void {
  const [freq, interval, rest] = step;
  const { byDay, byMonthDay, byMonth } = state.rule;
  state.rule = { ...emptyRule(freq, interval), byDay, byMonthDay, byMonth, ...rest };
  if (!Number.isInteger(interval) || interval < 1) state.impossible = true;
  state.core = true;
}

/** What says that something repeats: "every other Friday", "daily", "weekdays", "twice a week". Returns the end, or null. */
export function readCore(reader: Reader, at: number, state: RecurrenceState): number | null {
  return readDateEveryYear(reader, at, state) ?? readEvery(reader, at, state) ?? readAdverb(reader, at, state) ?? readTimesPer(reader, at, state) ?? readPlurals(reader, at, state);
}

/** "January 1st every year", "on 3 March, yearly". */
function readDateEveryYear(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (state.core) return null;
  const start = word(reader, at) === 'on' ? at + 1 : at;
  const date = readMonthThenDay(reader, start) ?? readDayThenMonth(reader, start);
  if (!date || date.kind !== 'month-day' && date.kind !== 'impossible' || date.kind === 'month-day' && date.year !== null) return null;
  const behind = word(reader, date.next) === ',' ? date.next + 1 : date.next;
  const end = phrase(reader, behind, 'every year') ?? phrase(reader, behind, 'each year') ?? phrase(reader, behind, 'yearly') ?? phrase(reader, behind, 'annually');
  if (end === null) return null;
  if (date.kind === 'impossible') state.impossible = true;
  return accept(state, ['YEARLY', 1, date.kind === 'month-day' ? { byMonth: [date.month], byMonthDay: [date.day] } : {}], end);
}

function readAdverb(reader: Reader, at: number, state: RecurrenceState): number | null {
  let text = word(reader, at);
  let next = at + 1;
  if (/^(bi|semi)$/.test(text) && word(reader, next) === '-') {
    text += word(reader, next + 1);
    next += 2;
  }
  const step = Object.hasOwn(ADVERBS, text) ? ADVERBS[text] : undefined;
  if (!step || !closesHere(reader, next)) return null;
  // "Pay rent monthly every 1st" says it once.
  if (state.core) return null;
  setStep(state, step);
  if (text === 'nightly') state.part = 'night';
  if (text !== 'everyday' && text !== 'annually') state.adverbAt = at;
  return next;
}

const TIMES: Record<string, number> = { once: 1, twice: 2, thrice: 3 };
const SPREAD: Record<string, Record<number, Step>> = {
  week: { 2: ['WEEKLY', 1, { byDay: [1, 4].map((weekday) => ({ weekday, nth: null })) }], 3: ['WEEKLY', 1, { byDay: [1, 3, 5].map((weekday) => ({ weekday, nth: null })) }], 5: ['WEEKLY', 1, { byDay: WORKDAYS }], 7: ['DAILY', 1] },
  month: { 2: ['MONTHLY', 1, { byMonthDay: [1, 15] }], 3: ['MONTHLY', 1, { byMonthDay: [1, 11, 21] }], 4: ['WEEKLY', 1] },
  year: { 2: ['MONTHLY', 6], 3: ['MONTHLY', 4], 4: ['MONTHLY', 3], 6: ['MONTHLY', 2], 12: ['MONTHLY', 1] },
};

/** "once a week", "3 times daily", "twice per month": spread evenly. */
function readTimesPer(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (state.core) return null;
  const named = TIMES[word(reader, at)];
  const count = named === undefined ? readQuantity(reader.tokens, at) : { value: named, next: at + 1 };
  if (!count || count.value < 1 || !Number.isInteger(count.value)) return null;
  const next = named === undefined ? (/^(times|x)$/.test(word(reader, count.next)) ? count.next + 1 : 0) : count.next;
  if (next === 0) return null;
  const per = /^(a|an|per|each|every)$/.test(word(reader, next));
  const adverb: Record<string, Unit> = { daily: 'day', weekly: 'week', monthly: 'month', yearly: 'year', annually: 'year', hourly: 'hour' };
  const unit = per ? readUnit(reader, next + 1, false) : adverb[word(reader, next)];
  if (!unit) return null;
  const step = count.value === 1 ? stepOf(unit, 1) : SPREAD[unit]?.[count.value] ?? (unit === 'day' && 24 % count.value === 0 ? ['HOURLY', 24 / count.value] as Step : null);
  if (!step) return null;
  setStep(state, step);
  return per ? next + 2 : next + 1;
}

function readPlurals(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (state.core || /^(at|tgi|the|these|those|last|past|my|our)$/.test(word(reader, at - 1))) return null;
  const list = readWeekdayList(reader, at);
  if (!list) return null;
  const several = list.values.length >= 3 && /^(and|&)$/.test(word(reader, list.next - 2));
  const workweek = word(reader, at + 1) === '-' && list.next === at + 3 && [1, 2, 3, 4, 5].every((day) => list.values.includes(day)) && list.values.length === 5;
  // "Sunday mornings", "Friday every week"
  const repeated = /^(mornings|afternoons|evenings|nights)$/.test(word(reader, list.next));
  const weekly = phrase(reader, list.next, 'every week') ?? phrase(reader, list.next, 'each week') ?? phrase(reader, list.next, 'weekly');
  if (!list.plural && !several && !workweek && !repeated && weekly === null) return null;
  setStep(state, ['WEEKLY', 1, { byDay: list.values.map((weekday) => ({ weekday, nth: null })) }]);
  return weekly ?? list.next;
}

function readEvery(reader: Reader, at: number, state: RecurrenceState): number | null {
  let next = at;
  if (/^(once|repeat|repeats|repeating|recurring|recur)$/.test(word(reader, next)) && /^(every|each)$/.test(word(reader, next + 1))) next += 1;
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
    const monthly = days !== null && isMonthBehind(reader, days.next);
    if (unit && unit !== 'weekday' && unit !== 'weekend') return accept(state, stepOf(unit, 2), twice + 1);
    if (days && !(monthly && word(reader, at) === 'second')) return accept(state, ['WEEKLY', 2, { byDay: days.values.map((weekday) => ({ weekday, nth: null })) }], days.next);
  }
  return readOrdinalUnit(reader, at, state) ?? readYearly(reader, at, state) ?? readCounted(reader, at, state) ?? readPartOfDay(reader, at, state) ?? readDays(reader, at, state);
}

function accept(state: RecurrenceState, step: Step | null, next: number): number | null {
  if (!step) return null;
  setStep(state, step);
  return next;
}

export function isMonthBehind(reader: Reader, at: number): boolean {
  return /^(of|in|on)$/.test(word(reader, at)) && /^(the|each|every|a)$/.test(word(reader, at + 1)) && /^months?$/.test(word(reader, at + 2));
}

/** "every 3rd day", "every third week"; "every 15th" is left to the ordinals. */
function readOrdinalUnit(reader: Reader, at: number, state: RecurrenceState): number | null {
  const ordinal = readOrdinal(reader.tokens, at);
  const unit = ordinal ? readUnit(reader, ordinal.next, false) : null;
  if (!ordinal || !unit || unit === 'weekday' || unit === 'weekend') return null;
  if (unit === 'day' && isMonthBehind(reader, ordinal.next + 1)) return null;
  return accept(state, stepOf(unit, ordinal.value), ordinal.next + 1);
}

/** "every January 5th", "every 4th of July", "every March and June", "every Christmas". */
function readYearly(reader: Reader, at: number, state: RecurrenceState): number | null {
  const date = readMonthThenDay(reader, at) ?? readDayThenMonth(reader, at);
  if (date?.kind === 'month-day' && date.year === null) {
    return accept(state, ['YEARLY', 1, { byMonth: [date.month], byMonthDay: [date.day] }], readMoreDays(reader, date.next, state, date.month, date.day));
  }
  if (date?.kind === 'impossible') {
    state.impossible = true;
    return accept(state, ['YEARLY', 1], date.next);
  }
  const months = readMonthList(reader, at);
  if (months) return accept(state, ['YEARLY', 1, { byMonth: months.values, byMonthDay: [1] }], months.next);
  const holiday = readHoliday(reader, at);
  const [first, second, third] = holiday ? [2025, 2026, 2027].map((year) => holiday.rule(year)) : [];
  if (!holiday || first == null || second == null || third == null) return null;
  const { month, day } = civilParts(first);
  const place = (date: number) => `${civilParts(date).month} ${weekdayOf(date)} ${Math.ceil(civilParts(date).day / 7)}`;
  if ([second, third].every((other) => place(other) === place(first))) {
    return accept(state, ['YEARLY', 1, { byMonth: [month], byDay: [{ weekday: weekdayOf(first), nth: Math.ceil(day / 7) }] }], holiday.next);
  }
  const isFixed = [second, third].every((other) => civilParts(other).month === month && civilParts(other).day === day);
  return isFixed ? accept(state, ['YEARLY', 1, { byMonth: [month], byMonthDay: [day] }], holiday.next) : null;
}

function readMoreDays(reader: Reader, at: number, state: RecurrenceState, month: number, day: number): number {
  const start = skipAnd(reader, at);
  const more = start > at && reader.tokens[start]?.kind === 'ordinal' ? readOrdinalList(reader, start) : null;
  if (!more || WEEKDAYS.has(word(reader, more.next))) return at;
  state.ordinalDays.push(day, ...more.values);
  state.months.push(month);
  return more.next;
}

/** "every 2 weeks", "every few days", "every hour", "every 3 fridays", "every hour and a half". */
function readCounted(reader: Reader, at: number, state: RecurrenceState): number | null {
  const quantity = readQuantity(reader.tokens, at);
  const count = quantity ?? { value: 1, next: at };
  let unitAt = /^(work|working|business)$/.test(word(reader, count.next)) ? count.next + 1 : count.next;
  if (word(reader, unitAt) === '-' && quantity) unitAt += 1;
  const unit = readUnit(reader, unitAt, reader.tokens[count.next - 1]?.kind === 'number');
  if (unit && closesHere(reader, unitAt + 1) && !(unit === 'weekday' && count.value === 1)) {
    const working = unitAt > count.next && unit === 'day' && word(reader, unitAt - 1) !== '-';
    const half = phrase(reader, unitAt + 1, 'and a half');
    const value = half ? count.value + 0.5 : count.value;
    return accept(state, stepOf(working ? 'weekday' : unit, value), half ?? unitAt + 1);
  }
  if (!quantity || !Number.isInteger(quantity.value) || quantity.value > 52) return null;
  const days = readWeekdayList(reader, quantity.next);
  return days && accept(state, ['WEEKLY', quantity.value, { byDay: days.values.map((weekday) => ({ weekday, nth: null })) }], days.next);
}

function readPartOfDay(reader: Reader, at: number, state: RecurrenceState): number | null {
  const part = DAY_PARTS.get(word(reader, at));
  if (!part || word(reader, at) === 'eve') return null;
  state.part = part;
  return accept(state, ['DAILY', 1], at + 1);
}

function readDays(reader: Reader, at: number, state: RecurrenceState): number | null {
  const list = readWeekdayList(reader, at);
  if (list) return accept(state, ['WEEKLY', 1, { byDay: list.values.map((weekday) => ({ weekday, nth: null })) }], list.next);
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

export function skipMonth(reader: Reader, at: number): number {
  return isMonthBehind(reader, at) ? at + 3 : at;
}
