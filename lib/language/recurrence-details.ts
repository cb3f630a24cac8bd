import { readEdge } from './day-edges';
import { readPart } from './day-part';
import { closingClock } from './expression-days';
import type { Clock } from './clock';
import { endMinutes, startBefore } from './clock-span';
import { isFreeNumber } from './free-number';
import { isOneOfSeveral, readWeekdayList, skipAnd } from './lists';
import { readClock } from './read-clock';
import { closesHere, phrase, type Reader, touches, word } from './reader';
import { readCompletion, readExcept, readLimit, readStart } from './recurrence-limits';
import { readMonths } from './recurrence-in-months';
import { readNth } from './recurrence-months';
import type { RecurrenceState } from './recurrence-state';
import { readInterval } from './recurrence-weeks';
import { emptyRule } from './rule';
import { DAY_PARTS, WEEKDAY_PLURALS, WEEKDAYS } from './words';

/** One detail of a recurrence at `at` (times, days, limits, exceptions); the end of it, or null. */
export function readDetail(reader: Reader, at: number, state: RecurrenceState): number | null {
  return readCompletion(reader, at, state) ?? readInterval(reader, at, state) ?? readLimit(reader, at, state) ?? readStart(reader, at, state)
    ?? readExcept(reader, at, state) ?? readNth(reader, at, state) ?? readMonths(reader, at, state) ?? readOnDays(reader, at, state)
    ?? readHoursBetween(reader, at, state) ?? readTimes(reader, at, state) ?? readDayParts(reader, at, state);
}

function readOnDays(reader: Reader, at: number, state: RecurrenceState): number | null {
  const on = /^(on|from)$/.test(word(reader, at)) ? at + 1 : at;
  const each = (/^(each|every)$/.test(word(reader, on)) || on > at && word(reader, on) === 'a') && state.core ? on + 1 : on;
  const start = word(reader, each) === 'the' ? each + 1 : each;
  const list = readWeekdayList(reader, start);
  if (!list || word(reader, at) === 'from' && list.values.length === 1 || !state.core && (!list.plural || isOneOfSeveral(reader, at))) return null;
  if (!state.core) {
    state.core = true;
    state.rule = emptyRule('WEEKLY');
  } else if (state.rule.byDay.length > 0) return null;
  if (state.rule.freq === 'SECONDLY') return null;
  if (state.rule.freq === 'DAILY') state.rule.freq = 'WEEKLY';
  state.rule.byDay = list.values.map((weekday) => ({ weekday, nth: null }));
  return list.next;
}

/** "every 2 hours between 8 and 4", "every 15 minutes from 9 to 11": the hours of each day. */
function readHoursBetween(reader: Reader, at: number, state: RecurrenceState): number | null {
  const { freq, interval } = state.rule;
  if (!state.core || (freq !== 'HOURLY' && freq !== 'MINUTELY') || state.clocks.length > 0 || !/^(between|from)$/.test(word(reader, at))) return null;
  const from = readClock(reader, at + 1, true);
  if (!from || !/^(and|to|until|till|-|–)$/.test(word(reader, from.next))) return null;
  const to = readClock(reader, from.next + 1, true);
  if (!to || !closesHere(reader, to.next)) return null;
  // "9 to 5", "8am to 4": the earlier hour is in the morning, the later one after it.
  const first = hourOf(from, 'am');
  const last = to.half || to.exact ? hourOf(to, 'am') : (to.hour % 12) + (to.hour % 12 > first ? 0 : 12);
  if (last <= first) return null;
  if (freq === 'MINUTELY') {
    // A rule holds whole hours only: which minutes of the others are meant is asked.
    if (60 % interval !== 0 || from.minute + to.minute > 0) state.open = 'times';
    state.rule = { ...state.rule, byHour: Array.from({ length: last - first }, (_, ahead) => first + ahead) };
    return to.next;
  }
  for (let hour = first; hour <= last; hour += interval) state.clocks.push({ ...from, hour, half: null, exact: true });
  state.rule = { ...state.rule, freq: 'DAILY', interval: 1 };
  return to.next;
}

