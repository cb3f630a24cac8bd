import { isFollowed } from './followers';
import { type List, readMonthList, readOrdinalList, readWeekdayList, skipAnd } from './lists';
import { closesHere, type Reader, word } from './reader';
import { readEdgeOfPeriod } from './recurrence-edges';
import { readEveryYear, readPerMonth, readPerYear } from './recurrence-per';
import { readNthOfPeriod, workdayAt } from './recurrence-periods';
import type { RecurrenceState } from './recurrence-state';
import { WORKDAYS } from './recurrence-step';
import { emptyRule } from './rule';
import { MONTHS } from './words';

/** "the first and last friday of each month", "last workday of the month", "4th of every other month", "on the 15th". */
export function readNth(reader: Reader, at: number, state: RecurrenceState): number | null {
  const on = /^(on|in|at|by|around|about|before)$/.test(word(reader, at)) ? at + 1 : at;
  const edge = readEdgeOfPeriod(reader, on, state);
  if (edge) return edge;
  const ofPeriod = readNthOfPeriod(reader, on, state);
  if (ofPeriod !== null) return ofPeriod;
  const numbered = readNumberedDays(reader, on, state);
  if (numbered !== null) return numbered;
  const plain = word(reader, on - 1) === 'on' && state.core && state.rule.freq === 'MONTHLY' && state.rule.byDay.length === 0
    ? reader.tokens[word(reader, on) === 'the' ? on + 1 : on]
    : undefined;
  if (plain?.kind === 'number' && plain.value >= 1 && plain.value <= 31 && isFollowed(reader, (word(reader, on) === 'the' ? on + 1 : on) + 1)) {
    state.rule.byMonthDay = [plain.value];
    return (word(reader, on) === 'the' ? on + 1 : on) + 1;
  }
  const ordinals = readOrdinalList(reader, on);
  if (!ordinals || /^weeks?$/.test(word(reader, ordinals.next))) return null;
  let next = ordinals.next;
  // "every Friday the 13th"
  if (state.core && state.rule.freq === 'WEEKLY' && state.rule.interval === 1 && state.rule.byDay.length === 1 && word(reader, on) === 'the' && closesHere(reader, next)) {
    state.rule = { ...state.rule, freq: 'MONTHLY', byMonthDay: ordinals.values };
    return next;
  }
  const instance = /^(instance|instances|occurrence)$/.test(word(reader, next)) && word(reader, next + 1) === 'of';
  if (instance) next += 2;
  const workday = workdayAt(reader, next);
  const days = workday !== null ? null : readWeekdayList(reader, next);
  const more = days && !instance ? readMoreNth(reader, days.next) : null;
  const named = more ? more.next : workday ?? days?.next ?? (/^days?$/.test(word(reader, next)) ? next + 1 : next);
  const perYear = !days && workday === null && !state.core ? readPerYear(reader, named) : null;
  if (perYear !== null) {
    Object.assign(state, { core: true, rule: { ...emptyRule('YEARLY'), byYearDay: ordinals.values } });
    return perYear;
  }
  if (!state.core && named === next && isTwiceAMonth(reader, on, ordinals)) {
    Object.assign(state, { core: true, rule: { ...emptyRule('MONTHLY'), byMonthDay: ordinals.values } });
    return next;
  }
  if (days && !more && !state.core && repeatsMonthly(reader, on, ordinals, days)) {
    Object.assign(state, { core: true, rule: { ...emptyRule('MONTHLY'), byDay: pair(ordinals.values, days.values) } });
    return days.next;
  }
  const yearlyIn = days && !state.core && /^(of|in)$/.test(word(reader, named)) ? readMonthList(reader, named + 1) : null;
  const yearlyEnd = yearlyIn ? readEveryYear(reader, yearlyIn.next) : null;
  if (days && yearlyIn && yearlyEnd !== null) {
    Object.assign(state, { core: true, rule: { ...emptyRule('YEARLY'), byMonth: yearlyIn.values, byDay: pair(ordinals.values, days.values) } });
    return yearlyEnd;
  }
  const behind = readPerMonth(reader, named, state);
  const monthly = behind !== null || (state.core && state.rule.freq === 'MONTHLY');
  const yearly = state.core && state.rule.freq === 'YEARLY';
  if (!monthly && !yearly) return null;
  if (behind !== null && !state.core) state.rule = { ...emptyRule('MONTHLY'), count: state.rule.count };
  if (workday !== null) Object.assign(state.rule, { byDay: WORKDAYS, bySetPos: [...state.rule.bySetPos, ...ordinals.values] });
  else if (instance && days) Object.assign(state.rule, { byDay: days.values.map((weekday) => ({ weekday, nth: null })), bySetPos: ordinals.values });
  else if (days) state.rule.byDay = [...pair(ordinals.values, days.values), ...(more?.byDay ?? [])];
  else if (yearly && state.months.length === 0 && state.rule.byMonth.length === 0 && !/^(of|in)$/.test(word(reader, named))) state.rule.byYearDay = ordinals.values;
  else state.rule.byMonthDay = ordinals.values;
  if (behind !== null) state.core = true;
  return behind ?? named;
}

