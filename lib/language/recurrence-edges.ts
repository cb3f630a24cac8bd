import { type Reader, word } from './reader';
import { readPerMonth } from './recurrence-per';
import type { RecurrenceState } from './recurrence-state';
import { emptyRule, type Rule } from './rule';

type Edge = 'start' | 'middle' | 'end';

const EDGES: Record<string, Edge> = { beginning: 'start', begin: 'start', start: 'start', middle: 'middle', end: 'end' };
const MONTH_DAYS: Record<Edge, number> = { start: 1, middle: 15, end: -1 };
/** A working week begins on Monday and ends on Friday. */
const WEEKDAYS: Record<Edge, number> = { start: 1, middle: 3, end: 5 };
const QUARTERS: Record<Edge, number[]> = { start: [1, 4, 7, 10], middle: [2, 5, 8, 11], end: [3, 6, 9, 12] };
const YEARS: Record<Edge, number> = { start: 1, middle: 7, end: 12 };

/** "at the end of every month", "the beginning of each week", "end of each quarter", and "at the end" beside "every month". */
export function readEdgeOfPeriod(reader: Reader, at: number, state: RecurrenceState): number | null {
  const start = word(reader, at) === 'the' ? at + 1 : at;
  const name = word(reader, start);
  const edge = Object.hasOwn(EDGES, name) ? EDGES[name] : undefined;
  if (!edge) return null;
  const fields = /^(of|in)$/.test(word(reader, start + 1)) && /^(each|every)$/.test(word(reader, start + 2)) && !state.core
    ? fieldsOf(word(reader, start + 3), edge)
    : null;
  if (fields) {
    state.rule = { ...state.rule, ...fields };
    state.core = true;
    return start + 4;
  }
  const behind = readPerMonth(reader, start + 1, state);
  if (behind === null && !(state.core && state.rule.freq === 'MONTHLY')) return null;
  if (behind !== null && /^(the|a)$/.test(word(reader, start + 2)) && !state.core) return null;
  if (!state.core) state.rule = emptyRule('MONTHLY', state.rule.interval);
  state.rule.byMonthDay = [MONTH_DAYS[edge]];
  state.core = true;
  return behind ?? start + 1;
}

/** "every end of month", "every start of the week". */
export function readEveryEdge(reader: Reader, at: number, state: RecurrenceState): number | null {
  const name = word(reader, at);
  const edge = Object.hasOwn(EDGES, name) ? EDGES[name] : undefined;
  const unitAt = word(reader, at + 2) === 'the' ? at + 3 : at + 2;
  if (!edge || word(reader, at + 1) !== 'of') return null;
  const fields = word(reader, unitAt) === 'month' ? { freq: 'MONTHLY' as const, byMonthDay: [MONTH_DAYS[edge]] } : fieldsOf(word(reader, unitAt), edge);
  if (!fields) return null;
  Object.assign(state, { core: true, rule: { ...state.rule, ...fields } });
  return unitAt + 1;
}

/** The rule for the edge of every such period; months are read with their intervals. */
function fieldsOf(unit: string, edge: Edge): Partial<Rule> | null {
  if (unit === 'week') return { freq: 'WEEKLY', interval: 1, byDay: [{ weekday: WEEKDAYS[edge], nth: null }] };
  if (unit === 'quarter') return { freq: 'YEARLY', interval: 1, byMonth: QUARTERS[edge], byMonthDay: [MONTH_DAYS[edge]] };
  return unit === 'year' ? { freq: 'YEARLY', interval: 1, byMonth: [YEARS[edge]], byMonthDay: [edge === 'end' ? 31 : 1] } : null;
}
