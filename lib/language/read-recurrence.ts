import { addMonths, formatDay, formatMinutes, type CivilDay } from './calendar';
import { resolvePiece } from './pieces';
import { daysOf } from './occurrences';
import type { Clock } from './clock';
import { readCore } from './recurrence-core';
import { readDetail } from './recurrence-details';
import { completeRule, emptyState, isImpossible, type RecurrenceState } from './recurrence-state';
import { closesHere, opensHere, openReader, word, type Reader } from './reader';
import { formatRule, type Rule } from './rule';
import { mayStart } from './starters';
import type { Due, LanguageContext, RecurrenceReading } from './types';
import { DAY_PART_TIME, type DayPart } from './words';

export type FoundRecurrence = RecurrenceReading & {
  from: number;
  next: number;
  /** Only an adverb before a noun ("weekly report"). */
  adjective: boolean;
};

/** The recurrence that begins exactly at `at`, or null. */
function readAt(reader: Reader, at: number): FoundRecurrence | null {
  if (!opensHere(reader, at)) return null;
  const token = reader.tokens[at];
  if (!token || !mayStart(token)) return null;
  const state = emptyState();
  let next = at;
  let end: number | null = null;
  let coreEnd = 0;
  for (let count = 0; count < 14; count += 1) {
    const start = count === 0 ? next : skipJoin(reader, next);
    const core = state.core ? null : readCore(reader, start, state);
    const after = core ?? readDetail(reader, start, state);
    if (after === null || after <= start) break;
    if (core !== null) coreEnd = core;
    next = after;
    if (state.core) end = next;
    else if (count >= 3) break;
  }
  if (end === null || !closesHere(reader, end)) return null;
  return finish(reader, state, at, end, coreEnd);
}

function skipJoin(reader: Reader, at: number): number {
  let next = at;
  if (word(reader, next) === ',') next += 1;
  if (word(reader, next) === 'and' && /^(on|at)$/.test(word(reader, next + 1))) next += 1;
  return next;
}

function finish(reader: Reader, state: RecurrenceState, from: number, next: number, coreEnd: number): FoundRecurrence {
  const start = reader.tokens[from]?.start ?? 0;
  const end = reader.tokens[next - 1]?.end ?? start;
  const follows = reader.tokens[next];
  const adjective = state.adverbAt === from && next === coreEnd && follows !== undefined && (follows.kind === 'word' || follows.kind === 'number');
  const place = { start, end, from, next, adjective, fromCompletion: state.fromCompletion };
  const impossible: FoundRecurrence = { rule: '', due: { date: null, time: null }, problem: 'impossible_rule', ...place };
  const rule = completeRule(state);
  if (state.impossible || isImpossible(rule)) return impossible;
  const left = state.open === 'times' ? state.clocks.length < 2 && !state.alsoPart : rule.byDay.length + rule.byMonthDay.length === 0;
  if (state.open && left) return { ...impossible, problem: state.open === 'times' ? 'unclear_times' : 'unclear_rule' };
  const base = state.start ? resolvePiece(state.start, reader.today, reader.weekStart) : null;
  if (base === 'impossible') return impossible;
  const firstDay = base?.day ?? reader.today;
  if (state.until) {
    const until = resolvePiece(state.until, firstDay, reader.weekStart);
    if (until === 'impossible' || until.day < firstDay) return impossible;
    rule.until = state.throughMonth ? addMonths(until.day, 1) - 1 : until.day;
  } else if (state.untilDays) rule.until = addMonths(firstDay, state.untilDays.months) + state.untilDays.days;
  if (rule.until !== null) rule.count = null;
  const times = timesOf(reader, state);
  if (times.length > 1) {
    rule.byHour = times.map((minutes) => Math.floor(minutes / 60));
    if (times.some((minutes) => minutes % 60 !== 0)) rule.byMinute = times.map((minutes) => minutes % 60);
  }
  const due = firstDue(reader, rule, firstDay, times, base !== null);
  return due ? { rule: formatRule(rule), due, ...place } : impossible;
}

