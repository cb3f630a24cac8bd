import { type Clock, make, readHalf, readNamed, readZone, zoneNamed } from './clock';
import { readFourDigits } from './clock-four-digits';
import { readSpoken, skipOClock } from './clock-spoken';
import { readDuration } from './durations';
import { isFreeNumber } from './free-number';
import { readCardinal } from './numbers';
import { closesHere, type Reader, touches, word } from './reader';
import { EVENTS, TODAY, TOMORROW, WEEKDAYS } from './words';

const VERSES = /^(psalms?|proverbs|genesis|exodus|matthew|mark|luke|john|acts|romans|corinthians|isaiah|job|verse|chapter|surah|quran|ratio|score)$/;

/** The time of day that begins exactly at `at`. `led` says that "at" or the like came before. */
export function readClock(reader: Reader, at: number, led: boolean): Clock | null {
  const clock = readNamed(reader, at) ?? readHoursFrom(reader, at) ?? readRelative(reader, at, led) ?? readDigits(reader, at, led) ?? readSpoken(reader, at, led);
  return clock && readZone(reader, clock);
}

/** "an hour before midnight", "2 hours before 5pm", "half an hour after noon". */
function readHoursFrom(reader: Reader, at: number): Clock | null {
  if (reader.tokens[at]?.kind !== 'number' && !/^(an?|half|one|two|three|four|five|six)$/.test(word(reader, at))) return null;
  const length = readDuration(reader, at);
  if (
    !length?.timed ||
    length.days + length.months + length.workdays > 0 ||
    length.minutes > 720 ||
    !/^(before|after|from)$/.test(word(reader, length.next))
  ) return null;
  // "it lasts for 3 hours from 10 am" begins at ten.
  const lasting = word(reader, length.next) === 'from' && !readNamed(reader, length.next + 1);
  const hour = lasting || word(reader, at - 1) === 'for' ? null : readHour(reader, length.next + 1, true);
  if (!hour || (hour.half === null && !hour.exact)) return null;
  const from = hour.half ? (hour.hour % 12) + (hour.half === 'pm' ? 12 : 0) : hour.hour;
  const total = from * 60 + hour.minute + (word(reader, length.next) === 'before' ? -length.minutes : length.minutes);
  const minutes = (Math.round(total) + 1440) % 1440;
  return { hour: Math.floor(minutes / 60), minute: minutes % 60, half: null, exact: true, strong: true, next: hour.next };
}

/** "half past 3", "a quarter to noon", "20 minutes past 3pm", "15 minutes from 1pm". */
function readRelative(reader: Reader, at: number, led: boolean): Clock | null {
  let next = /^(a|an|the)$/.test(word(reader, at)) ? at + 1 : at;
  let minutes: number;
  let named = true;
  if (word(reader, next) === 'half') [minutes, next] = [30, next + 1];
  else if (word(reader, next) === 'quarter') [minutes, next] = [15, next + 1];
  else {
    const count = next === at ? readCardinal(reader.tokens, at) : null;
    if (!count || count.value < 1 || count.value > 59) return null;
    [minutes, next, named] = [count.value, count.next, false];
    if (/^(minutes?|mins?)$/.test(word(reader, next))) [next, named] = [next + 1, true];
  }
  const relation = word(reader, next);
  if (minutes === 30 && named && word(reader, at) === 'half' && !/^(past|after|to)$/.test(relation)) {
    const hour = readHour(reader, next, led);
    const alone = at === 0 && hour?.next === reader.tokens.length;
    return (led || alone) && hour && !hour.exact && hour.minute === 0 ? { ...hour, minute: 30, strong: true } : null;
  }
  const sign = /^(past|after)$/.test(relation) || (relation === 'from' && named) ? 1 : /^(to|before|till|til|of)$/.test(relation) ? -1 : 0;
  if (sign === 0) return null;
  // "from 11 to 1pm", "5 to 6pm" are spans; "20 to 2pm" is a time.
  const calledFor = /^(at|@|by|around|about|before|after)$/.test(word(reader, at - 1));
  const span =
    /^(to|till|til)$/.test(relation) &&
    !named &&
    reader.tokens[at]?.kind === 'number' &&
    reader.tokens[next + 1]?.kind === 'number' &&
    ((minutes <= 12 && !calledFor) || minutes % 5 !== 0 || reader.tokens[next + 1]?.value === minutes + 1);
  if (span || /^(from|between)$/.test(word(reader, at - 1))) return null;
  const hour = readHour(reader, next + 1, true);
  if (hour?.minute !== 0) return null;
  const idiom = named || minutes % 5 === 0 && minutes <= 30;
  if (!hour.strong && !(idiom && /^(past|to|till|til)$/.test(relation)) && !((led || reader.tokens[at]?.kind === 'word') && idiom && relation === 'after')) return null;
  if (!hour.strong && !named && relation !== 'past' && !led && reader.tokens[at]?.kind === 'number') return null;
  const total = (hour.hour * 60 + sign * minutes + 1440) % 1440;
  let half = hour.half;
  let value = Math.floor(total / 60);
  // "10 to 12 am" is still evening: crossing twelve turns the half of the day over.
  if (half && hour.hour === 12 && sign < 0) half = half === 'am' ? 'pm' : 'am';
  else if (half && hour.hour === 1 && sign < 0) value = 12;
  if (half === null && !hour.exact && value === 0) value = 12;
  const exact = hour.exact && (hour.hour > 12 || hour.hour === 0 || hour.strong);
  return { hour: value, minute: total % 60, half, exact, strong: true, next: hour.next };
}

function readHour(reader: Reader, at: number, led: boolean): Clock | null {
  return readNamed(reader, at) ?? readDigits(reader, at, led) ?? readSpoken(reader, at, led);
}

function readDigits(reader: Reader, at: number, led: boolean): Clock | null {
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
    if (mark === ':' && word(reader, next) === ':' && touches(reader, next) && /^\d\d$/.test(word(reader, next + 1))) next += 2;
    const half = readHalf(reader, next, true);
    // "Sat 5.12" is a day.
    if (mark === '.' && !half && minutes.value % 5 !== 0 && WEEKDAYS.has(word(reader, at - 1))) return null;
    // "10.15" is a time only when something says so; "10.1" never is.
    if (mark === '.' && !half && (!led || !isFreeNumber(reader, next)) && !(minutes.value % 5 === 0 && isEventHour(reader, at, next))) return null;
    if (!half && !closesOrSpans(reader, next) && !/^(h|hrs)$/.test(word(reader, next))) return null;
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
  if (half && closesOrSpans(reader, half.next)) return make(token.value, 0, half.next, { half: half.half });
  if (clock > at + 1) return closesHere(reader, clock) && token.value > 0 ? make(token.value, 0, clock, { strong: true }) : null;
  if (led && minutes === undefined && reader.tokens[at + 1]?.kind === 'number') {
    const after = reader.tokens[at + 1];
    // "at 3 15"
    if (after && /^[0-5]\d$/.test(after.text) && after.space) return make(token.value, after.value, at + 2, { strong: true });
  }
  return closesOrSpans(reader, at + 1) ? make(token.value, 0, at + 1, { exact: zero || undefined, strong: false }) : null;
}

/** "standup 9.30 tomorrow", "9.30 call with Ann": beside an event, and not only behind it ("call 9.30"). */
function isEventHour(reader: Reader, at: number, next: number): boolean {
  const day = word(reader, word(reader, next) === 'on' ? next + 1 : next);
  const dated = WEEKDAYS.has(day) || TODAY.has(day) || TOMORROW.has(day);
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
