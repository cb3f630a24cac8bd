import { readEdge } from './day-edges';
import { readPart } from './day-part';
import { closingClock } from './expression-days';
import { isOneOfSeveral, readWeekdayList, skipAnd } from './lists';
import { readClock } from './read-clock';
import { closesHere, type Reader, touches, word } from './reader';
import { readCompletion, readExcept, readLimit, readStart } from './recurrence-limits';
import { readMonths, readNth } from './recurrence-months';
import type { RecurrenceState } from './recurrence-state';
import { emptyRule } from './rule';

/** One detail of a recurrence at `at` (times, days, limits, exceptions); the end of it, or null. */
export function readDetail(reader: Reader, at: number, state: RecurrenceState): number | null {
  return readCompletion(reader, at, state) ?? readLimit(reader, at, state) ?? readStart(reader, at, state)
    ?? readExcept(reader, at, state) ?? readNth(reader, at, state) ?? readMonths(reader, at, state) ?? readOnDays(reader, at, state)
    ?? readTimes(reader, at, state) ?? readDayParts(reader, at, state);
}

function readOnDays(reader: Reader, at: number, state: RecurrenceState): number | null {
  const on = word(reader, at) === 'on' ? at + 1 : at;
  const each = /^(each|every)$/.test(word(reader, on)) && state.core ? on + 1 : on;
  const list = readWeekdayList(reader, word(reader, each) === 'the' ? each + 1 : each);
  if (!list || !state.core && (!list.plural || isOneOfSeveral(reader, at))) return null;
  if (!state.core) {
    state.core = true;
    state.rule = emptyRule('WEEKLY');
  } else if (state.rule.byDay.length > 0) return null;
  if (!/^(DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(state.rule.freq)) return null;
  if (state.rule.freq === 'DAILY') state.rule.freq = 'WEEKLY';
  state.rule.byDay = list.values.map((weekday) => ({ weekday, nth: null }));
  return list.next;
}

/** "at 10, 12 and 17", "6am", "at 7:30pm". */
function readTimes(reader: Reader, at: number, state: RecurrenceState): number | null {
  const led = /^(at|@|by|around|from|before|after)$/.test(word(reader, at));
  let next = led ? at + 1 : at;
  if (state.clocks.length > 0) return null;
  const closing = readEdge(reader, next);
  if (closing?.kind === 'fixed' && closing.closing && state.core) {
    state.clocks.push(closingClock(closing));
    return closing.next;
  }
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

function readDayParts(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (state.part) return null;
  const text = word(reader, at);
  const plural = /^(on|in)$/.test(text) && /s$/.test(word(reader, at + 1)) ? at + 1 : at;
  const part = readPart(reader, plural, '', state.core);
  if (!part || part.today || (!state.core && !part.named)) return null;
  if (touches(reader, plural) && plural > 0) return null;
  state.part = part.part;
  return part.next;
}
