import { type CivilDay, civilDay, civilParts, startOfWeek, weekdayOf } from './calendar';
import { readFollowingYear } from './day-numbers';
import { fixed } from './day-periods';
import { isFollowed } from './followers';
import { readYear } from './numbers';
import type { Piece } from './pieces';
import { closesHere, type Reader, word } from './reader';

/** "… of 2027", "… of next year", "… of the year": the place counted through the whole year. */
export function readNthOfYear(reader: Reader, at: number, weekday: number | undefined, unit: string, nth: number): Piece | null {
  if (!/^(of|in)$/.test(word(reader, at))) return null;
  const the = word(reader, at + 1) === 'the' ? at + 2 : at + 1;
  const which = /^(next|this|coming)$/.test(word(reader, the)) ? word(reader, the) : '';
  const unitAt = which ? the + 1 : the;
  const named = word(reader, unitAt) === 'year' ? null : readYear(reader.tokens, at + 1);
  const next = named?.next ?? unitAt + 1;
  if (!named && word(reader, unitAt) !== 'year' || !closesHere(reader, next)) return null;
  const now = civilParts(reader.today).year;
  const year = named?.value ?? (which === 'next' ? now + 1 : now);
  const day = nthOfYear(year, weekday, unit, nth);
  const passed = day !== null && day < reader.today && !named && which === '';
  const found = passed ? nthOfYear(year + 1, weekday, unit, nth) : day;
  if (found === null) return { kind: 'impossible', next, strong: true };
  return unit === 'week' && weekday === undefined ? fixed(found, next, { range: [found, found + 6], week: true }) : fixed(found, next);
}

function nthOfYear(year: number, weekday: number | undefined, unit: string, nth: number): CivilDay | null {
  const [first, last] = [civilDay(year, 1, 1), civilDay(year, 12, 31)];
  const isWeek = weekday === undefined && unit === 'week';
  // The first week is the one with the fourth of January, the last the one with the 28th of December.
  const [from, to] = isWeek ? [startOfWeek(first + 3, 1), startOfWeek(last - 3, 1)] : [first, last];
  const days = Array.from({ length: to - from + 1 }, (_, index) => from + index)
    .filter((day) => (weekday !== undefined ? weekdayOf(day) === weekday : isWeek ? (day - from) % 7 === 0 : unit === 'day' || weekdayOf(day) % 6 !== 0));
  return days.at(nth < 0 ? nth : nth - 1) ?? null;
}

/** "in week 42", "week 3 of 2027": the Monday of that week, as calendars number them. */
export function readWeekNumber(reader: Reader, at: number, lead: string): Piece | null {
  const start = word(reader, at) === 'the' ? at + 1 : at;
  const number = reader.tokens[start + 1];
  if (word(reader, start) !== 'week' || number?.kind !== 'number' || number.value < 1 || number.value > 53 || !closesHere(reader, start + 2)) return null;
  const year = readFollowingYear(reader, start + 2, false);
  if (year === 'impossible' || !year && !(/^(in|by|before|until|till|during|of)$/.test(lead) && isFollowed(reader, start + 2))) return null;
  const monday = (inYear: number) => startOfWeek(civilDay(inYear, 1, 4), 1) + (number.value - 1) * 7;
  const now = civilParts(reader.today).year;
  const day = monday(year?.value ?? (monday(now) + 6 < reader.today ? now + 1 : now));
  return fixed(day, year?.next ?? start + 2, { range: [day, day + 6], week: true });
}
