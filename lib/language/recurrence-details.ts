import { readDayPiece } from './day-piece';
import { readPart } from './day-part';
import { readDuration } from './durations';
import { readMonthList, readOrdinalList, readWeekdayList, skipAnd } from './lists';
import { readCardinal } from './numbers';
import { readClock } from './read-clock';
import { isMonthBehind } from './recurrence-core';
import type { RecurrenceState } from './recurrence-state';
import { closesHere, phrase, touches, word, type Reader } from './reader';
import { emptyRule } from './rule';

const WORKDAYS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, nth: null }));

/** One detail of a recurrence at `at` (times, days, limits, exceptions); the end of it, or null. */
export function readDetail(reader: Reader, at: number, state: RecurrenceState): number | null {
  return readCompletion(reader, at, state) ?? readLimit(reader, at, state) ?? readStart(reader, at, state)
    ?? readExcept(reader, at, state) ?? readNth(reader, at, state) ?? readMonths(reader, at, state) ?? readOnDays(reader, at, state)
    ?? readTimes(reader, at, state) ?? readDayParts(reader, at, state);
}

const COMPLETION = ['when done', 'when completed', 'when complete', 'when finished', 'after completion', 'from completion', 'after completing', 'after completing it', 'after i finish', 'after done',
  'after it is done', "after it's done", 'after i complete it', 'after the last time', 'since completion', 'once done', 'from when done'];

function readCompletion(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (!/^(when|after|from|since|once)$/.test(word(reader, at))) return null;
  for (const words of COMPLETION) {
    const next = phrase(reader, at, words);
    if (next === null || !closesHere(reader, next)) continue;
    state.fromCompletion = true;
    return next;
  }
  return null;
}

function readLimit(reader: Reader, at: number, state: RecurrenceState): number | null {
  const text = word(reader, at);
  if (/^(until|till|til|through|thru|ending|ends|to)$/.test(text) && !state.until && (text !== 'to' || state.start)) {
    const start = /^(on|in)$/.test(word(reader, at + 1)) ? at + 2 : at + 1;
    const piece = readDayPiece(reader, start, text === 'through' || text === 'thru' || text === 'to' || text.startsWith('end') ? 'until' : text);
    if (!piece) return null;
    state.until = piece;
    return piece.next;
  }
  if (text === 'for') {
    const start = phrase(reader, at, 'for the next') ?? phrase(reader, at, 'for the') ?? at + 1;
    const times = readCount(reader, start, state);
    if (times) return times;
    const unitAlone = start > at + 1 && /^(day|week|month|year)$/.test(word(reader, start));
    const duration = unitAlone ? null : readDuration(reader, start);
    if (unitAlone) state.untilDays = { months: { month: 1, year: 12 }[word(reader, start)] ?? 0, days: { day: 1, week: 7 }[word(reader, start)] ?? 0 };
    else if (duration && !duration.timed) state.untilDays = { months: duration.months, days: duration.days };
    else return null;
    return unitAlone ? start + 1 : duration?.next ?? null;
  }
  return readCount(reader, at, state);
}

function readCount(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (state.rule.count !== null || !state.core && at === 0) return null;
  const named: Record<string, number> = { once: 1, twice: 2, thrice: 3 };
  const text = word(reader, at);
  let count = named[text] ?? null;
  let next = at + 1;
  if (count === null) {
    const number = readCardinal(reader.tokens, at);
    if (!number || !/^(times|occurrences?|repetitions?|repeats|x|instances?)$/.test(word(reader, number.next))) return null;
    [count, next] = [number.value, number.next + 1];
  }
  // "twice a day" is how often, not how many in all.
  if (/^(a|an|per|each|every|daily|weekly|monthly|yearly)$/.test(word(reader, next))) return null;
  state.rule.count = count;
  return next;
}

