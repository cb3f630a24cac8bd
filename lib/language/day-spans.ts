import { addMonths } from './calendar';
import { fixed, periodOf } from './day-periods';
import { isFollowed } from './followers';
import { readCardinal } from './numbers';
import type { Piece } from './pieces';
import { closesHere, phrase, type Reader, word } from './reader';
import { UNITS } from './words';

/** "the next 10 days", "upcoming two days", "next two years": the day at their end. */
export function readNextFew(reader: Reader, at: number): Piece | null {
  const start = word(reader, at) === 'the' ? at + 1 : at;
  const ahead = readCardinal(reader.tokens, start);
  const swapped = ahead && /^(upcoming|coming)$/.test(word(reader, ahead.next)) ? { value: ahead.value, next: ahead.next + 1 } : null;
  if (!swapped && !/^(next|upcoming|coming|following)$/.test(word(reader, start))) return null;
  const few = word(reader, start + 1) === 'few'
    ? { value: 3, next: start + 2 }
    : word(reader, start + 1) === 'couple' ? { value: 2, next: word(reader, start + 2) === 'of' ? start + 3 : start + 2 } : null;
  const count = swapped ?? few ?? readCardinal(reader.tokens, start + 1);
  const unit = count && count.value > 0 && count.value <= 5000 ? UNITS.get(word(reader, count.next)) : undefined;
  if (!count || !unit || !closesHere(reader, count.next + 1)) return null;
  const { today } = reader;
  const next = count.next + 1;
  const end = unit === 'day' ? today + count.value
    : unit === 'week' ? today + count.value * 7
    : unit === 'month' ? addMonths(today, count.value)
    : unit === 'year' && count.value < 500 ? addMonths(today, count.value * 12)
    : null;
  return end === null ? null : fixed(end, next, { range: [today, end] });
}

/** "for the rest of the week", "work from home rest of the day": from today until its end; what is done with the rest is a title ("plan the rest of the week"). */
export function readRest(reader: Reader, at: number): Piece | null {
  const start = word(reader, at) === 'the' ? at + 1 : at;
  const of = phrase(reader, start, 'rest of the') ?? phrase(reader, start, 'rest of this') ?? phrase(reader, start, 'rest of');
  const unit = of === null ? undefined : UNITS.get(word(reader, of));
  const period = of !== null && unit && isFollowed(reader, of + 1) ? periodOf(reader, unit, 0) : null;
  const before = word(reader, at - 1);
  const led = at === 0 || /^(for|during|over|through|until|till)$/.test(before);
  if (
    !period ||
    of === null ||
    (
      !led &&
      (start > at || /^(plan|spend|enjoy|take|schedule|fill|clear|book|map|do|the|have|write|get|finish|see)$/.test(before))
    )
  ) return null;
  return fixed(reader.today, of + 1, { range: [reader.today, period[1]] });
}
