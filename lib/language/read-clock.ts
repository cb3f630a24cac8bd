import { type Clock, dayFollows, readNamed } from './clock';
import { readDigits } from './clock-digits';
import { readSpoken } from './clock-spoken';
import { readZone } from './clock-zone';
import { readPart } from './day-part';
import { readDuration } from './durations';
import { readCardinal } from './numbers';
import { type Reader, word } from './reader';
import { UNITS } from './words';

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
  const name = word(reader, next);
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
  if (named && word(reader, next) === '-' && /^(half|quarter)$/.test(name)) next += 1;
  const relation = word(reader, next);
  if (minutes === 30 && named && word(reader, at) === 'half' && !/^(past|after|to)$/.test(relation)) {
    const hour = readHour(reader, next, led);
    const alone = at === 0 && hour?.next === reader.tokens.length;
    return (led || alone || (hour !== null && whenFollows(reader, hour.next))) && hour && !hour.exact && hour.minute === 0 ? { ...hour, minute: 30, strong: true } : null;
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
  // "five to ten days" is how long.
  if (!named && UNITS.has(word(reader, hour.next))) return null;
  const dated = whenFollows(reader, hour.next);
  const idiom = named || minutes % 5 === 0 && minutes <= 30;
  const late = relation === 'of' && name === 'quarter' && (led || dated);
  if (!hour.strong && !late && !(idiom && /^(past|to|till|til)$/.test(relation)) && !((led || reader.tokens[at]?.kind === 'word') && idiom && relation === 'after')) return null;
  if (!hour.strong && !named && relation !== 'past' && !led && !(dated && minutes >= 15) && reader.tokens[at]?.kind === 'number') return null;
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

/** "half ten | tomorrow", "20 to 9 | on Monday", "a quarter of nine | in the evening": a day or a part of one behind the hour. */
const whenFollows = (reader: Reader, at: number) => dayFollows(reader, at) || readPart(reader, at, '', true)?.named === true;
