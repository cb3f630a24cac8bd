import { startOfWeek, weekdayOf, type CivilDay } from './calendar';
import { readOrdinal } from './numbers';
import { resolvePiece, type Piece, type ReadDay } from './pieces';
import { word, type Reader } from './reader';
import { WEEKDAYS } from './words';

/** "the night before the 12th", "third tuesday after christmas 2014", "the second closest Mon to October fifth", "Monday after next Friday". */
export function readBeside(reader: Reader, at: number, readDay: ReadDay): Piece | null {
  const start = word(reader, at) === 'the' ? at + 1 : at;
  const part = word(reader, start);
  if (/^(night|morning|evening|afternoon)$/.test(part) && /^(before|after|of)$/.test(word(reader, start + 1))) {
    const anchor = readDay(reader, skipEvent(reader, start + 2), 'on');
    const found = anchor ? resolvePiece(anchor, reader.today, reader.weekStart) : null;
    if (!anchor || !found || found === 'impossible') return null;
    const shift = word(reader, start + 1) === 'before' ? -1 : word(reader, start + 1) === 'after' ? 1 : 0;
    return { kind: 'fixed', day: found.day + shift, part: part as 'night' | 'morning' | 'evening' | 'afternoon', next: anchor.next, strong: true };
  }
  const isLast = word(reader, start) === 'last' && word(reader, start + 2) === 'before';
  const ordinal = isLast ? { value: 1, next: start + 1 } : readOrdinal(reader.tokens, start);
  const nth = ordinal?.value ?? 1;
  let next = ordinal?.next ?? start;
  if (nth > 20) return null;
  const closest = /^(closest|nearest)$/.test(word(reader, next));
  if (closest) next += 1;
  const weekend = word(reader, next) === 'weekend';
  const weekday = weekend ? 6 : WEEKDAYS.get(word(reader, next));
  const relation = word(reader, next + 1);
  if (weekday === undefined || (closest || weekend && relation === 'of' ? !/^(to|of)$/.test(relation) : !/^(after|before|following)$/.test(relation))) return null;
  const anchor = readDay(reader, next + 2, 'on');
  const found = anchor ? resolvePiece(anchor, reader.today, reader.weekStart) : null;
  if (!anchor || !found || found === 'impossible') return null;
  return { kind: 'fixed', day: beside(found.day, weekday, nth, relation === 'of' || relation === 'to' ? 'closest' : relation), next: anchor.next, strong: true };
}

/** "before my trip | on December 5": the place of the day on which the event is. */
export function skipEvent(reader: Reader, at: number): number {
  if (!/^(my|the|our|his|her|their)$/.test(word(reader, at))) return at;
  for (let next = at + 2; next < at + 6; next += 1) {
    if (word(reader, next) === 'on') return next + 1;
    if (reader.tokens[next]?.kind !== 'word') break;
  }
  return at;
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