/** "day 5" or "day 20 and 30" of a rule by the month, "day 1 of every month", "every year on day 31". */
function readNumberedDays(reader: Reader, at: number, state: RecurrenceState): number | null {
  const start = word(reader, at) === 'the' ? at + 1 : at;
  if (word(reader, start) !== 'day') return null;
  const days: number[] = [];
  let next = start + 1;
  for (let token = reader.tokens[next]; token?.kind === 'number' && token.value >= 1 && token.value <= 366; token = reader.tokens[skipAnd(reader, next)]) {
    if (days.length > 0) next = skipAnd(reader, next);
    days.push(token.value);
    next += 1;
    if (skipAnd(reader, next) === next) break;
  }
  if (days.length === 0) return null;
  const { freq, byMonth } = state.rule;
  const ofYear = state.core ? freq === 'YEARLY' && byMonth.length === 0 && state.months.length === 0 ? next : null : readPerYear(reader, next);
  if (ofYear !== null) {
    Object.assign(state, { core: true, rule: { ...(state.core ? state.rule : emptyRule('YEARLY')), byYearDay: days } });
    return ofYear;
  }
  const behind = state.core ? freq === 'MONTHLY' || freq === 'YEARLY' ? next : null : readPerMonth(reader, next, state);
  if (behind === null || days.some((day) => day > 31)) return null;
  Object.assign(state, { core: true, rule: { ...(state.rule.freq === 'DAILY' ? emptyRule('MONTHLY') : state.rule), byMonthDay: days } });
  return behind;
}

/** "on the 1st and 15th": days a week or more apart are every month's; "the 3rd and 4th" may be one long weekend. */
function isTwiceAMonth(reader: Reader, at: number, { values, next }: List): boolean {
  const first = word(reader, at) === 'the' ? reader.tokens[at + 1] : reader.tokens[at];
  const [one = 0, two = 0] = values;
  return values.length === 2 && word(reader, next - 2) !== 'or' && word(reader, next - 3) !== 'or' && one > 0 && two - one >= 7 && two <= 31 && first?.kind === 'ordinal' && reader.tokens[next - 1]?.kind === 'ordinal'
    && word(reader, at - 1) === 'on' && isFollowed(reader, next) && !MONTHS.has(word(reader, next)) && !MONTHS.has(word(reader, at - 2)) && !/^(of|in)$/.test(word(reader, next));
}

/** "third Wednesdays", "on the first and third Monday": every month's, where none is named. */
function repeatsMonthly(reader: Reader, at: number, ordinals: List, days: List): boolean {
  const several = ordinals.values.length > 1 && word(reader, at - 1) === 'on' && ![2, 3].some((back) => word(reader, ordinals.next - back) === 'or');
  return (days.plural || several) && isFollowed(reader, days.next) && !/^(of|in)$/.test(word(reader, days.next)) && !MONTHS.has(word(reader, days.next));
}

const pair = (nths: number[], weekdays: number[]) => nths.flatMap((nth) => weekdays.map((weekday) => ({ weekday, nth })));

/** "… and second Tuesday" behind "first and third Friday". */
function readMoreNth(reader: Reader, at: number): { byDay: ReturnType<typeof pair>; next: number } | null {
  const start = skipAnd(reader, at);
  const ordinals = start > at ? readOrdinalList(reader, start) : null;
  const days = ordinals ? readWeekdayList(reader, ordinals.next) : null;
  return ordinals && days ? { byDay: pair(ordinals.values, days.values), next: days.next } : null;
}
