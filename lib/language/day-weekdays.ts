import { weekdayOf } from './calendar';
import { fixed } from './day-periods';
import { readCardinal } from './numbers';
import { type Piece, type ReadDay, resolvePiece } from './pieces';
import { closesHere, phrase, type Reader, word } from './reader';
import { WEEKDAYS } from './words';

const AHEAD = ['from now', 'from today', 'hence'];

/** "four tuesdays from now", "in two Fridays", "2 weekends ago", "three Sundays after Easter". */
export function readCountedWeekdays(reader: Reader, at: number, lead: string, readDay: ReadDay): Piece | null {
  const led = word(reader, at) === 'in';
  const count = readCardinal(reader.tokens, led ? at + 1 : at);
  if (!count || count.value < 1 || count.value > 520) return null;
  const name = word(reader, count.next);
  // A weekend is its Saturday.
  const weekday = /^weekends?$/.test(name) ? 6 : WEEKDAYS.get(name.replace(/s$/, '')) ?? WEEKDAYS.get(name);
  const next = count.next + 1;
  if (weekday === undefined || reader.tokens[count.next]?.kind !== 'word') return null;
  const ahead = (weekday - weekdayOf(reader.today) + 7) % 7;
  if (/^(ago|back)$/.test(word(reader, next)) && closesHere(reader, next + 1)) {
    return fixed(reader.today - ((7 - ahead) % 7 || 7) - (count.value - 1) * 7, next + 1, { past: true });
  }
  const end = AHEAD.map((words) => phrase(reader, next, words)).find((found) => found !== null) ?? ((led || lead === 'in') && name.endsWith('s') && closesHere(reader, next) ? next : null);
  if (end) return fixed(reader.today + (ahead || 7) + (count.value - 1) * 7, end);
  if (!/^(after|before)$/.test(word(reader, next)) || !name.endsWith('s')) return null;
  const anchor = readDay(reader, next + 1, 'on');
  const found = anchor ? resolvePiece(anchor, reader.today, reader.weekStart) : null;
  if (!anchor || !found || found === 'impossible') return null;
  const behind = (weekday - weekdayOf(found.day) + 7) % 7;
  const first = word(reader, next) === 'after' ? (behind || 7) + (count.value - 1) * 7 : -((7 - behind) % 7 || 7) - (count.value - 1) * 7;
  return fixed(found.day + first, anchor.next);
}
