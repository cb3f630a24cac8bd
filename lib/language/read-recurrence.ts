import { addMonths } from './calendar';
import { readDayThenMonth, readMonthThenDay } from './day-numbers';
import { resolvePiece } from './pieces';
import { isFollowed } from './followers';
import { readOrdinalList, readWeekdayList, skipAnd } from './lists';
import { isParticle } from './particles';
import { readClock } from './read-clock';
import { readCore } from './recurrence-core';
import { readDetail } from './recurrence-details';
import { firstDue, timesOf } from './recurrence-due';
import { skipMonth } from './recurrence-every';
import { completeRule, emptyState, isImpossible, type RecurrenceState } from './recurrence-state';
import { closesHere, opensHere, openReader, word, type Reader } from './reader';
import { formatRule } from './rule';
import { mayStart } from './starters';
import type { LanguageContext, RecurrenceReading } from './types';
import { DAY_PARTS } from './words';

export type FoundRecurrence = RecurrenceReading & {
  from: number;
  next: number;
  /** Only an adverb before a noun ("weekly report"). */
  adjective: boolean;
  /** Minutes, when a start and an end time were named. */
  length: number | null;
};

/** The recurrence that begins exactly at `at`, or null. */
function readAt(reader: Reader, at: number, depth = 0): FoundRecurrence | null {
  if (!opensHere(reader, at)) return null;
  const token = reader.tokens[at];
  if (!token || !mayStart(token) || isParticle(reader, at)) return null;
  const state = emptyState();
  let next = at;
  let end: number | null = null;
  let coreEnd = 0;
  for (let count = 0; count < 14; count += 1) {
    const start = count === 0 ? next : skipJoin(reader, next, state);
    const core = state.core ? null : readCore(reader, start, state);
    const after = core ?? readDetail(reader, start, state);
    if (after === null || after <= start) break;
    if (core !== null) coreEnd = core;
    next = after;
    if (state.core) end = next;
    else if (count >= 3) break;
  }
  if (end === null || !closesHere(reader, end)) return null;
  const found = finish(reader, state, at, end, coreEnd);
  const other = depth === 0 ? readOther(reader, end, found, state) : null;
  return other === null ? found : { ...finish(reader, state, at, other, coreEnd), rule: '', due: { date: null, time: null }, problem: 'several_rules' };
}

/** "… and the first Friday", "… and Friday at 10", "… and every week": the end of a second rhythm, which one task cannot have. */
function readOther(reader: Reader, at: number, found: FoundRecurrence, state: RecurrenceState): number | null {
  const joined = skipAnd(reader, at);
  if (joined === at || found.problem) return null;
  const start = word(reader, joined) === 'on' ? joined + 1 : joined;
  const rhythm = readAt(reader, start, 1);
  if (rhythm && !rhythm.problem && !rhythm.adjective) return rhythm.rule === found.rule && rhythm.due.time === found.due.time ? null : rhythm.next;
  const date = found.rule.includes('BYMONTHDAY') ? readMonthThenDay(reader, start) ?? readDayThenMonth(reader, start) : null;
  if (date?.kind === 'month-day') return readOther(reader, date.next, found, state) ?? date.next;
  const nth = readOrdinalList(reader, start);
  const days = readWeekdayList(reader, nth?.next ?? start);
  const next = days?.next ?? nth?.next ?? start;
  if (next === start || !isFollowed(reader, next)) return null;
  if (nth) return skipMonth(reader, next);
  if (!days) return null;
  if (state.part && DAY_PARTS.has(word(reader, days.next))) return days.next + 1;
  const clock = state.clocks.length > 0 ? readClock(reader, /^(at|@)$/.test(word(reader, days.next)) ? days.next + 1 : days.next, true) : null;
  return clock && closesHere(reader, clock.next) ? clock.next : null;
}

function skipJoin(reader: Reader, at: number, state: RecurrenceState): number {
  let next = at;
  if (word(reader, next) === ',') next += 1;
  // "every Monday and on the 15th" has two rhythms.
  const another = state.rule.byDay.length > 0 && readOrdinalList(reader, next + 2) !== null;
  if (word(reader, next) === 'and' && /^(on|at)$/.test(word(reader, next + 1)) && !another) next += 1;
  return next;
}

/** "Post daily with a photo": what follows belongs to the verb, not to a noun. */
const LINKS = /^(at|on|by|in|for|with|from|before|after|during|when|while|because|via|using)$/;

function finish(reader: Reader, state: RecurrenceState, from: number, next: number, coreEnd: number): FoundRecurrence {
  const start = reader.tokens[from]?.start ?? 0;
  const end = reader.tokens[next - 1]?.end ?? start;
  const follows = reader.tokens[next];
  const adjective =
    state.adverbAt === from &&
    next === coreEnd &&
    follows !== undefined &&
    (follows.kind === 'word' || follows.kind === 'number') &&
    !(
      from > 0 && LINKS.test(follows.text) && !/^(my|the|an?|our|your|his|her|their|this|that|new)$/.test(word(reader, from - 1))
    );
  const place = { start, end, from, next, adjective, length: state.length, fromCompletion: state.fromCompletion };
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

/** "on Sunday evenings": the preposition says when, too. */
function withPreposition(reader: Reader, found: FoundRecurrence): FoundRecurrence {
  const on = reader.tokens[found.from - 1];
  return on?.text === 'on' && !isParticle(reader, found.from - 1) ? { ...found, from: found.from - 1, start: on.start } : found;
}

/** All recurrences of a text, in order. */
export function findRecurrences(reader: Reader): FoundRecurrence[] {
  const found: FoundRecurrence[] = [];
  for (let at = 0; at < reader.tokens.length;) {
    const one = readAt(reader, at);
    if (one) found.push(withPreposition(reader, one));
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
