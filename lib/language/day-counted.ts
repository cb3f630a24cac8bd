import { addMonths, type CivilDay, civilDay, civilParts, daysInMonth, weekdayOf } from './calendar';
import { readNthOfYear } from './day-of-year';
import { readFollowingYear, readMonthName } from './day-numbers';
import { fixed, readPeriod } from './day-periods';
import { isFollowed } from './followers';
import { nthWeekday } from './holiday-rules';
import { readHoliday } from './holidays';
import { readOrdinal } from './numbers';
import type { Piece } from './pieces';
import { closesHere, phrase, type Reader, touches, word } from './reader';
import { EVENTS, UNITS, WEEKDAYS } from './words';

/** "the third Wednesday of March", "last day of October 2015", "second Sunday in the month", "last workday of the month". */
export function readNthOf(reader: Reader, at: number): Piece | null {
  const start = word(reader, at) === 'the' ? at + 1 : at;
  const count = readPlace(reader, start);
  if (!count) return null;
  let next = count.next;
  const nth = count.value;
  const name = word(reader, next);
  const apart = phrase(reader, next, 'week - end') ?? phrase(reader, next, 'week end');
  const unit = apart ? 'weekend' : UNITS.get(name);
  // A weekend is its Saturday.
  const weekday = unit === 'weekend' ? 6 : WEEKDAYS.get(name);
  const working = /^(work|working|business)$/.test(name) && word(reader, next + 1) === 'day';
  if (weekday === undefined && unit !== 'day' && unit !== 'weekday' && unit !== 'week' && !working) return null;
  next = skipDot(reader, apart ?? next + (working ? 2 : 1));
  const find = nthFinder(weekday, working ? 'weekday' : unit ?? 'day', nth);
  const inWeek = unit === 'day' || working || unit === 'weekday' ? readNthOfWeek(reader, next, unit !== 'day' || working, nth) : null;
  if (inWeek) return inWeek;
  const inYear = readNthOfYear(reader, next, weekday, working ? 'weekday' : unit ?? 'day', nth);
  if (inYear) return inYear;
  const month = /^(after|before|from)$/.test(word(reader, next)) || Math.abs(nth) > 31 ? null : readMonthBehind(reader, next);
  if (!month) return null;
  return { kind: 'nth-of-month', ...openMonth(reader, month, find), find, week: unit === 'week', next: month.next, strong: true };
}

/** "the first wed. in May" */
function skipDot(reader: Reader, at: number): number {
  return word(reader, at) === '.' && touches(reader, at) && /^(of|in)$/.test(word(reader, at + 1)) ? at + 1 : at;
}

/** "… of next week": the first day is the Monday, the last the Sunday, or of the days of work the Friday. */
function readNthOfWeek(reader: Reader, at: number, working: boolean, nth: number): Piece | null {
  const week = /^(of|in)$/.test(word(reader, at)) ? readPeriod(reader, at + 1) : null;
  const range = week?.kind === 'fixed' && week.week ? week.range : undefined;
  const length = working ? 5 : 7;
  if (!week || !range || Math.abs(nth) > length) return null;
  const day = range[0] + (nth < 0 ? length + nth : nth - 1) + (working && weekdayOf(range[0]) === 0 ? 1 : 0);
  return fixed(day, week.next, { past: day < reader.today });
}

/** The month meant: after its day in this one has passed, "of the month" speaks of the next. */
export function openMonth(reader: Reader, { month, year, open }: MonthBehind, find: (year: number, month: number) => CivilDay | null): { month: number; year: number | null } {
  const day = open && year !== null ? find(year, month) : null;
  if (year === null || day === null || day >= reader.today) return { month, year };
  const next = civilParts(addMonths(civilDay(year, month, 1), 1));
  return { month: next.month, year: next.year };
}

/** "third", "last", "penultimate", "second to last", "next to last": the place in a row, from the end where negative. */
function readPlace(reader: Reader, at: number): { value: number; next: number } | null {
  const butOne = phrase(reader, at, 'last but one');
  if (butOne !== null) return { value: -2, next: butOne };
  if (word(reader, at) === 'penultimate') return { value: -2, next: at + 1 };
  if (/^(last|final)$/.test(word(reader, at))) return { value: -1, next: at + 1 };
  const ordinal = word(reader, at) === 'next' ? { value: 2, next: at + 1 } : readOrdinal(reader.tokens, at);
  if (!ordinal || ordinal.value > 366) return null;
  const behind =
    phrase(reader, ordinal.next, 'to last') ??
    phrase(reader, ordinal.next, 'to the last') ??
    phrase(reader, ordinal.next, 'last') ??
    phrase(reader, ordinal.next, '- to - last');
  if (behind !== null) return { value: -ordinal.value, next: behind };
  return word(reader, at) === 'next' ? null : ordinal;
}

