import { addMonths, civilDay, type CivilDay, civilParts, daysInMonth, weekdayOf } from './calendar';
import { readFollowingYear, readMonthName } from './day-numbers';
import { fixed, periodOf, readWhich } from './day-periods';
import { isFollowed } from './followers';
import { readYear } from './numbers';
import type { Piece } from './pieces';
import { closesHere, phrase, type Reader, touches, word } from './reader';
import { TODAY, TOMORROW, UNITS, WEEKDAYS } from './words';

const END_OF_DAY = 23 * 60 + 59;
const END_OF_BUSINESS = 17 * 60;
const CLOSING: [string, number][] = [
  ['eod', END_OF_DAY], ['end of day', END_OF_DAY], ['end of the day', END_OF_DAY], ['end of play', END_OF_BUSINESS], ['close of play', END_OF_BUSINESS], ['close of business', END_OF_BUSINESS],
  ['end of business', END_OF_BUSINESS], ['end of business day', END_OF_BUSINESS], ['end of the business day', END_OF_BUSINESS], ['end of the working day', END_OF_BUSINESS], ['end of the work day', END_OF_BUSINESS],
  ['end of work', END_OF_BUSINESS], ['end of the workday', END_OF_BUSINESS], ['end of workday', END_OF_BUSINESS], ['cob', END_OF_BUSINESS], ['eob', END_OF_BUSINESS],
];

