import { readOrdinalList } from './lists';
import { readCardinal } from './numbers';
import { phrase, type Reader, word } from './reader';
import { isMonthBehind } from './recurrence-every';
import type { RecurrenceState } from './recurrence-state';
import { emptyRule } from './rule';

/** "of each month", "of every 3rd month", "of the month"; sets the interval. */
export function readPerMonth(reader: Reader, from: number, state: RecurrenceState): number | null {
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

/** "of every year", "of each year", "of the year, every year": the place behind it. */
export function readPerYear(reader: Reader, at: number): number | null {
  return /^(of|in)$/.test(word(reader, at)) && /^(each|every)$/.test(word(reader, at + 1)) && word(reader, at + 2) === 'year' ? at + 3 : null;
}

/** "every year", ", yearly" behind a date: the place behind it. */
export function readEveryYear(reader: Reader, at: number): number | null {
  const behind = word(reader, at) === ',' ? at + 1 : at;
  return phrase(reader, behind, 'every year') ?? phrase(reader, behind, 'each year') ?? phrase(reader, behind, 'yearly') ?? phrase(reader, behind, 'annually');
}