function nthFinder(weekday: number | undefined, unit: string, nth: number): (year: number, month: number) => CivilDay | null {
  return (year, month) => {
    if (weekday !== undefined) return nthWeekday(year, month, weekday, nth);
    const length = daysInMonth(year, month);
    const first = civilDay(year, month, 1);
    if (unit === 'week') {
      const week = nth < 0 ? first + length - 1 + (nth + 1) * 7 : first + 3 + (nth - 1) * 7;
      return week - ((weekdayOf(week) + 6) % 7);
    }
    const days = Array.from({ length }, (_, index) => first + index).filter((day) => unit === 'day' || weekdayOf(day) % 6 !== 0);
    return days.at(nth < 0 ? nth : nth - 1) ?? null;
  };
}

/** `open`: "of the month", which is the next one once its day has passed. */
type MonthBehind = { month: number; year: number | null; open?: boolean; next: number };

/** "of March 2015", "in the month", "of next month", "this month", "next month", "this September". */
export function readMonthBehind(reader: Reader, at: number): MonthBehind | null {
  let next = at;
  const linked = /^(of|in|on)$/.test(word(reader, next));
  if (linked) next += 1;
  if (word(reader, next) === 'the') next += 1;
  const which = word(reader, next);
  const pointed = /^(next|this|coming)$/.test(which);
  const name = linked || pointed ? readMonthName(reader, pointed ? next + 1 : next) : null;
  if (name) {
    const year = readFollowingYear(reader, name.next, false);
    if (year === 'impossible') return null;
    return { month: name.value, year: year?.value ?? null, next: year?.next ?? name.next };
  }
  const ahead = /^(next|following|coming)$/.test(which) ? 1 : /^(this|current)$/.test(which) ? 0 : /^(last|previous)$/.test(which) ? -1 : null;
  const unitAt = ahead === null ? next : next + 1;
  const unit = UNITS.get(word(reader, unitAt));
  if (unit === 'year' && linked) {
    const { year } = civilParts(reader.today);
    return { month: 12, year: year + (ahead ?? 0), next: unitAt + 1 };
  }
  if (unit !== 'month' || !linked && ahead === null || !closesHere(reader, unitAt + 1)) return null;
  const behind = phrase(reader, unitAt + 1, 'after next');
  const { year, month } = civilParts(addMonths(reader.today, behind ? 2 : ahead ?? 0));
  return { month, year, open: ahead === null && !behind, next: behind ?? unitAt + 1 };
}

/** "Memorial Day weekend": the Saturday nearest to the day. */
const weekendOf = (day: CivilDay | null) => (day === null ? null : day + 3 - ((weekdayOf(day) + 4) % 7));

/** A holiday, with the year that may follow. */
export function readHolidayPiece(reader: Reader, at: number, lead: string): Piece | null {
  let start = at;
  if (/^(next|this|coming|the)$/.test(word(reader, at))) start += word(reader, at + 1) === 'next' ? 2 : 1;
  const holiday = readHoliday(reader, start);
  if (!holiday || !closesHere(reader, holiday.next)) return null;
  const weekend = word(reader, holiday.next) === 'weekend' ? (inYear: number) => weekendOf(holiday.rule(inYear)) : null;
  const named = weekend ? { rule: weekend, next: holiday.next + 1 } : holiday;
  const year = readFollowingYear(reader, named.next, false);
  if (year === 'impossible') return { kind: 'impossible', next: named.next + 1, strong: true };
  if (year) return { kind: 'holiday', rule: named.rule, year: year.value, next: year.next, strong: true };
  if (weekend && lead === '' && !isFollowed(reader, named.next)) return null;
  if (weekend) return { kind: 'holiday', rule: weekend, year: null, next: named.next, strong: true };
  // "the twelve days of Christmas"
  if (lead === 'of' && /^(days|nights|spirit)$/.test(word(reader, at - 2))) return null;
  // "Christmas presents", "the Easter eggs": what is named after the day, not when it is.
  const after = reader.tokens[holiday.next];
  if (
    lead === '' &&
    (start === at || word(reader, at) === 'the') &&
    after?.kind === 'word' &&
    !isFollowed(reader, holiday.next) &&
    !/^(next|last|of|in|is|was|weekend|after|day)$/.test(after.text) &&
    !(EVENTS.has(after.text) && (/^(at|@)$/.test(word(reader, holiday.next + 1)) || reader.tokens[holiday.next + 1]?.kind === 'number')) &&
    UNITS.get(after.text) === undefined
  ) return null;
  return { kind: 'holiday', rule: holiday.rule, year: null, next: holiday.next, strong: true };
}
