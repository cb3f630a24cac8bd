import { startOfWeek, weekdayOf, type CivilDay } from './calendar';
import { isReasonable, readDuration, shiftDay, type Duration } from './durations';
import { resolvePiece, type Piece } from './pieces';
import { readOrdinal } from './numbers';
import { closesHere, phrase, touches, word, type Reader } from './reader';
import { WEEKDAYS } from './words';
import { localParts } from './zones';

type ReadDay = (reader: Reader, at: number, lead: string) => Piece | null;

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
  while (next < about + 3 && /^(~|about|around|approximately|roughly|exactly|just|like|less|than|under|another|maybe|the|next|only)$/.test(word(reader, next))) next += 1;
  if (word(reader, next - 1) === 'the' && word(reader, next) !== 'next') next = about;
  const duration = readDuration(reader, next) ?? (lead === 'in' ? barely(reader, next) : null);
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
  const duration = bare ?? readDuration(reader, start);
  if (!duration || !isReasonable(duration)) return null;
  const next = duration.next;
  const rightNow = phrase(reader, next, 'from right now');
  if (rightNow) return moved(reader, { ...duration, timed: true }, 1, rightNow);
  const end = phrase(reader, next, 'from now') ?? phrase(reader, next, 'from today') ?? phrase(reader, next, 'from this day');
  if (end) return moved(reader, duration, 1, end);
  if (/^(hence|later|ahead)$/.test(word(reader, next)) && !bare && closesHere(reader, next + 1)) return moved(reader, duration, 1, next + 1);
  if (word(reader, next) === 'ago' && !bare) return moved(reader, duration, -1, next + 1);
  const relation = word(reader, next);
  if (!/^(from|after|before)$/.test(relation) || duration.timed) return null;
  const anchor = readDay(reader, next + 1, relation === 'from' ? 'on' : relation);
  if (!anchor || anchor.kind === 'impossible' || anchor.kind === 'instant') return null;
  const sign = relation === 'before' ? -1 : 1;
  const day = anchored(reader, anchor, duration, sign);
  return day === null ? null : { kind: 'fixed', day, next: anchor.next, strong: true, past: day < reader.today };
}

function bareUnit(reader: Reader, at: number): Duration | null {
  const days = word(reader, at) === 'day' ? 1 : 7;
  return /^(before|after)$/.test(word(reader, at + 1)) ? { months: 0, days, workdays: 0, minutes: 0, timed: false, next: at + 1 } : null;
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

/** "the night before the 12th", "third tuesday after christmas 2014", "the second closest Mon to October fifth", "Monday after next Friday". */
export function readBeside(reader: Reader, at: number, readDay: ReadDay): Piece | null {
  const start = word(reader, at) === 'the' ? at + 1 : at;
  const part = word(reader, start);
  if (/^(night|morning|evening|afternoon)$/.test(part) && /^(before|after|of)$/.test(word(reader, start + 1))) {
    const anchor = readDay(reader, start + 2, 'on');
    const found = anchor ? resolvePiece(anchor, reader.today, reader.weekStart) : null;
    if (!anchor || !found || found === 'impossible') return null;
    const shift = word(reader, start + 1) === 'before' ? -1 : word(reader, start + 1) === 'after' ? 1 : 0;
    return { kind: 'fixed', day: found.day + shift, part: part as 'night' | 'morning' | 'evening' | 'afternoon', next: anchor.next, strong: true };
  }
  const ordinal = word(reader, start) === 'last' ? null : readOrdinal(reader.tokens, start);
  const nth = ordinal?.value ?? 1;
  let next = ordinal?.next ?? start;
  if (nth > 20) return null;
  const closest = /^(closest|nearest)$/.test(word(reader, next));
  if (closest) next += 1;
  const weekday = WEEKDAYS.get(word(reader, next));
  const relation = word(reader, next + 1);
  if (weekday === undefined || (closest ? !/^(to|of)$/.test(relation) : !/^(after|before|following)$/.test(relation))) return null;
  const anchor = readDay(reader, next + 2, 'on');
  const found = anchor ? resolvePiece(anchor, reader.today, reader.weekStart) : null;
  if (!anchor || !found || found === 'impossible') return null;
  return { kind: 'fixed', day: beside(found.day, weekday, nth, closest ? 'closest' : relation), next: anchor.next, strong: true };
}

function beside(day: CivilDay, weekday: number, nth: number, relation: string): CivilDay {
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  if (relation === 'before') return day - ((7 - ahead) % 7 || 7) - (nth - 1) * 7;
  if (relation !== 'closest') return day + (ahead || 7) + (nth - 1) * 7;
  const candidates = Array.from({ length: 2 * nth + 2 }, (_, index) => day + ahead + (index - nth - 1) * 7);
  return candidates.sort((a, b) => Math.abs(a - day) - Math.abs(b - day))[nth - 1] ?? day;
}

/** A weekday said beside a computed day ("in 3 days on Friday"): the one of that day's week. */
export function weekdayInWeekOf(day: CivilDay, weekday: number, weekStart: 0 | 1): CivilDay {
  const start = startOfWeek(day, weekStart);
  return start + ((weekday - weekdayOf(start) + 7) % 7);
}