function readStart(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (state.start) return null;
  const next = phrase(reader, at, 'as of') ?? phrase(reader, at, 'start from') ?? phrase(reader, at, 'starting from') ?? phrase(reader, at, 'beginning on')
    ?? (/^(starting|starts|start|beginning|begins|from|effective|since|commencing)$/.test(word(reader, at)) ? at + 1 : null);
  if (next !== null) {
    const start = /^(on|in|at|with)$/.test(word(reader, next)) ? next + 1 : next;
    const piece = readDayPiece(reader, start, 'from');
    if (!piece || piece.kind === 'instant') return phrase(reader, next, 'now');
    state.start = piece;
    return piece.next;
  }
  // A plain day beside the rule is its first: "every other monday, tomorrow".
  if (!state.core || !/^(today|tomorrow|next|this)$/.test(word(reader, at))) return null;
  const piece = readDayPiece(reader, at, '');
  if (piece?.kind !== 'fixed' || piece.part || piece.range && !piece.week) return null;
  state.start = piece;
  return piece.next;
}

function readExcept(reader: Reader, at: number, state: RecurrenceState): number | null {
  let next = phrase(reader, at, 'except for') ?? phrase(reader, at, 'but not') ?? phrase(reader, at, 'other than') ?? phrase(reader, at, 'apart from') ?? phrase(reader, at, 'but')
    ?? (/^(except|excluding|without|skipping|not)$/.test(word(reader, at)) ? at + 1 : null);
  if (next === null || !state.core) return null;
  while (/^(on|in|during|the|for)$/.test(word(reader, next))) next += 1;
  const days = readWeekdayList(reader, next);
  if (days) {
    state.exceptDays.push(...days.values);
    return days.next;
  }
  const months = readMonthList(reader, next);
  if (!months) return null;
  state.exceptMonths.push(...months.values);
  const year = reader.tokens[months.next];
  return year?.kind === 'number' && /^20\d\d$/.test(year.text) ? months.next + 1 : months.next;
}

/** "the first and last friday of each month", "last workday of the month", "4th of every other month", "on the 15th". */
function readNth(reader: Reader, at: number, state: RecurrenceState): number | null {
  const on = word(reader, at) === 'on' || word(reader, at) === 'in' || word(reader, at) === 'at' ? at + 1 : at;
  const edge = readEdgeOfMonth(reader, on, state);
  if (edge) return edge;
  const numbered = word(reader, on) === 'day' && state.core && state.rule.freq === 'MONTHLY' ? reader.tokens[on + 1] : undefined;
  if (numbered?.kind === 'number' && numbered.value >= 1 && numbered.value <= 31) {
    state.rule.byMonthDay = [numbered.value];
    return on + 2;
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
  const named = workday ? next + (/day$/.test(word(reader, next)) ? 1 : 2) : days?.next ?? (/^days?$/.test(word(reader, next)) ? next + 1 : next);
  const behind = readPerMonth(reader, named, state);
  const monthly = behind !== null || (state.core && state.rule.freq === 'MONTHLY');
  const yearly = state.core && state.rule.freq === 'YEARLY';
  if (!monthly && !yearly) return null;
  if (behind !== null && !state.core) state.rule = { ...emptyRule('MONTHLY'), count: state.rule.count };
  if (workday) Object.assign(state.rule, { byDay: WORKDAYS, bySetPos: ordinals.values });
  else if (instance && days) Object.assign(state.rule, { byDay: days.values.map((weekday) => ({ weekday, nth: null })), bySetPos: ordinals.values });
  else if (days) state.rule.byDay = ordinals.values.flatMap((nth) => days.values.map((weekday) => ({ weekday, nth })));
  else if (yearly && state.months.length === 0 && state.rule.byMonth.length === 0 && !/^(of|in)$/.test(word(reader, named))) state.rule.byYearDay = ordinals.values;
  else state.rule.byMonthDay = ordinals.values;
  if (behind !== null) state.core = true;
  return behind ?? named;
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
function readMonths(reader: Reader, at: number, state: RecurrenceState): number | null {
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

function readOnDays(reader: Reader, at: number, state: RecurrenceState): number | null {
  const on = word(reader, at) === 'on' ? at + 1 : at;
  const each = /^(each|every)$/.test(word(reader, on)) && state.core ? on + 1 : on;
  const list = readWeekdayList(reader, word(reader, each) === 'the' ? each + 1 : each);
  if (!list || !state.core && !list.plural) return null;
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
