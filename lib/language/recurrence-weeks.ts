import { readUnit } from './durations';
import { readOrdinal, readQuantity } from './numbers';
import { closesHere, phrase, type Reader, word } from './reader';
import type { RecurrenceState } from './recurrence-state';

/** "every 2 weeks", "every other week", "biweekly" behind the days of a week: how many weeks lie between, and the place behind it. */
export function readWeeksApart(reader: Reader, at: number): { interval: number; next: number } | null {
  const start = word(reader, at) === ',' ? at + 1 : at;
  if (/^(biweekly|fortnightly)$/.test(word(reader, start))) return { interval: 2, next: start + 1 };
  if (!/^(every|each)$/.test(word(reader, start))) return null;
  if (word(reader, start + 1) === 'fortnight') return { interval: 2, next: start + 2 };
  const other = /^(other|alternate|second)$/.test(word(reader, start + 1)) ? { value: 2, next: start + 2 } : null;
  const count = other ?? readOrdinal(reader.tokens, start + 1) ?? readQuantity(reader.tokens, start + 1);
  if (!count || !Number.isInteger(count.value) || count.value < 2 || count.value > 52) return null;
  return readUnit(reader, count.next, false) === 'week' && closesHere(reader, count.next + 1) ? { interval: count.value, next: count.next + 1 } : null;
}

/** "every week", "weekly": the place behind it. */
export function readEveryWeek(reader: Reader, at: number): number | null {
  const start = word(reader, at) === ',' ? at + 1 : at;
  const next = phrase(reader, start, 'every week') ?? phrase(reader, start, 'each week') ?? phrase(reader, start, 'weekly');
  return next !== null && closesHere(reader, next) ? next : null;
}

/** "Mondays at 9 every 2 weeks": the weeks behind a rule that has its days already. */
export function readInterval(reader: Reader, at: number, state: RecurrenceState): number | null {
  const { freq, interval, byDay } = state.rule;
  if (!state.core || freq !== 'WEEKLY' || interval !== 1 || byDay.length === 0) return null;
  const apart = readWeeksApart(reader, at);
  if (!apart) return readEveryWeek(reader, at);
  state.rule.interval = apart.interval;
  return apart.next;
}
