import { type Clock, make, readHalf } from './clock';
import { isFollowed } from './followers';
import { readSmallWords } from './numbers';
import { closesHere, phrase, type Reader, touches, word } from './reader';
import { TODAY, TOMORROW } from './words';

/** The place behind "o'clock", "o clock" or "oclock". */
export function skipOClock(reader: Reader, at: number): number {
  return phrase(reader, at, 'o clock') ?? phrase(reader, at, "o ' clock") ?? (/^o'?clock$/.test(word(reader, at)) ? at + 1 : at);
}

/** "nine fifty nine a m", "seven thirty", "eight o'clock", "three ish". */
export function readSpoken(reader: Reader, at: number, led: boolean): Clock | null {
  const token = reader.tokens[at];
  if (token?.kind !== 'word') return null;
  const hour = readSmallWords(reader.tokens, at);
  if (!hour || hour.value < 1 || hour.value > 24) return null;
  const hundred = phrase(reader, hour.next, 'hundred hours') ?? (led ? phrase(reader, hour.next, 'hundred hrs') : null);
  if (hundred) return make(hour.value, 0, hundred, { exact: true, strong: true });
  const joined = word(reader, hour.next) === '-' && touches(reader, hour.next) && touches(reader, hour.next + 1) ? hour.next + 1 : hour.next;
  const oh = /^(oh|o)$/.test(word(reader, joined));
  const minute = readSmallWords(reader.tokens, oh ? joined + 1 : joined);
  const hasMinute = minute !== null && minute.value < 60 && (oh ? minute.value < 10 : minute.value >= 10);
  const after = hasMinute && minute ? minute.next : hour.next;
  const clock = word(reader, after) === 'ish' ? after + 1 : skipOClock(reader, after);
  const half = readHalf(reader, clock, false);
  const value = hasMinute && minute ? minute.value : 0;
  if (half) return make(hour.value, value, half.next, { half: half.half });
  // "off by one error"
  if (
    !closesHere(reader, clock) ||
    (
      word(reader, at - 1) === 'by' &&
      hour.value === 1 &&
      !hasMinute &&
      clock === after &&
      !isFollowed(reader, clock) &&
      !TODAY.has(word(reader, clock)) &&
      !TOMORROW.has(word(reader, clock))
    )
  ) return null;
  // "the alarm for ten forty five"
  const booked = hasMinute && minute.value % 5 === 0 && word(reader, at - 1) === 'for' && isFollowed(reader, clock);
  return make(hour.value, value, clock, { strong: clock > after || (hasMinute && led) || booked });
}
