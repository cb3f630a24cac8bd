import { addMonths, weekdayOf, type CivilDay } from './calendar';
import { readQuantity } from './numbers';
import { closesHere, touches, word, type Reader } from './reader';
import { SHORT_UNITS, UNITS, type Unit } from './words';

/** A length of time, kept apart by what a calendar treats differently. */
export type Duration = { months: number; days: number; workdays: number; minutes: number; timed: boolean; next: number };

/** The unit named by a token, "days'" and "month's" included. */
export function readUnit(reader: Reader, at: number, digitBefore: boolean): Unit | null {
  if (digitBefore && touches(reader, at) && word(reader, at) === "'" && closesHere(reader, at + 1)) return 'minute';
  const text = word(reader, at).replace(/'s?$/, '');
  const unit = UNITS.get(text);
  if (unit) return unit;
  const fraction = reader.tokens[at - 2]?.text === '/';
  const goesOn = text === 'h' && touches(reader, at) && isTightNumber(reader, at + 1);
  return digitBefore && (touches(reader, at) || fraction) && (closesHere(reader, at + 1) || goesOn) ? SHORT_UNITS.get(text) ?? null : null;
}

/** "1h30", "1h30m": digits right behind the hours. */
function isTightNumber(reader: Reader, at: number): boolean {
  return touches(reader, at) && reader.tokens[at]?.kind === 'number';
}

/** "2 hours", "1d 2hr 5min", "two and a half weeks", "an hour and a half" at `at`. */
export function readDuration(reader: Reader, at: number): Duration | null {
  const total: Duration = { months: 0, days: 0, workdays: 0, minutes: 0, timed: false, next: at };
  let next = at;
  for (let pieces = 0; pieces < 6; pieces += 1) {
    const start = pieces === 0 ? next : skipJoin(reader, next);
    const quantity = readQuantity(reader.tokens, start);
    if (!quantity) break;
    const last = reader.tokens[quantity.next - 1];
    let unitAt = quantity.next;
    if (/^(business|working|work|full|whole|more)$/.test(word(reader, unitAt))) unitAt += 1;
    const hyphen = word(reader, unitAt) === '-' ? unitAt + 1 : unitAt;
    const unit = readUnit(reader, hyphen, last?.kind === 'number');
    if (!unit && pieces > 0 && word(reader, start - 1) === 'h' && isTightNumber(reader, start) && quantity.value < 60 && closesHere(reader, quantity.next)) {
      add(total, quantity.value, 'minute');
      next = quantity.next;
      break;
    }
    if (!unit || !closesHere(reader, hyphen + 1) && !isTightNumber(reader, hyphen + 1)) {
      // A join belongs to what follows when no further piece comes: "in 2 hours and call".
      break;
    }
    const working = /^(business|working|work)$/.test(word(reader, quantity.next));
    add(total, quantity.value, working && unit === 'day' ? 'weekday' : unit);
    next = hyphen + 1;
    if (word(reader, next) === 'and' && /^an?$/.test(word(reader, next + 1)) && word(reader, next + 2) === 'half') {
      add(total, 0.5, unit);
      next += 3;
    }
  }
  if (next === at) return null;
  total.next = next;
  return total;
}

function skipJoin(reader: Reader, at: number): number {
  let next = at;
  if (word(reader, next) === ',') next += 1;
  if (word(reader, next) === 'and') next += 1;
  return next;
}

function add(total: Duration, count: number, unit: Unit): void {
  const whole = Number.isInteger(count);
  switch (unit) {
    case 'second': total.minutes += count / 60; total.timed = true; break;
    case 'minute': total.minutes += count; total.timed = true; break;
    case 'hour': total.minutes += count * 60; total.timed = true; break;
    case 'day':
      if (whole) total.days += count;
      else { total.minutes += count * 1440; total.timed = true; }
      break;
    case 'weekday': total.workdays += Math.round(count); break;
    case 'week': case 'weekend': total.days += Math.round(count * 7); break;
    case 'fortnight': total.days += Math.round(count * 14); break;
    case 'month': total.months += Math.floor(count); if (!whole) total.days += Math.round((count % 1) * 30); break;
    case 'quarter': total.months += Math.round(count * 3); break;
    case 'year': total.months += Math.round(count * 12); break;
    case 'decade': total.months += Math.round(count * 120); break;
  }
}

/** Whether adding it stays within the years that tasks may have. */
export function isReasonable(duration: Duration): boolean {
  return duration.months <= 12_000 && duration.days <= 366_000 && duration.workdays <= 10_000 && duration.minutes <= 525_600_000;
}

/** `day` moved by the calendar part of a duration (`sign` −1 for back). */
export function shiftDay(day: CivilDay, duration: Duration, sign: 1 | -1): CivilDay {
  let moved = duration.months ? addMonths(day, sign * duration.months) : day;
  moved += sign * duration.days;
  for (let left = duration.workdays; left > 0;) {
    moved += sign;
    if (weekdayOf(moved) % 6 !== 0) left -= 1;
  }
  return moved;
}

/** Whole minutes, rounded; months count 30 days. For "for 45 min", "an hour before". */
export function durationMinutes(duration: Duration): number {
  return Math.round(duration.minutes) + (duration.days + duration.workdays + duration.months * 30) * 1440;
}
