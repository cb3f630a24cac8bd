import { readHalf } from './clock';
import { isFollowed } from './followers';
import { phrase, word, type Reader } from './reader';
import { DAY_PARTS, type DayPart, TOMORROW, WEEKDAYS } from './words';

/** A part of the day. `named` ones stand on their own ("this morning", "in the evening"); `today` says which day's. */
export type Part = { part: DayPart; half: 'am' | 'pm'; named: boolean; today: boolean; next: number };

/** "this morning", "in the evening", "at night", and behind a day or a time plain "morning", "late evening". */
export function readPart(reader: Reader, at: number, lead: string, follows: boolean): Part | null {
  let next = at;
  const named = word(reader, next);
  let introduced = '';
  for (const words of ['in the', 'during the', 'at', 'this', 'in', 'the', 'later this', 'first thing in the', 'first thing this']) {
    const after = phrase(reader, at, words);
    if (after !== null && after > next) [introduced, next] = [words, after];
  }
  const thing = named === 'first' ? phrase(reader, at, 'first thing') : null;
  if (thing !== null && introduced === '') {
    return { part: 'morning', half: 'am', named: false, today: false, next: thing };
  }
  if (lead === 'in' && named === 'the') introduced = 'in the';
  if (lead === 'this') introduced = 'this';
  if (lead === 'at' && introduced === '') introduced = 'at';
  if (word(reader, next) === '-') next += 1;
  if (/^(early|late|mid|later)$/.test(word(reader, next))) next += word(reader, next + 1) === '-' ? 2 : 1;
  if (word(reader, next) === 'in' && word(reader, next + 1) === 'the') next += 2;
  const text = word(reader, next);
  if (text === 'night' && next > at && word(reader, word(reader, next - 1) === '-' ? next - 2 : next - 1) === 'mid') return null;
  // "early morning, call Ann", but "late night snack"; "afternoon yesterday", "mid-morning tomorrow".
  const dated = TOMORROW.has(word(reader, next + 1)) || word(reader, next + 1) === 'yesterday';
  const alone = introduced === '' && ((at === 0 && next > at && isFollowed(reader, next + 1)) || (dated && (at === 0 || next > at)));
  // "Monday am", "tomorrow p.m."
  const letters = follows && introduced === '' && reader.tokens[at - 1]?.kind === 'word' ? readHalf(reader, next, false) : null;
  if (letters) return { part: letters.half === 'am' ? 'morning' : 'afternoon', half: letters.half, named: false, today: false, next: letters.next };
  const half = /^(am|pm)$/.test(text) && (introduced.endsWith('the') || introduced.endsWith('this')) ? text : null;
  const part = half === 'am' ? 'morning' : half === 'pm' ? 'afternoon' : DAY_PARTS.get(text);
  if (!part || text === 'eve' && !WEEKDAYS.has(word(reader, at - 1)) && !TOMORROW.has(word(reader, at - 1)) || (text.endsWith('s') && !follows)) return null;
  const isThis = introduced.endsWith('this');
  const stands = isThis || alone || /^(in the|during the|first thing in the)$/.test(introduced) || (introduced === 'at' && part === 'night');
  if (!stands && (!follows || introduced !== '' && introduced !== 'at' && introduced !== 'the')) return null;
  if (introduced === 'at' && part !== 'night') return null;
  if (introduced === 'the' && !follows) return null;
  return { part, half: part === 'morning' ? 'am' : 'pm', named: stands, today: isThis, next: next + 1 };
}
