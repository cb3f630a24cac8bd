import { type Clock, make, readHalf } from './clock';
import { readFourDigits } from './clock-four-digits';
import { skipOClock } from './clock-spoken';
import { zoneNamed } from './clock-zone';
import { readPart } from './day-part';
import { isFreeNumber } from './free-number';
import { closesHere, type Reader, touches, word } from './reader';
import { EVENTS, TODAY, TOMORROW, TONIGHT, WEEKDAYS } from './words';

const VERSES = /^(psalms?|proverbs|genesis|exodus|matthew|mark|luke|john|acts|romans|corinthians|isaiah|job|verse|chapter|surah|quran|ratio|score)$/;

/** A time in digits: "9", "9:30", "18h30", "9.15pm", "0930". */
export function readDigits(reader: Reader, at: number, led: boolean): Clock | null {
  const token = reader.tokens[at];
  if (token?.kind !== 'number' || token.text.length > 4) return null;
  const zero = token.text.length === 2 && token.text.startsWith('0');
  if (token.text.length >= 3) return readFourDigits(reader, at, led);
  const mark = word(reader, at + 1);
  const minutes = reader.tokens[at + 2];
  const tight = touches(reader, at + 1) && touches(reader, at + 2);
  if (VERSES.test(word(reader, at - 1)) && mark === ':') return null;
  // "in 1h30" is how long, not when.
  if (mark === 'h' && tight && /^(in|within|for)$/.test(word(reader, at - 1))) return null;
  if (/^[:.h]$/.test(mark) && tight && minutes?.kind === 'number' && minutes.text.length === 2) {
    let next = at + 3;
    if (mark === ':' && word(reader, next) === ':' && touches(reader, next) && /^\d\d$/.test(word(reader, next + 1))) next = skipFraction(reader, next + 2);
    if (word(reader, next) === 'ish' && touches(reader, next)) next += 1;
    const half = readHalf(reader, next, true);
    // "Sat 5.12" is a day.
    if (mark === '.' && !half && minutes.value % 5 !== 0 && WEEKDAYS.has(word(reader, at - 1))) return null;
    // "10.15" is a time only when something says so; "10.1" never is.
    const suffixed = /^(h|hrs)$/.test(word(reader, next)) && closesHere(reader, next + 1);
    if (mark === '.' && !half && !suffixed && (!led || !isFreeNumber(reader, next)) && !(minutes.value % 5 === 0 && isEventHour(reader, at, next))) return null;
    if (!half && !closesOrSpans(reader, next) && !suffixed) return null;
    if (half && !closesOrSpans(reader, half.next)) return null;
    const hours = half ? null : /^(h|hrs|hours)$/.test(word(reader, next)) ? next + 1 : null;
    return make(token.value, minutes.value, half?.next ?? hours ?? next, { half: half?.half, exact: zero || mark === 'h' || undefined, strong: true });
  }
  // "9.am."
  const dotted = mark === '.' && touches(reader, at + 1) && touches(reader, at + 2) ? readHalf(reader, at + 2, false) : null;
  if (dotted && closesHere(reader, dotted.next)) return make(token.value, 0, dotted.next, { half: dotted.half });
  if (mark === 'h' && touches(reader, at + 1) && closesHere(reader, at + 2) && (led || token.value >= 13)) {
    return make(token.value, 0, at + 2, { strong: true, exact: token.value > 12 });
  }
  const ish = mark === 'ish' ? at + 2 : mark === '-' && word(reader, at + 2) === 'ish' ? at + 3 : at + 1;
  const clock = skipOClock(reader, ish);
  const half = readHalf(reader, clock, led || clock > at + 1 || isLoneLetter(reader, at));
  if (half && closesOrSpans(reader, skipIsh(reader, half.next))) return make(token.value, 0, skipIsh(reader, half.next), { half: half.half });
  const split = readSplitMinutes(reader, at);
  if (split) return split;
  if (clock > at + 1) return closesHere(reader, clock) && token.value > 0 ? make(token.value, 0, clock, { strong: true }) : null;
  if (led && minutes === undefined && reader.tokens[at + 1]?.kind === 'number') {
    const after = reader.tokens[at + 1];
    // "at 3 15"
    if (after && /^[0-5]\d$/.test(after.text) && after.space) return make(token.value, after.value, at + 2, { strong: true });
  }
  return closesOrSpans(reader, at + 1) ? make(token.value, 0, at + 1, { exact: zero || undefined, strong: false }) : null;
}

/** The place behind the fraction of a second. */
function skipFraction(reader: Reader, at: number): number {
  return word(reader, at) === '.' && touches(reader, at) && touches(reader, at + 1) && reader.tokens[at + 1]?.kind === 'number' ? at + 2 : at;
}

/** "5pm-ish" */
function skipIsh(reader: Reader, at: number): number {
  return /^[-–]$/.test(word(reader, at)) && word(reader, at + 1) === 'ish' ? at + 2 : at;
}

/** "6 30 pm": hour and minutes apart, where the half of the day says that they are a time. */
function readSplitMinutes(reader: Reader, at: number): Clock | null {
  const [hour, minutes] = [reader.tokens[at], reader.tokens[at + 1]];
  if (!hour || minutes?.kind !== 'number' || !/^[0-5]\d$/.test(minutes.text) || !minutes.space || hour.value > 12) return null;
  const half = readHalf(reader, at + 2, false);
  return half && closesOrSpans(reader, half.next) ? make(hour.value, minutes.value, half.next, { half: half.half }) : null;
}

/** "standup 9.30 tomorrow", "9.30 call with Ann": beside an event, and not only behind it ("call 9.30"). */
function isEventHour(reader: Reader, at: number, next: number): boolean {
  const day = word(reader, word(reader, next) === 'on' ? next + 1 : next);
  const dated = WEEKDAYS.has(day) || TODAY.has(day) || TOMORROW.has(day);
  if (TONIGHT.has(day) || readPart(reader, next, '', true)?.named === true) return true;
  const behind = isEvent(reader, at - 1);
  return (dated && (behind || at === 0)) || (at === 0 && isEvent(reader, next));
}

const isEvent = (reader: Reader, at: number) => EVENTS.has(word(reader, at)) || (word(reader, at) === 'up' && word(reader, at - 2) === 'stand');

/** "5p tomorrow", "3p-4p", "call 6p": a lone letter means a half of the day where a day, a zone, a span or the end follows. */
function isLoneLetter(reader: Reader, at: number): boolean {
  const hour = reader.tokens[at];
  if (!hour || hour.value > 12) return false;
  const after = reader.tokens[at + 2];
  if (!after) return word(reader, at + 1) === 'p';
  if (/^[-–]$/.test(after.text)) return reader.tokens[at + 3]?.kind === 'number' && /^[ap]m?$/.test(word(reader, at + 4));
  return WEEKDAYS.has(after.text) || TOMORROW.has(after.text) || TODAY.has(after.text) || zoneNamed(reader, at + 2) !== null;
}

/** Whether a time may end here: at its end, or where a dash leads to the next ("3pm-4:30pm"). */
function closesOrSpans(reader: Reader, at: number): boolean {
  return closesHere(reader, at) || (/^[-–]$/.test(word(reader, at)) && /^(\d{1,2}|noon|midday|midnight)$/.test(word(reader, at + 1)));
}
