import type { CivilDay } from './calendar';
import { isReasonable, readDuration, shiftDay, type Duration } from './durations';
import { skipEvent } from './day-beside';
import { resolvePiece, type Piece, type ReadDay } from './pieces';
import { readCardinal } from './numbers';
import { closesHere, phrase, touches, word, type Reader } from './reader';
import { TODAY, TOMORROW, UNITS, WEEKDAYS } from './words';
import { localParts } from './zones';

/** "in 45 min", "within 2 weeks", "3 days from now", "+15min", "a week from today", "12 seconds ago", "give it 2 months". */
export function readOffset(reader: Reader, at: number, readDay: ReadDay): Piece | null {
  return readAhead(reader, at) ?? readBehind(reader, at, readDay);
}

function readAhead(reader: Reader, at: number): Piece | null {
  const lead = word(reader, at);
  const give = phrase(reader, at, 'give it');
  if (!/^(in|within|after|\+)$/.test(lead) && !give) return null;
  let next = give ?? at + 1;
  if (lead === '+' && !touches(reader, next)) return null;
  const about = next;
  while (next < about + 3 && /^(~|about|around|approximately|roughly|exactly|just|like|less|no|more|at|most|least|than|under|another|maybe|the|next|only)$/.test(word(reader, next))) next += 1;
  if (word(reader, next - 1) === 'the' && word(reader, next) !== 'next') next = about;
  const within = lead === 'within' ? withinThe(reader, about) : null;
  if (within) return within;
  const span = readLengths(reader, next);
  if (span && /^(in|within)$/.test(lead)) return between(reader, span, word(reader, next - 1) === 'next');
  const alone = word(reader, next - 1) === 'another' ? readDuration(reader, next - 1) : null;
  const duration = readDuration(reader, next) ?? alone ?? (lead === 'in' ? barely(reader, next) : null);
  if (!duration || !isReasonable(duration) || !closesHere(reader, duration.next)) return null;
  let end = duration.next;
  const timeOf = word(reader, end) === 'time' ? end + 1 : end;
  end = phrase(reader, timeOf, 'from now') ?? timeOf;
  if (/^(from|after|before|experience|old|each)$/.test(word(reader, end)) && lead !== 'after') return null;
  if (lead === 'after' && /^(of|from|with)$/.test(word(reader, end))) return null;
  const piece = moved(reader, duration, 1, end);
  const spans = lead === 'within' || word(reader, next - 1) === 'next';
  return spans && piece.kind === 'fixed' ? { ...piece, range: [reader.today, piece.day] } : piece;
}

/** "2 to 4 months", "3-5 days", "1 or 2 weeks": the shorter and the longer. */
function readLengths(reader: Reader, at: number): [Duration, Duration] | null {
  const few = readCardinal(reader.tokens, at);
  if (!few || !/^(to|or|-|–)$/.test(word(reader, few.next))) return null;
  const many = readCardinal(reader.tokens, few.next + 1);
  const longer = many && readDuration(reader, few.next + 1);
  if (!longer || longer.next !== many.next + 1 || few.value >= many.value || !isReasonable(longer) || !closesHere(reader, longer.next)) return null;
  const share = (value: number) => Math.round((value * few.value) / many.value);
  return [{ ...longer, months: share(longer.months), days: share(longer.days), workdays: share(longer.workdays), minutes: share(longer.minutes) }, longer];
}

/** Between the shorter and the longer time from now; `last` when the longer one is the limit ("in the next 2 to 3 weeks"). */
function between(reader: Reader, [shorter, longer]: [Duration, Duration], last: boolean): Piece {
  const [first, end] = [moved(reader, shorter, 1, longer.next), moved(reader, longer, 1, longer.next)];
  if (first.kind !== 'fixed' || end.kind !== 'fixed') return last ? end : first;
  return { ...(last ? end : first), range: [last ? reader.today : first.day, end.day] };
}

/** "within the hour", "within the week". */
function withinThe(reader: Reader, at: number): Piece | null {
  const unit = word(reader, at) === 'the' ? UNITS.get(word(reader, at + 1)) : undefined;
  if (!unit || !/^(hour|day|week|month|year)$/.test(unit) || !closesHere(reader, at + 2)) return null;
  const one = {
    months: { month: 1, year: 12 }[unit as string] ?? 0,
    days: { day: 1, week: 7 }[unit as string] ?? 0,
    workdays: 0,
    minutes: unit === 'hour' ? 60 : 0,
    timed: unit === 'hour',
    next: at + 2,
  };
  return moved(reader, one, 1, at + 2);
}

/** "back in 15" at the end of a text: minutes, as one says it. */
function barely(reader: Reader, at: number): Duration | null {
  const token = reader.tokens[at];
  const after = reader.tokens[at + 1];
  if (token?.kind !== 'number' || !/^(5|10|15|20|25|30|40|45|50|90)$/.test(token.text) || (after && (reader.tokens[at + 2] || !/^[.!?]$/.test(after.text)))) return null;
  return { months: 0, days: 0, workdays: 0, minutes: token.value, timed: true, next: at + 1 };
}

