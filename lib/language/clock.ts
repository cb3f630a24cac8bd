import { isFollowed } from './followers';
import { closesHere, type Reader, touches, word } from './reader';
import { TODAY, TOMORROW, TONIGHT, WEEKDAYS } from './words';

/** A time of day as it was said. `strong` ones stand on their own; others need "at" or a day beside them. */
export type Clock = {
  hour: number;
  minute: number;
  half: 'am' | 'pm' | null;
  /** Said on the 24-hour clock, or with a leading zero: nothing to guess. */
  exact: boolean;
  strong: boolean;
  /** "midnight", which as a deadline is the end of the day it is named with. */
  midnight?: true;
  /** Minutes east of UTC, or a place's clock, when a zone was named. */
  zone?: number | string;
  next: number;
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
  if (text === 'midnight') return { hour: 0, minute: 0, half: null, exact: true, strong: true, midnight: true, next: at + 1 };
  const meal = mealtime(reader, at);
  if (meal && (isFollowed(reader, meal.next) || dayFollows(reader, meal.next))) return make(meal.hour, 0, meal.next, { exact: true, strong: true });
  if (text === 'mid') {
    const day = word(reader, at + 1) === '-' ? at + 2 : at + 1;
    if (word(reader, day) === 'day') return make(12, 0, day + 1, { exact: true, strong: true });
    if (word(reader, day) === 'night') return make(0, 0, day + 1, { exact: true, strong: true });
  }
  return null;
}

const MEALS: Record<string, number> = { breakfast: 8, lunch: 12, dinner: 18, supper: 18 };

/** "lunchtime", "dinner time", and plain lunch behind "at", "before" or "after". */
function mealtime(reader: Reader, at: number): { hour: number; next: number } | null {
  const text = word(reader, at);
  const meal = text.replace(/time$/, '');
  const hour = Object.hasOwn(MEALS, meal) ? MEALS[meal] ?? 0 : null;
  if (hour === null) return null;
  if (meal !== text) return { hour, next: at + 1 };
  if (word(reader, at + 1) === 'time') return { hour, next: at + 2 };
  const lead = word(reader, at - 1);
  if (text === 'lunch' && /^(at|by|before|around)$/.test(lead)) return { hour, next: at + 1 };
  return text === 'lunch' && lead === 'after' ? { hour: hour + 1, next: at + 1 } : null;
}

/** Whether a day comes next: "tomorrow", "on Thursday". */
export function dayFollows(reader: Reader, at: number): boolean {
  const day = word(reader, word(reader, at) === 'on' ? at + 1 : at);
  return WEEKDAYS.has(day) || TODAY.has(day) || TOMORROW.has(day) || TONIGHT.has(day);
}
