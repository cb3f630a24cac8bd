import type { RecurrenceState } from './recurrence-state';
import { emptyRule, type Frequency, type Rule } from './rule';
import type { Unit } from './words';

/** A frequency with its interval and whatever else it fixes. */
export type Step = [Frequency, number, Partial<Rule>?];

export const WORKDAYS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, nth: null }));

const WEEKEND = [6, 0].map((weekday) => ({ weekday, nth: null }));

/** What "every `count` units" means as a frequency; null where there is no such rule. */
export function stepOf(unit: Unit, count: number): Step | null {
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
    case 'year': return Number.isInteger(count) ? ['YEARLY', count] : Number.isInteger(count * 12) ? ['MONTHLY', count * 12] : null;
    case 'decade': return ['YEARLY', count * 10];
  }
}

/** Makes a frequency the core of what has been read, keeping days that were said before it. */
export function setStep(state: RecurrenceState, step: Step): void {
  const [freq, interval, rest] = step;
  const { byDay, byMonthDay, byMonth } = state.rule;
  state.rule = { ...emptyRule(freq, interval), byDay, byMonthDay, byMonth, ...rest };
  if (!Number.isInteger(interval) || interval < 1) state.impossible = true;
  state.core = true;
}

/** Sets a frequency and passes the end on; null when there is none. */
export function accept(state: RecurrenceState, step: Step | null, next: number): number | null {
  if (!step) return null;
  setStep(state, step);
  return next;
}
