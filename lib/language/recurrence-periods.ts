import { readOrdinalList, readWeekdayList } from './lists';
import { type Reader, word } from './reader';
import type { RecurrenceState } from './recurrence-state';
import { WORKDAYS } from './recurrence-step';
import { emptyRule, type Rule } from './rule';

const QUARTER_STARTS = [1, 4, 7, 10];
const QUARTER_ENDS = [3, 6, 9, 12];

/** "the first Monday of every quarter", "last workday of each week", "the last Friday of every year". */
export function readNthOfPeriod(reader: Reader, at: number, state: RecurrenceState): number | null {
  if (state.core) return null;
  const ordinals = readOrdinalList(reader, word(reader, at) === 'the' ? at + 1 : at);
  if (!ordinals) return null;
  const workday = workdayAt(reader, ordinals.next);
  const days = workday === null ? readWeekdayList(reader, ordinals.next) : null;
  const of = workday ?? days?.next ?? (/^days?$/.test(word(reader, ordinals.next)) ? ordinals.next + 1 : ordinals.next);
  const repeated = /^(each|every)$/.test(word(reader, of + 1)) || (word(reader, of + 1) === 'the' && /^(each|every)$/.test(word(reader, at - 1)));
  if (!/^(of|in)$/.test(word(reader, of)) || !repeated) return null;
  const fields = fieldsOf(word(reader, of + 2), ordinals.values, days?.values ?? null, workday !== null);
  if (!fields) return null;
  Object.assign(state, { core: true, rule: { ...emptyRule('YEARLY'), ...fields, count: state.rule.count } });
  return of + 3;
}

/** The place behind "weekday", "workday" or "working day". */
export function workdayAt(reader: Reader, at: number): number | null {
  if (/^(weekday|workday)$/.test(word(reader, at))) return at + 1;
  return /^(working|business|work)$/.test(word(reader, at)) && word(reader, at + 1) === 'day' ? at + 2 : null;
}

function fieldsOf(unit: string, places: number[], weekdays: number[] | null, workday: boolean): Partial<Rule> | null {
  const byDay = weekdays && places.flatMap((nth) => weekdays.map((weekday) => ({ weekday, nth })));
  if (unit === 'week' && !byDay) {
    const length = workday ? 5 : 7;
    if (places.some((place) => Math.abs(place) > length)) return null;
    return { freq: 'WEEKLY', byDay: places.map((place) => ({ weekday: (place < 0 ? length + place + 1 : place) % 7, nth: null })) };
  }
  if (unit === 'year') return byDay && places.every((place) => Math.abs(place) < 53) ? { byDay } : null;
  const ends = places.every((place) => place < 0);
  if (unit !== 'quarter' || (!ends && places.some((place) => place < 0)) || places.some((place) => Math.abs(place) > (byDay ? 4 : 28))) return null;
  const byMonth = ends ? QUARTER_ENDS : QUARTER_STARTS;
  if (workday) return { freq: 'MONTHLY', byMonth, byDay: WORKDAYS, bySetPos: places };
  return byDay ? { byMonth, byDay } : { byMonth, byMonthDay: places };
}
