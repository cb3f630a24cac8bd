import type { CivilDay } from './calendar';
import type { Piece } from './pieces';
import type { Clock } from './clock';
import type { Rule, RuleDay } from './rule';
import { emptyRule } from './rule';
import type { DayPart } from './words';

/** What has been read of a recurrence so far. */
export type RecurrenceState = {
  rule: Rule;
  /** Something said that it repeats. */
  core: boolean;
  /** The core was an adverb in front of a noun ("weekly report"): an adjective, unless more follows. */
  adverbAt: number | null;
  fromCompletion: boolean;
  clocks: Clock[];
  /** Minutes from a start to an end that was named with it. */
  length: number | null;
  part: DayPart | null;
  /** "every morning and evening": the second of two parts of the day. */
  alsoPart: DayPart | null;
  start: Piece | null;
  /** Where the list of days came from ("every Monday" or "on Monday"). */
  months: number[];
  until: Piece | null;
  /** "through March": to the end of that month. */
  throughMonth: boolean;
  untilDays: { months: number; days: number } | null;
  exceptDays: number[];
  exceptMonths: number[];
  impossible: boolean;
  /** "twice a week": how often, but not on which days; "twice a day": not at which times. */
  open: 'days' | 'times' | null;
};

export function emptyState(): RecurrenceState {
  return {
    rule: emptyRule('DAILY'), core: false, adverbAt: null, fromCompletion: false, clocks: [], length: null, part: null, alsoPart: null, start: null, months: [],
    until: null, throughMonth: false, untilDays: null, exceptDays: [], exceptMonths: [], impossible: false, open: null,
  };
}

const ALL_DAYS = [1, 2, 3, 4, 5, 6, 0];
const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const plain = (weekdays: number[]): RuleDay[] => weekdays.map((weekday) => ({ weekday, nth: null }));

/** Folds lists of days, ordinals, months and exceptions into the rule. */
export function completeRule(state: RecurrenceState): Rule {
  const rule: Rule = { ...state.rule };
  if (state.months.length > 0) {
    rule.byMonth = [...rule.byMonth, ...state.months];
  }
  if (state.exceptMonths.length > 0) rule.byMonth = (rule.byMonth.length > 0 ? rule.byMonth : ALL_MONTHS).filter((month) => !state.exceptMonths.includes(month));
  if (state.exceptDays.length > 0) {
    const days = rule.byDay.length > 0 ? rule.byDay : plain(ALL_DAYS);
    rule.byDay = days.filter(({ weekday }) => !state.exceptDays.includes(weekday));
    if (rule.freq === 'DAILY' && rule.interval === 1) rule.freq = 'WEEKLY';
  }
  // "the first Monday of January" comes once a year.
  if (rule.freq === 'MONTHLY' && rule.interval === 1 && state.months.length > 0 && rule.byDay.length + rule.byMonthDay.length > 0) rule.freq = 'YEARLY';
  return rule;
}

/** Whether a rule asks for a day that no month has. */
export function isImpossible(rule: Rule): boolean {
  if (rule.interval < 1 || rule.interval > 999 || rule.count === 0) return true;
  if (rule.byMonthDay.some((day) => day === 0 || Math.abs(day) > 31)) return true;
  if (rule.byDay.some(({ nth }) => nth !== null && (nth === 0 || Math.abs(nth) > 5)) && rule.freq !== 'YEARLY') return true;
  const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const fits = (month: number) => rule.byMonthDay.some((day) => Math.abs(day) <= (lengths[month - 1] ?? 31));
  return rule.byMonth.length > 0 && rule.byMonthDay.length > 0 && !rule.byMonth.some(fits);
}

export type { CivilDay };
