import { readDayPiece } from './day-piece';
import { readRest } from './day-spans';
import { readDuration } from './durations';
import { readMonthList, readWeekdayList, skipAnd } from './lists';
import { readCardinal } from './numbers';
import { closesHere, phrase, type Reader, word } from './reader';
import { readClock } from './read-clock';
import type { RecurrenceState } from './recurrence-state';

const COMPLETION = ['when done', 'when completed', 'when complete', 'when finished', 'after completion', 'from completion', 'after completing', 'after completing it', 'after i finish', 'after done',
  'after it is done', "after it's done", 'after i complete it', 'after the last time', 'since completion', 'once done', 'from when done'];

/** "when done", "after completion". */
export function readCompletion(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (!/^(when|after|from|since|once)$/.test(word(reader, at))) return null;
  for (const words of COMPLETION) {
    const next = phrase(reader, at, words);
    if (next === null || !closesHere(reader, next)) continue;
    state.fromCompletion = true;
    return next;
  }
  return null;
}

/** "until June", "for 3 months", "5 times". */
export function readLimit(reader: Reader, at: number, state: RecurrenceState): number | null {
  const text = word(reader, at);
  if (/^(until|till|til|through|thru|ending|ends|to)$/.test(text) && !state.until && (text !== 'to' || state.start)) {
    const start = /^(on|in)$/.test(word(reader, at + 1)) ? at + 2 : at + 1;
    const piece = readDayPiece(reader, start, text === 'through' || text === 'thru' || text === 'to' || text.startsWith('end') ? 'until' : text);
    if (!piece) return null;
    state.until = piece;
    state.throughMonth = piece.kind === 'month' && /^(through|thru)$/.test(text);
    return piece.next;
  }
  // "between Nov 20 and Nov 30"
  const first = text === 'between' && state.core && !state.start ? readDayPiece(reader, at + 1, 'on') : null;
  const last = first && word(reader, first.next) === 'and' ? readDayPiece(reader, first.next + 1, 'on') : null;
  if (first && last) {
    [state.start, state.until] = [first, last];
    return last.next;
  }
  if (text === 'up' && word(reader, at + 1) === 'to') return readCount(reader, at + 2, state);
  if (text === 'for') {
    const rest = readRest(reader, at + 1);
    if (rest?.kind === 'fixed' && rest.range) {
      state.until = { ...rest, day: rest.range[1], range: undefined };
      return rest.next;
    }
    const start = phrase(reader, at, 'for up to') ?? phrase(reader, at, 'for the next') ?? phrase(reader, at, 'for the') ?? at + 1;
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

/** "starting next Monday", "from June". */
export function readStart(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (state.start) return null;
  const next = phrase(reader, at, 'as of') ?? phrase(reader, at, 'start from') ?? phrase(reader, at, 'starting from') ?? phrase(reader, at, 'beginning on')
    ?? (/^(starting|starts|start|beginning|begins|from|effective|since|commencing)$/.test(word(reader, at)) ? at + 1 : null);
  if (next !== null) {
    const start = /^(on|in|at|with)$/.test(word(reader, next)) ? next + 1 : next;
    // "every week from Monday to Friday": days, no dates.
    const days = state.core && word(reader, at) === 'from' ? readWeekdayList(reader, start) : null;
    if (days && days.values.length > 1) return null;
    const piece = readDayPiece(reader, start, 'from') ?? (word(reader, next) === 'in' ? readDayPiece(reader, next, '') : null);
    // "starts at 9am" says only the hour, which is read on its own.
    if (!piece && /^(starting|starts|beginning|begins)$/.test(word(reader, at)) && readClock(reader, start, true)) {
      return /^(at|@)$/.test(word(reader, at + 1)) ? at + 1 : null;
    }
    if (!piece || piece.kind === 'instant') return phrase(reader, next, 'now');
    state.start = piece;
    return piece.next;
  }
  // A plain day beside the rule is its first: "every other monday, tomorrow".
  if (!state.core || !/^(today|tomorrow|next|this)$/.test(word(reader, at))) return null;
  const piece = readDayPiece(reader, at, '');
  if (piece?.kind !== 'fixed' || piece.part) return null;
  // "every day this week", "every Monday next month": from its first day, or today, to its last.
  const span = piece.range;
  state.start = span ? { ...piece, day: Math.max(span[0], reader.today) } : piece;
  if (span) state.until = { ...piece, day: span[1] };
  return piece.next;
}

/** "except weekends", "but not in August". */
export function readExcept(reader: Reader, at: number, state: RecurrenceState): number | null {
  let next = phrase(reader, at, 'except for') ?? phrase(reader, at, 'but not') ?? phrase(reader, at, 'other than') ?? phrase(reader, at, 'apart from') ?? phrase(reader, at, 'but')
    ?? (/^(except|excluding|without|skipping|not)$/.test(word(reader, at)) ? at + 1 : null);
  if (next === null || !state.core) return null;
  while (/^(on|in|during|the|for)$/.test(word(reader, next))) next += 1;
  const days = readWeekdayList(reader, next);
  if (days) {
    state.exceptDays.push(...days.values);
    return days.next;
  }
  return readExceptMonths(reader, next, state);
}

/** "in July and Sept", "in March 2011 and May 2011". A single day ("on March 6th") cannot be taken out of a rule. */
function readExceptMonths(reader: Reader, at: number, state: RecurrenceState): number | null {
  const values: number[] = [];
  let next = at;
  for (let count = 0; count < 12; count += 1) {
    const start = count === 0 ? next : skipAnd(reader, next);
    const months = count === 0 || start > next ? readMonthList(reader, start) : null;
    if (!months) break;
    const after = reader.tokens[months.next];
    if (after?.kind === 'ordinal' || (after?.kind === 'number' && after.text.length <= 2)) return null;
    values.push(...months.values);
    next = after?.kind === 'number' && /^20\d\d$/.test(after.text) ? months.next + 1 : months.next;
  }
  state.exceptMonths.push(...values);
  return values.length > 0 ? next : null;
}