const hourOf = ({ hour, half, exact }: Clock, guess: 'am' | 'pm') => (exact ? hour : (hour % 12) + ((half ?? guess) === 'pm' ? 12 : 0));

/** "at 10, 12 and 17", "6am", "at 7:30pm". */
function readTimes(reader: Reader, at: number, state: RecurrenceState): number | null {
  const led = /^(at|@|by|around|from|between|before|after)$/.test(word(reader, at));
  let next = led ? at + 1 : at;
  if (state.clocks.length > 0) return null;
  const closing = readEdge(reader, next);
  if (closing?.kind === 'fixed' && closing.closing && state.core) {
    state.clocks.push(closingClock(closing));
    return closing.next;
  }
  const span = readSpan(reader, next, led, state);
  if (span !== null) return span;
  for (let count = 0; count < 12; count += 1) {
    const start = count === 0 ? next : skipAnd(reader, next);
    if (count > 0 && start === next) break;
    const at2 = count > 0 && word(reader, start) === 'at' ? start + 1 : start;
    const clock = readClock(reader, at2, led);
    if (!clock || (!clock.strong && !led) || !closesHere(reader, clock.next) || (!clock.strong && clock.hour === 0)) break;
    if (!clock.strong && /^(times|days?|weeks?|months?|years?|hours?|minutes?|occurrences|people|percent)$/.test(word(reader, clock.next))) break;
    state.clocks.push(clock);
    next = clock.next;
  }
  return state.clocks.length > 0 ? next : null;
}

/** "from 7 until 9", "9am-10am": the hour at which it starts, and how long it takes. */
function readSpan(reader: Reader, at: number, led: boolean, state: RecurrenceState): number | null {
  const from = readClock(reader, at, led);
  const joined = from && (/^(-|–|—|to|until|till|til)$/.test(word(reader, from.next)) || (word(reader, from.next) === 'and' && word(reader, at - 1) === 'between'));
  const to = joined ? readClock(reader, from.next + 1, true) : null;
  if (!from || !to || !state.core || !closesHere(reader, to.next) || !(from.strong || to.strong || isSpanOfHours(reader, at, to.next))) return null;
  const exact = from.exact || from.half !== null;
  const start = exact ? (from.half ? (from.hour % 12) + (from.half === 'pm' ? 12 : 0) : from.hour) * 60 + from.minute : startBefore(from, to);
  state.clocks.push({ ...from, hour: Math.floor(start / 60), minute: start % 60, half: null, exact: true });
  state.length = (endMinutes(to, start) - start + 1440) % 1440 || null;
  return to.next;
}

/** "from 9 to 5", "Mon-Fri 9-5": numbers that can only be hours. */
function isSpanOfHours(reader: Reader, at: number, next: number): boolean {
  const before = word(reader, at - 1);
  return /^(from|between)$/.test(before) || ((WEEKDAYS.has(before) || WEEKDAY_PLURALS.has(before) || before === 'weekdays') && isFreeNumber(reader, next));
}

function readDayParts(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (state.part) return readOtherPart(reader, at, state);
  const text = word(reader, at);
  const plural = /^(on|in)$/.test(text) && /s$/.test(word(reader, at + 1)) ? at + 1 : at;
  const part = readPart(reader, plural, '', state.core);
  if (!part || part.today || (!state.core && !part.named)) return null;
  if (touches(reader, plural) && plural > 0) return null;
  state.part = part.part;
  return part.next;
}

/** "… and every evening at 9" behind "every morning at 7": a second time of the same days. */
function readOtherPart(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (word(reader, at) !== 'and' || state.clocks.length !== 1 || state.alsoPart || state.rule.freq !== 'DAILY') return null;
  const start = phrase(reader, at, 'and every') ?? phrase(reader, at, 'and each') ?? phrase(reader, at, 'and in the') ?? at + 1;
  const part = DAY_PARTS.get(word(reader, start));
  const clock = part && word(reader, start + 1) === 'at' ? readClock(reader, start + 2, true) : null;
  if (!part || !clock || !closesHere(reader, clock.next)) return null;
  state.clocks.push(clock.exact || clock.half ? clock : { ...clock, half: part === 'morning' ? 'am' : 'pm' });
  return clock.next;
}