function timesOf(reader: Reader, state: RecurrenceState): number[] {
  if (state.clocks.length === 0) return [state.part, state.alsoPart].flatMap((part) => (part ? [DAY_PART_TIME[part]] : []));
  // One "pm" at the end of a list holds for all of it: "at 1 and 5pm".
  const last = state.clocks.at(-1);
  const anyExact = state.clocks.some((clock) => clock.exact);
  const shared = state.clocks.length > 1 ? last?.half ?? null : null;
  // … as long as they ascend: in "8, 12 and 6pm" eight is in the morning.
  let next = Infinity;
  const times = [...state.clocks].reverse().map((clock) => {
    const minutes = minutesOf(reader, clock, state.part, anyExact, shared);
    const early = clock.half === null && !clock.exact && shared !== null && minutes >= next && minutes >= 720;
    next = early ? minutes - 720 : minutes;
    return next;
  });
  return times.sort((a, b) => a - b);
}

function minutesOf(reader: Reader, clock: Clock, part: DayPart | null, exact: boolean, shared: 'am' | 'pm' | null): number {
  const half = clock.half ?? (clock.exact ? null : part === 'morning' ? 'am' : part ? 'pm' : shared);
  if (half) return ((clock.hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + clock.minute;
  if (clock.exact || exact) return (clock.hour % 24) * 60 + clock.minute;
  const pm = reader.hint === 'pm' ? clock.hour >= 5 || clock.hour < 4 : reader.hint === 'am' ? clock.hour < 4 : clock.hour < 7;
  return ((clock.hour % 12) + (pm || clock.hour === 12 ? 12 : 0)) * 60 + clock.minute;
}

/** The first occurrence that is still to come. */
function firstDue(reader: Reader, rule: Rule, firstDay: CivilDay, times: number[], dated: boolean): Due | null {
  const within = { HOURLY: 60, MINUTELY: 1, SECONDLY: 1 / 60 }[rule.freq as string];
  if (within !== undefined && times.length === 0) {
    if (dated && firstDay > reader.today) return { date: formatDay(firstDay), time: null };
    const total = reader.minutes + Math.max(1, Math.round(rule.interval * within));
    return { date: formatDay(reader.today + Math.floor(total / 1440)), time: formatMinutes(total % 1440) };
  }
  const later = firstDay === reader.today ? times.find((minutes) => minutes > reader.minutes) : times[0];
  const passed = firstDay === reader.today && times.length > 0 && later === undefined;
  const free = rule.byDay.length + rule.byMonthDay.length + rule.byMonth.length + rule.byYearDay.length + rule.byWeekNo.length === 0;
  let from = firstDay;
  if (passed) {
    from = !free ? firstDay + 1 : rule.freq === 'WEEKLY' ? firstDay + 7 : rule.freq === 'MONTHLY' ? addMonths(firstDay, 1) : rule.freq === 'YEARLY' ? addMonths(firstDay, 12) : firstDay + 1;
  }
  // "every other Monday" begins with the coming one: the interval counts from there, not from today's week.
  const interval = dated || free ? rule.interval : 1;
  for (const day of daysOf({ ...rule, interval, count: null }, from)) {
    const minutes = day === reader.today ? later : times[0];
    return { date: formatDay(day), time: minutes === undefined ? null : formatMinutes(minutes) };
  }
  return null;
}

/** All recurrences of a text, in order. */
export function findRecurrences(reader: Reader): FoundRecurrence[] {
  const found: FoundRecurrence[] = [];
  for (let at = 0; at < reader.tokens.length;) {
    const one = readAt(reader, at);
    if (one) found.push(one);
    at = one ? Math.max(one.next, at + 1) : at + 1;
  }
  return found;
}

/**
 * The recurrence that `text` speaks of, with its first occurrence (today counts while its time is still to come). With
 * `impossible_rule` the rule is empty and there is no due. Null when nothing repeats.
 */
export function readRecurrence(text: string, ctx: LanguageContext): RecurrenceReading | null {
  const found = findRecurrences(openReader(text, ctx));
  const best = found.find((one) => !one.adjective) ?? found[0];
  if (!best) return null;
  const { rule, fromCompletion, due, start, end, problem } = best;
  return { rule, fromCompletion, due, start, end, ...(problem ? { problem } : {}) };
}