function moved(reader: Reader, duration: Duration, sign: 1 | -1, next: number): Piece {
  const day = shiftDay(reader.today, duration, sign);
  if (!duration.timed) return { kind: 'fixed', day, next, strong: true, past: sign < 0, far: duration.months > 0 };
  const shifted = localParts(new Date(reader.now.getTime() + (day - reader.today) * 86_400_000 + sign * duration.minutes * 60_000), reader.zone);
  return sign < 0
    ? { kind: 'fixed', day: shifted.day, minutes: shifted.minutes, next, strong: true, past: true }
    : { kind: 'instant', day: shifted.day, minutes: shifted.minutes, next, strong: true };
}

/** Lengths with their direction behind: "two weeks from tomorrow", "2 weeks before Christmas", "3mo later". */
function readBehind(reader: Reader, at: number, readDay: ReadDay): Piece | null {
  const start = /^(the|about|around|exactly|in)$/.test(word(reader, at)) ? at + 1 : at;
  const bare = word(reader, start) === 'day' || word(reader, start) === 'week' ? bareUnit(reader, start) : null;
  const span = bare ? null : readLengths(reader, start);
  const spanEnd = span ? phrase(reader, span[1].next, 'from now') ?? phrase(reader, span[1].next, 'from today') : null;
  if (span && spanEnd) return { ...between(reader, span, false), next: spanEnd };
  const duration = bare ?? readDuration(reader, start);
  if (!duration || !isReasonable(duration)) return null;
  const next = duration.next;
  const rightNow = phrase(reader, next, 'from right now');
  if (rightNow) return moved(reader, { ...duration, timed: true }, 1, rightNow);
  const end = phrase(reader, next, 'from now') ?? phrase(reader, next, 'from today') ?? phrase(reader, next, 'from this day');
  if (end) return moved(reader, duration, 1, end);
  if (/^(hence|later|ahead)$/.test(word(reader, next)) && !bare && closesHere(reader, next + 1)) return moved(reader, duration, 1, next + 1);
  if (word(reader, next) === 'ago' && !bare) return moved(reader, duration, -1, TODAY.has(word(reader, next + 1)) ? next + 2 : next + 1);
  const beforeNow = bare ? null : phrase(reader, next, 'before now');
  if (beforeNow) return moved(reader, duration, -1, beforeNow);
  const relation = word(reader, next);
  // "for 3 days from Friday" begins then.
  if (!/^(from|after|before)$/.test(relation) || duration.timed || (relation === 'from' && word(reader, at - 1) === 'for')) return null;
  const anchor = readDay(reader, relation === 'from' ? next + 1 : skipEvent(reader, next + 1), relation === 'from' ? 'on' : relation);
  if (!anchor || anchor.kind === 'impossible' || anchor.kind === 'instant') return null;
  const sign = relation === 'before' ? -1 : 1;
  const day = anchored(reader, anchor, duration, sign);
  return day === null ? null : { kind: 'fixed', day, next: anchor.next, strong: true, past: day < reader.today };
}

/** "next Tuesday + 10 days", "now plus 40 minutes": a length added to the day before it. */
export function readPlus(reader: Reader, piece: Piece): Piece | null {
  if (!/^(\+|plus)$/.test(word(reader, piece.next))) return null;
  const duration = readDuration(reader, piece.next + 1);
  if (!duration || !isReasonable(duration) || !closesHere(reader, duration.next)) return null;
  if (piece.kind === 'instant') return moved(reader, duration, 1, duration.next);
  if (duration.timed || piece.kind === 'impossible' || (piece.kind === 'fixed' && (piece.range || piece.minutes !== undefined))) return null;
  const day = anchored(reader, piece, duration, 1);
  return day === null ? null : { kind: 'fixed', day, next: duration.next, strong: true };
}

function bareUnit(reader: Reader, at: number): Duration | null {
  const days = word(reader, at) === 'day' ? 1 : 7;
  const counted = word(reader, at + 1) === 'from' && (WEEKDAYS.has(word(reader, at + 2)) || TODAY.has(word(reader, at + 2)) || TOMORROW.has(word(reader, at + 2)));
  return counted || /^(before|after)$/.test(word(reader, at + 1)) ? { months: 0, days, workdays: 0, minutes: 0, timed: false, next: at + 1 } : null;
}

/** The first day still to come that stands at that distance from an occurrence of the anchor ("a year from Christmas"). */
function anchored(reader: Reader, anchor: Piece, duration: Duration, sign: 1 | -1): CivilDay | null {
  const recurs = (anchor.kind === 'holiday' || anchor.kind === 'month-day') && anchor.year === null;
  let base = recurs && sign > 0 ? shiftDay(reader.today, duration, -1) : reader.today;
  for (let count = 0; count < 4; count += 1) {
    const found = resolvePiece(anchor, base, reader.weekStart);
    if (found === 'impossible') return null;
    const day = shiftDay(found.day, duration, sign);
    if (!recurs || day >= reader.today) return day;
    base = found.day + 1;
  }
  return null;
}
