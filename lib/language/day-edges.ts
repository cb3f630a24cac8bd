import { civilDay, type CivilDay, civilParts, daysInMonth, weekdayOf } from './calendar';
import { readFollowingYear, readMonthName } from './day-numbers';
import { fixed, periodOf, readWhich } from './day-periods';
import type { Piece } from './pieces';
import { closesHere, phrase, type Reader, word } from './reader';
import { TODAY, TOMORROW, UNITS, WEEKDAYS } from './words';

const END_OF_DAY = 23 * 60 + 59;
const END_OF_BUSINESS = 17 * 60;
const CLOSING: [string, number][] = [
  ['eod', END_OF_DAY], ['end of day', END_OF_DAY], ['end of the day', END_OF_DAY], ['end of play', END_OF_BUSINESS], ['close of play', END_OF_BUSINESS], ['close of business', END_OF_BUSINESS],
  ['end of business', END_OF_BUSINESS], ['end of business day', END_OF_BUSINESS], ['end of the business day', END_OF_BUSINESS], ['end of the working day', END_OF_BUSINESS], ['end of the work day', END_OF_BUSINESS],
  ['cob', END_OF_BUSINESS], ['eob', END_OF_BUSINESS],
];

/** "EOD", "close of business": today's, unless another day stands beside it. */
function readClosing(reader: Reader, at: number): Piece | null {
  // Corn has a cob too.
  if (word(reader, at) === 'cob' && !/^(by|before|at|until|till)$/.test(word(reader, at - 1)) && !WEEKDAYS.has(word(reader, at - 1)) && !TOMORROW.has(word(reader, at - 1)) && !TODAY.has(word(reader, at - 1))) return null;
  let best: Piece | null = null;
  for (const [words, minutes] of CLOSING) {
    const next = phrase(reader, at, words);
    if (next !== null && next > (best?.next ?? at) && closesHere(reader, next)) best = fixed(reader.today, next, { minutes, closing: true });
  }
  return best;
}

/** "end of month", "end of tomorrow", "EOD", "beginning of next week", "mid March", "start of the year". */
export function readEdge(reader: Reader, at: number): Piece | null {
  const closing = readClosing(reader, word(reader, at) === 'the' ? at + 1 : at);
  if (closing) return closing;
  const short: Record<string, string> = { eow: 'week', eom: 'month', eoy: 'year' };
  const abbreviation = short[word(reader, at)];
  if (abbreviation) return endOf(reader, periodOf(reader, abbreviation, 0), abbreviation, at + 1);
  let next = word(reader, at) === 'the' || word(reader, at) === 'very' ? at + 1 : at;
  const edge = word(reader, next);
  const isEnd = /^(end|close)$/.test(edge);
  const isStart = /^(beginning|start|begin)$/.test(edge);
  const isMiddle = /^(middle|mid)$/.test(edge);
  if (!isEnd && !isStart && !isMiddle) return null;
  next += 1;
  if (word(reader, next) === '-' && isMiddle) next += 1;
  const of = word(reader, next) === 'of';
  if (of) next += 1;
  else if (!isMiddle) return null;
  const target = readEdgeTarget(reader, next);
  if (!target) return null;
  const { period, unit } = target;
  if (isEnd) return endOf(reader, period, unit, target.next);
  const [from, to] = period;
  if (unit === 'day') return null;
  return fixed(isStart ? from : unit === 'month' ? from + 14 : from + Math.floor((to - from) / 2), target.next, { range: period });
}

function endOf(reader: Reader, period: [CivilDay, CivilDay] | null, unit: string, next: number): Piece | null {
  if (!period) return null;
  if (unit === 'day') return fixed(period[0], next, { minutes: END_OF_DAY });
  if (unit === 'week') {
    const friday = period[0] + ((5 - weekdayOf(period[0]) + 7) % 7);
    return fixed(friday >= reader.today ? friday : period[1], next, { range: period });
  }
  return fixed(period[1], next, { range: period });
}

function readEdgeTarget(reader: Reader, at: number): { period: [CivilDay, CivilDay]; unit: string; next: number } | null {
  const text = word(reader, at);
  const { today } = reader;
  if (TODAY.has(text)) return { period: [today, today], unit: 'day', next: at + 1 };
  if (TOMORROW.has(text)) return { period: [today + 1, today + 1], unit: 'day', next: at + 1 };
  const start = /^(the|my)$/.test(text) ? at + 1 : at;
  const weekday = WEEKDAYS.get(word(reader, /^(this|on)$/.test(word(reader, start)) ? start + 1 : start));
  if (weekday !== undefined) {
    const day = today + ((weekday - weekdayOf(today) + 7) % 7 || 7);
    return { period: [day, day], unit: 'day', next: /^(this|on)$/.test(word(reader, start)) ? start + 2 : start + 1 };
  }
  const which = readWhich(reader, start) ?? { ahead: 0, next: start };
  const unit = UNITS.get(word(reader, which.next));
  const period = unit && /^(day|week|weekend|month|quarter|year)$/.test(unit) ? periodOf(reader, unit, which.ahead) : null;
  if (unit && period && closesHere(reader, which.next + 1)) return { period, unit, next: which.next + 1 };
  const month = readMonthName(reader, which.next);
  if (!month || !closesHere(reader, month.next)) return null;
  const year = readFollowingYear(reader, month.next, false);
  if (year === 'impossible') return null;
  const now = civilParts(today);
  const inYear = year?.value ?? (month.value >= now.month ? now.year : now.year + 1);
  const from = civilDay(inYear, month.value, 1);
  return { period: [from, from + daysInMonth(inYear, month.value) - 1], unit: 'month', next: year?.next ?? month.next };
}
