import { addMonths, startOfWeek } from './calendar';
import { readDuration } from './durations';
import { fixed, readRelativeDay, readWeekday } from './day-words';
import { isFollowed } from './followers';
import { type Piece, type ReadDay, resolvePiece } from './pieces';
import { phrase, type Reader, word } from './reader';
import { TODAY, TOMORROW, UNITS, WEEKDAYS } from './words';

/** The day that an anchor means today, or null. */
function dayOf(reader: Reader, anchor: Piece | null): number | null {
  const found = anchor ? resolvePiece(anchor, reader.today, reader.weekStart) : null;
  return found === null || found === 'impossible' ? null : found.day;
}

/** "the week of December 7", "week beginning the 7th", "the week ending 12 June". */
export function readWeekOf(reader: Reader, at: number, readDay: ReadDay): Piece | null {
  const start = word(reader, at) === 'the' ? at + 1 : at;
  const relation = word(reader, start + 1);
  if (word(reader, start) !== 'week' || !/^(of|beginning|starting|commencing|ending)$/.test(relation)) return null;
  const anchor = readDay(reader, start + 2, 'on');
  const day = dayOf(reader, anchor);
  if (!anchor || day === null || (anchor.kind === 'fixed' && anchor.range)) return null;
  if (relation === 'ending') return fixed(day, anchor.next);
  const first = startOfWeek(day, reader.weekStart);
  return fixed(relation === 'of' ? first : day, anchor.next, { range: [first, first + 6], week: true });
}

/** "a week on Friday", "two weeks today", "a fortnight tomorrow", "Friday week", "Monday fortnight", as the British say it. */
export function readWeeksOn(reader: Reader, at: number, readDay: ReadDay): Piece | null {
  if (/^(for|in|within|every|each|last|past|next|once|of)$/.test(word(reader, at - 1))) return null;
  const length = { week: 7, fortnight: 14 }[word(reader, at + 1)] ?? 0;
  const behind = isNamedDay(word(reader, at)) && length > 0 ? reader.tokens[at + 2] : null;
  if (behind !== null && behind?.kind !== 'number' && isFollowed(reader, at + 2)) {
    const day = dayOf(reader, readRelativeDay(reader, at) ?? readWeekday(reader, at, true));
    return day === null ? null : fixed(day + length, at + 2);
  }
  const duration = readDuration(reader, at);
  if (!duration || duration.timed || duration.months > 0 || duration.workdays > 0 || duration.days === 0 || duration.days % 7 !== 0) return null;
  const on = word(reader, duration.next) === 'on' ? duration.next + 1 : duration.next;
  if (!isNamedDay(word(reader, on))) return null;
  const anchor = readDay(reader, on, 'on');
  const day = dayOf(reader, anchor);
  return anchor && day !== null ? fixed(day + duration.days, anchor.next) : null;
}

const isNamedDay = (text: string) => WEEKDAYS.has(text) || TODAY.has(text) || TOMORROW.has(text);

/** "this time tomorrow", "same time next week", "this time on Friday". */
export function readThisTime(reader: Reader, at: number, readDay: ReadDay): Piece | null {
  const start = word(reader, at) === 'the' ? at + 1 : at;
  const behind = phrase(reader, start, 'this time') ?? phrase(reader, start, 'same time');
  if (behind === null) return null;
  const { minutes, today } = reader;
  const unit = word(reader, behind) === 'next' ? UNITS.get(word(reader, behind + 1)) : undefined;
  const later = unit === 'week' ? today + 7 : unit === 'month' ? addMonths(today, 1) : unit === 'year' ? addMonths(today, 12) : null;
  if (later !== null) return fixed(later, behind + 2, { minutes });
  const anchor = readDay(reader, word(reader, behind) === 'on' ? behind + 1 : behind, 'on');
  const day = dayOf(reader, anchor);
  return anchor && day !== null ? fixed(day, anchor.next, { minutes }) : null;
}
