import { isFollowed } from './followers';
import { closesHere, type Reader, touches, word } from './reader';
import { TODAY, TOMORROW } from './words';

/** A time of day as it was said. `strong` ones stand on their own; others need "at" or a day beside them. */
export type Clock = {
  hour: number;
  minute: number;
  half: 'am' | 'pm' | null;
  /** Said on the 24-hour clock, or with a leading zero: nothing to guess. */
  exact: boolean;
  strong: boolean;
  /** Minutes east of UTC, or a place's clock, when a zone was named. */
  zone?: number | string;
  next: number;
};

/** Minutes east of UTC, or the place whose clock counts where a name holds for summer and winter. */
const ZONES: Record<string, number | string> = {
  eastern: 'America/New_York', pacific: 'America/Los_Angeles', central: 'America/Chicago', mountain: 'America/Denver',
  et: 'America/New_York', pt: 'America/Los_Angeles', ct: 'America/Chicago', mt: 'America/Denver',
  utc: 0, gmt: 0, z: 0, bst: 60, cet: 60, cest: 120, est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420, ist: 330, jst: 540, aest: 600, aedt: 660, nzst: 720, nzdt: 780, hkt: 480, eet: 120, eest: 180, msk: 180, akst: -540, akdt: -480, hst: -600,
};

/** "am", "a.m.", "p m", "p . m ." at `at`; a lone a or p counts only right behind a digit. */
export function readHalf(reader: Reader, at: number, allowLetter: boolean): { half: 'am' | 'pm'; next: number } | null {
  const text = word(reader, at);
  if (text === 'am' || text === 'pm') return { half: text, next: dot(reader, at + 1, false) };
  if (text !== 'a' && text !== 'p') return null;
  const half = text === 'a' ? 'am' : 'pm';
  const dotted = word(reader, at + 1) === '.';
  const m = dotted ? at + 2 : at + 1;
  if (word(reader, m) === 'm' && closesHere(reader, m + 1)) return { half, next: dot(reader, m + 1, dotted) };
  return allowLetter && touches(reader, at) && (closesHere(reader, at + 1) || /^[-–]$/.test(word(reader, at + 1))) ? { half, next: at + 1 } : null;
}

function dot(reader: Reader, at: number, wanted: boolean): number {
  return wanted && word(reader, at) === '.' && !touches(reader, at + 1) ? at + 1 : at;
}

/** A time of day, or null for an impossible one. */
export function make(hour: number, minute: number, next: number, rest: Partial<Clock> = {}): Clock | null {
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  const half = rest.half ?? null;
  if (half && (hour > 12 && half === 'am')) return null;
  if (half && hour > 12) return { hour: hour - 12, minute, half: 'pm', exact: false, strong: true, next };
  if (half && hour === 0) return null;
  return { hour, minute, half, exact: rest.exact ?? (hour > 12 || hour === 0), strong: rest.strong ?? half !== null, next };
}

/** "noon", "midnight" and their like. */
export function readNamed(reader: Reader, at: number): Clock | null {
  const text = word(reader, at);
  if (text === '12' && /^(noon|midday)$/.test(word(reader, at + 1))) return make(12, 0, at + 2, { exact: true, strong: true });
  if (text === '12' && word(reader, at + 1) === 'midnight') return make(0, 0, at + 2, { exact: true, strong: true });
  const ish = word(reader, at + 1) === '-' && word(reader, at + 2) === 'ish' ? at + 3 : at + 1;
  if (/^(noon|midday|noonish|noontime|middday)$/.test(text)) return make(12, 0, ish, { exact: true, strong: true });
  if (text === 'midnight') return make(0, 0, at + 1, { exact: true, strong: true });
  const meal = mealtime(reader, at);
  if (meal && isFollowed(reader, meal.next)) return make(meal.hour, 0, meal.next, { exact: true, strong: true });
  if (text === 'mid') {
    const day = word(reader, at + 1) === '-' ? at + 2 : at + 1;
    if (word(reader, day) === 'day') return make(12, 0, day + 1, { exact: true, strong: true });
    if (word(reader, day) === 'night') return make(0, 0, day + 1, { exact: true, strong: true });
  }
  return null;
}

/** "lunchtime", "dinner time", and plain lunch behind "at" or "before". */
function mealtime(reader: Reader, at: number): { hour: number; next: number } | null {
  const text = word(reader, at);
  const two = word(reader, at + 1) === 'time' ? at + 2 : null;
  if (text === 'lunchtime') return { hour: 12, next: at + 1 };
  if (text === 'dinnertime' || text === 'suppertime') return { hour: 18, next: at + 1 };
  if (two !== null && /^(lunch|dinner|supper)$/.test(text)) return { hour: text === 'lunch' ? 12 : 18, next: two };
  return text === 'lunch' && /^(at|by|before)$/.test(word(reader, at - 1)) ? { hour: 12, next: at + 1 } : null;
}

/** The zone named at `at` ("EST", "Pacific time"), with the place behind it. */
export function zoneNamed(reader: Reader, at: number): { zone: number | string; next: number } | null {
  const token = reader.tokens[at];
  if (!token || !Object.hasOwn(ZONES, token.text)) return null;
  const zone = ZONES[token.text];
  const timed = word(reader, at + 1) === 'time';
  // "9am Eastern", but not "9am Eastern Market".
  const next = word(reader, at + 1);
  const ends = isFollowed(reader, at + 1) || TODAY.has(next) || TOMORROW.has(next) || next === 'on';
  const named = timed || (ends && (reader.tokens[at - 1]?.kind !== 'word' || /^[ap]m$/.test(word(reader, at - 1))));
  const written = typeof zone === 'number' ? token.raw === token.raw.toUpperCase() || token.raw.length > 2 : named;
  return zone === undefined || !written ? null : { zone, next: timed ? at + 2 : at + 1 };
}

/** Takes along a time zone: "5pm CET", "9 am (BST)", "at 8 GMT", "at 3pm Pacific time". */
export function readZone(reader: Reader, clock: Clock): Clock {
  const open = word(reader, clock.next) === '(' ? clock.next + 1 : clock.next;
  const named = zoneNamed(reader, open);
  if (!named || (!clock.strong && word(reader, open).length < 3)) return clock;
  const next = open > clock.next ? named.next + 1 : named.next;
  if (!closesHere(reader, next) || (open > clock.next && word(reader, named.next) !== ')')) return clock;
  return { ...clock, strong: true, zone: named.zone, next };
}