/** "EOD", "close of business": today's, unless another day stands beside it. */
function readClosing(reader: Reader, at: number): Piece | null {
  // Corn has a cob too.
  if (
    word(reader, at) === 'cob' &&
    !/^(by|before|at|until|till)$/.test(word(reader, at - 1)) &&
    !WEEKDAYS.has(word(reader, at - 1)) &&
    !TOMORROW.has(word(reader, at - 1)) &&
    !TODAY.has(word(reader, at - 1))
  ) return null;
  let best: Piece | null = null;
  for (const [words, minutes] of CLOSING) {
    const next = phrase(reader, at, words);
    // "End of work party ideas"
    if (next !== null && words.startsWith('end of work') && !isFollowed(reader, next) && !TODAY.has(word(reader, next)) && !TOMORROW.has(word(reader, next))) continue;
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
  const halfway = phrase(reader, next, 'halfway through') ?? phrase(reader, next, 'half way through');
  const isMiddle = halfway !== null || /^(middle|mid|midweek)$/.test(edge);
  const isPart = /^(early|late|later)$/.test(edge);
  if (!isEnd && !isStart && !isMiddle && !isPart) return readUnitEnd(reader, next);
  if (edge !== 'midweek') next = halfway ?? next + 1;
  if (word(reader, next) === '-' && (isMiddle || isPart)) next += 1;
  if (isPart && word(reader, next) === 'in') next += 1;
  const of = word(reader, next) === 'of';
  if (of) next += 1;
  else if (!isMiddle && !isPart) return null;
  const target = edge === 'midweek' ? readMidweek(reader, next) : readEdgeTarget(reader, next);
  if (!target) return null;
  const { period, unit } = target;
  if (edge === 'later') return laterIn(reader, target);
  // "End of year bonus letter"
  if (at === 0 && NAMED.test(word(reader, target.next))) return null;
  if (isEnd) return endOf(reader, period, unit, target.next);
  if (unit === 'day') return null;
  const dayIn = (within: [CivilDay, CivilDay]) => (isStart || edge === 'early' ? within[0] : edge === 'late' ? lateIn(within, unit) : middleOf(within, unit));
  // "the start of the month" has passed on any day but the first: the next one is meant, unless it says "this" or looks back.
  const coming = target.open && !/^(since|from)$/.test(word(reader, at - 1)) && dayIn(period) < reader.today ? periodOf(reader, unit, 1) ?? period : period;
  return fixed(dayIn(coming), target.next, { range: coming });
}

/** What is named after the end of a period. */
const NAMED = /^(bonus|review|reports?|summary|party|checklist|sale|gifts?|letter|evaluation|statements?|reconciliation|survey|celebration|closing)$/;

/** `open`: no word said which of these periods. */
type Target = { period: [CivilDay, CivilDay]; unit: string; open?: boolean; next: number };

/** "midweek", "midweek next week". */
function readMidweek(reader: Reader, at: number): Target | null {
  const named = readEdgeTarget(reader, at + 1);
  if (named?.unit === 'week') return named;
  const period = periodOf(reader, 'week', middleOf(periodOf(reader, 'week', 0) ?? [0, 0], 'week') < reader.today ? 1 : 0);
  return period && { period, unit: 'week', next: at + 1 };
}

const inWeek = (from: CivilDay, weekday: number) => from + ((weekday - weekdayOf(from) + 7) % 7);

/** The middle of a week is its Wednesday, of a month the 15th. */
function middleOf([from, to]: [CivilDay, CivilDay], unit: string): CivilDay {
  return unit === 'week' ? inWeek(from, 3) : unit === 'month' ? from + 14 : from + Math.floor((to - from) / 2);
}

/** Late in a week is its Friday, in a month the 21st, in longer periods their last quarter. */
function lateIn([from, to]: [CivilDay, CivilDay], unit: string): CivilDay {
  return unit === 'week' ? inWeek(from, 5) : unit === 'month' ? from + 20 : to - Math.floor((to - from) / 4);
}

/** "later today", "later this week": no more than the day or the period itself. */
function laterIn(reader: Reader, { period: [from, to], unit, next }: Target): Piece | null {
  if (from > reader.today || to < reader.today) return null;
  return unit === 'day' ? fixed(reader.today, next, { relative: true }) : fixed(to, next, { range: [from, to], week: unit === 'week' });
}

/** "by month end", "at year-end": the unit in front. */
function readUnitEnd(reader: Reader, at: number): Piece | null {
  const owned = word(reader, at).endsWith("'s");
  const name = word(reader, at).replace("'s", '');
  const unit = /^(month|quarter|year)$/.test(name) || (owned && name === 'week') ? name : null;
  const end = word(reader, at + 1) === '-' ? at + 2 : at + 1;
  if (!unit || !/^(by|at|before|until|till|the|for)$/.test(word(reader, at - 1)) || word(reader, end) !== 'end' || !isFollowed(reader, end + 1)) return null;
  return endOf(reader, periodOf(reader, unit, 0), unit, end + 1);
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

function readEdgeTarget(reader: Reader, at: number): Target | null {
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
  const said = readWhich(reader, start);
  const which = said ?? { ahead: 0, next: start };
  const unit = UNITS.get(word(reader, which.next));
  const period = unit && /^(day|week|weekend|month|quarter|year)$/.test(unit) ? periodOf(reader, unit, which.ahead) : null;
  if (unit && period && closesHere(reader, which.next + 1)) return { period, unit, open: said === null, next: which.next + 1 };
  const year = /^(of|early|late|mid|-)$/.test(word(reader, at - 1)) && closesHere(reader, at + 1) ? readYear(reader.tokens, at) : null;
  if (year && (word(reader, at - 1) === 'of' || (year.value >= civilParts(today).year && isFollowed(reader, year.next)))) return { period: [civilDay(year.value, 1, 1), civilDay(year.value, 12, 31)], unit: 'year', next: year.next };
  const quarter = readQuarter(reader, which.next);
  if (quarter) return quarter;
  const month = readMonthName(reader, which.next);
  if (!month || !closesHere(reader, month.next)) return null;
  const named = readFollowingYear(reader, month.next, false);
  if (named === 'impossible') return null;
  const now = civilParts(today);
  const inYear = named?.value ?? (month.value >= now.month ? now.year : now.year + 1);
  const from = civilDay(inYear, month.value, 1);
  return { period: [from, from + daysInMonth(inYear, month.value) - 1], unit: 'month', next: named?.next ?? month.next };
}

/** "Q3", "Q1 2027". */
function readQuarter(reader: Reader, at: number): Target | null {
  const digit = reader.tokens[at + 1];
  if (word(reader, at) !== 'q' || !digit || !touches(reader, at + 1) || !/^[1-4]$/.test(digit.text) || !closesHere(reader, at + 2)) return null;
  const year = readFollowingYear(reader, at + 2, false);
  const first = (digit.value - 1) * 3 + 1;
  const now = civilParts(reader.today);
  const inYear = year && year !== 'impossible' ? year.value : now.month > first + 2 ? now.year + 1 : now.year;
  const from = civilDay(inYear, first, 1);
  return { period: [from, addMonths(from, 3) - 1], unit: 'quarter', next: year && year !== 'impossible' ? year.next : at + 2 };
}
