import type { Clock } from './clock';
import { isFollowed } from './followers';
import { closesHere, type Reader, touches, word } from './reader';
import { TODAY, TOMORROW } from './words';
import { PLACES, STANDARD, ZONES } from './zone-words';
import { isTimeZone } from './zones';

type Named = { zone: number | string; next: number };

/** Takes along a time zone: "5pm CET", "9 am (BST)", "at 3pm Pacific time", "10:00 UTC+2", "6pm Berlin time". */
export function readZone(reader: Reader, clock: Clock): Clock {
  const open = word(reader, clock.next) === '(' ? clock.next + 1 : clock.next;
  const named = zoneNamed(reader, open);
  if (!named || (!clock.strong && word(reader, open).length < 3)) return clock;
  const next = open > clock.next ? named.next + 1 : named.next;
  if (!closesHere(reader, next) || (open > clock.next && word(reader, named.next) !== ')')) return clock;
  return { ...clock, strong: true, zone: named.zone, next };
}

/** The zone named at `at` ("EST", "Pacific time", "Tokyo time", "GMT-3", "Europe/Berlin", "+0100"), with the place behind it. */
export function zoneNamed(reader: Reader, at: number): Named | null {
  if (!reader.tokens[at]) return null;
  return readLongName(reader, at) ?? readOffset(reader, at) ?? readAbbreviation(reader, at) ?? readPath(reader, at) ?? readPlace(reader, at);
}

function readAbbreviation(reader: Reader, at: number): Named | null {
  const token = reader.tokens[at];
  const zone = token && Object.hasOwn(ZONES, token.text) ? ZONES[token.text] : undefined;
  if (!token || zone === undefined) return null;
  const timed = word(reader, at + 1) === 'time';
  // "9am Eastern", but not "9am Eastern Market".
  const next = word(reader, at + 1);
  const ends = isFollowed(reader, at + 1) || TODAY.has(next) || TOMORROW.has(next) || next === 'on';
  const named = timed || (ends && (reader.tokens[at - 1]?.kind !== 'word' || /^([ap]m|noon|midday|midnight|o'?clock)$/.test(word(reader, at - 1))));
  const written = typeof zone === 'number' ? token.raw === token.raw.toUpperCase() || (token.raw.length > 2 && token.text !== 'west' && token.text !== 'wet') : named;
  return written ? { zone, next: timed ? at + 2 : at + 1 } : null;
}

/** "Eastern Standard Time", "Central European Summer Time", "Greenwich Mean Time". */
function readLongName(reader: Reader, at: number): Named | null {
  for (const words of [2, 1]) {
    const name = Array.from({ length: words }, (_, index) => word(reader, at + index)).join(' ');
    if (!Object.hasOwn(STANDARD, name)) continue;
    const kind = word(reader, at + words);
    const standard = STANDARD[name] ?? 0;
    if (kind === 'time' && words === 2 && /(mean|summer)$/.test(name)) return { zone: standard, next: at + words + 1 };
    if (!/^(standard|daylight|summer)$/.test(kind) || word(reader, at + words + 1) !== 'time') continue;
    return { zone: kind === 'standard' ? standard : standard + 60, next: at + words + 2 };
  }
  return null;
}

/** "UTC+2", "GMT-0800", "UTC +5:30", and " +0100" by itself. */
function readOffset(reader: Reader, at: number): Named | null {
  const led = /^(utc|gmt)$/.test(word(reader, at));
  const sign = led ? at + 1 : at;
  const hours = reader.tokens[sign + 1];
  const mark = word(reader, sign);
  if (!(led ? /^[+\-−–]$/ : /^\+$/).test(mark) || hours?.kind !== 'number' || !touches(reader, sign + 1)) return null;
  const apart = hours.text.length <= 2 && word(reader, sign + 2) === ':' && touches(reader, sign + 2) && /^\d\d$/.test(word(reader, sign + 3));
  if (!led && !apart && hours.text.length !== 4) return null;
  const minutes = apart ? Number(word(reader, sign + 3)) : hours.text.length > 2 ? hours.value % 100 : 0;
  const whole = hours.text.length > 2 ? Math.floor(hours.value / 100) : hours.value;
  if (whole > 14 || minutes > 59 || hours.text.length > 4) return null;
  return { zone: (mark === '+' ? 1 : -1) * (whole * 60 + minutes), next: apart ? sign + 4 : sign + 2 };
}

/** "Europe/Berlin", "America/New_York", as the tables of zones write them. */
function readPath(reader: Reader, at: number): Named | null {
  if (word(reader, at + 1) !== '/' || !touches(reader, at + 1) || reader.tokens[at + 2]?.kind !== 'word') return null;
  let next = at + 3;
  while (/^[/_-]$/.test(word(reader, next)) && touches(reader, next) && touches(reader, next + 1) && reader.tokens[next + 1]?.kind === 'word') next += 2;
  const name = reader.text.slice(reader.tokens[at]?.start, reader.tokens[next - 1]?.end);
  return /^\p{Lu}/u.test(name) && isTimeZone(name) ? { zone: name, next } : null;
}

let cities: ReadonlyMap<string, string> | null = null;

/** Names of zones that are words for another time. */
const OTHER_TIMES = new Set(['wake', 'easter', 'christmas', 'midway', 'center', 'reunion', 'resolute']);

/** The zones that this runtime knows by the cities they are named after. */
function zoneOfCity(name: string): string | undefined {
  cities ??= new Map(Intl.supportedValuesOf('timeZone').map((zone): [string, string] => [(zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(), zone]));
  return OTHER_TIMES.has(name) ? undefined : cities.get(name);
}

/** "Tokyo time", "New York time", "UK time". */
function readPlace(reader: Reader, at: number): Named | null {
  for (const words of [1, 2, 3]) {
    if (word(reader, at + words) !== 'time') continue;
    const name = Array.from({ length: words }, (_, index) => word(reader, at + index)).join(' ');
    const zone = Object.hasOwn(PLACES, name) ? PLACES[name] : zoneOfCity(name);
    if (zone) return { zone, next: at + words + 1 };
  }
  return null;
}
