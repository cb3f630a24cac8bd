import { formatDay, formatMinutes, weekdayOf, type CivilDay } from './calendar';
import { weekdayInWeekOf } from './day-beside';
import { hasDay } from './expression-days';
import type { Expression } from './expression-type';
import { resolveOnWeekday, resolvePiece } from './pieces';
import type { Clock } from './clock';
import { endMinutes, startBefore } from './clock-span';
import type { Reader } from './reader';
import type { DateProblem, Due } from './types';
import { DAY_PART_TIME, type DayPart } from './words';
import { localParts, toInstant } from './zones';

export type Meaning = {
  due: Due;
  range?: { from: string; to: string };
  endTime?: string;
  problem?: DateProblem;
};

/** What an expression means on the person's calendar and clock. */
export function resolveExpression(reader: Reader, expression: Expression): Meaning {
  const nothing: Due = { date: null, time: null };
  const part = partOf(expression);
  const said = saidMinutes(reader, expression, part);
  const laterToday = said !== null && said.minutes > reader.minutes;
  const base = resolveDay(reader, expression, laterToday);
  if (base === 'impossible') return { due: nothing, problem: 'impossible_date' };
  const implied = base === null;
  const isToday = base === null || base.day === reader.today;
  let minutes = said === null ? null : said.minutes;
  // With "today", a bare hour that has passed means the evening's ("today at 9", said at ten in the morning).
  if (said?.guessed && isToday && !implied && minutes !== null && minutes < reader.minutes && minutes < 660 && minutes + 720 > reader.minutes) minutes += 720;
  let day = base?.day ?? reader.today;
  if (implied && minutes !== null && minutes < reader.minutes && !expression.part?.today) day += 1;
  if (said?.nextDay) day += implied && minutes === 0 && day > reader.today ? 0 : 1;
  if (part === 'night' && base && isToday && minutes !== null && minutes < 360 && minutes < reader.minutes && !said?.nextDay) day += 1;
  if (minutes === null && part) minutes = DAY_PART_TIME[part];
  if (implied && minutes !== null && expression.clock === undefined && minutes < reader.minutes && !expression.part?.today) day = reader.today + 1;
  // Tonight, late in the evening, is still to come.
  if (part === 'night' && said === null && base?.day === reader.today && minutes !== null && minutes <= reader.minutes) minutes = Math.min(reader.minutes + 60, 1439);
  const fixedMinutes = expression.day && 'minutes' in expression.day ? expression.day.minutes ?? null : null;
  minutes ??= fixedMinutes;
  const unmoved = minutes;
  let moved: CivilDay = day;
  if (expression.clock?.zone !== undefined && minutes !== null) [moved, minutes] = convertZone(reader, day, minutes, expression.clock.zone);
  const meaning: Meaning = { due: { date: formatDay(moved), time: minutes === null ? null : formatMinutes(minutes) } };
  const range = resolveRange(reader, expression, moved);
  if (range === 'impossible') return { due: nothing, problem: 'impossible_date' };
  if (range) meaning.range = range;
  if (expression.clockEnd && minutes !== null && unmoved !== null) {
    const end = endMinutes(expression.clockEnd, unmoved);
    meaning.endTime = formatMinutes((end + minutes - unmoved + 2880) % 1440);
  }
  meaning.problem = problemOf(reader, expression, moved, minutes, base?.past ?? false);
  if (meaning.problem === undefined) delete meaning.problem;
  return meaning;
}

function problemOf(reader: Reader, expression: Expression, day: CivilDay, minutes: number | null, past: boolean): DateProblem | undefined {
  if (expression.contradiction) return 'contradiction';
  if (expression.hours) return 'several_times';
  const now = expression.day?.kind === 'instant';
  if (past && day < reader.today || day < reader.today) return 'past';
  if (!now && day === reader.today && minutes !== null && minutes < reader.minutes) return 'past';
  return undefined;
}

function partOf(expression: Expression): DayPart | null {
  return expression.part?.part ?? (expression.day?.kind === 'fixed' ? expression.day.part ?? null : null);
}

function resolveDay(reader: Reader, expression: Expression, laterToday: boolean): { day: CivilDay; past?: boolean } | 'impossible' | null {
  const { weekday, day } = expression;
  const { today, weekStart } = reader;
  if (!day && !weekday) return null;
  if (!day) return weekday ? resolvePiece(weekday, today, weekStart, laterToday) : null;
  const found = resolvePiece(day, today, weekStart);
  if (found === 'impossible' || !weekday) return found;
  if (weekdayOf(found.day) === weekday.weekday) return found;
  if (day.kind === 'fixed') {
    if (day.relative && weekday.which !== 'next') {
      expression.contradiction = true;
      return found;
    }
    // "two months from today on Tuesday" is no sooner than that; within days the week counts.
    if (day.far) return { day: found.day + ((weekday.weekday - weekdayOf(found.day) + 7) % 7) };
    return { day: weekdayInWeekOf(found.day, weekday.weekday, weekStart) };
  }
  if (day.kind === 'nth-of-month' && day.week) return { day: weekdayInWeekOf(found.day, weekday.weekday, weekStart) };
  const matching = resolveOnWeekday(day, weekday.weekday, today, weekStart);
  return matching === null ? found : { day: matching };
}

type Said = { minutes: number; guessed: boolean; nextDay: boolean };

/** The minutes since midnight that a clock means beside its part of the day, with the half of the day guessed if need be. */
function saidMinutes(reader: Reader, expression: Expression, part: DayPart | null): Said | null {
  const clock = expression.clock;
  if (!clock) return null;
  if (clock.hour === 24) return { minutes: 0, guessed: false, nextDay: true };
  const half = clock.half ?? halfOf(clock, part);
  if (half) {
    const hour = (clock.hour % 12) + (half === 'pm' ? 12 : 0);
    const midnight = (part === 'night' || part === 'evening') && clock.hour === 12 && clock.half === null;
    if (midnight) return { minutes: clock.minute, guessed: false, nextDay: true };
    return { minutes: hour * 60 + clock.minute, guessed: false, nextDay: false };
  }
  if (clock.midnight && part !== 'night' && hasDay(expression) && /^(by|before|due|until|till|til)$/.test(expression.lead)) return { minutes: 1439, guessed: false, nextDay: false };
  if (clock.exact) {
    const midnight = clock.hour === 0 && clock.minute === 0 && part === 'night';
    return { minutes: clock.hour * 60 + clock.minute, guessed: false, nextDay: midnight };
  }
  const end = expression.clockEnd;
  if (end) {
    const evening = reader.hint === 'pm' && !end.half && !end.exact && clock.hour >= 5 && clock.hour < 12 ? 720 + clock.hour * 60 + clock.minute : null;
    return { minutes: evening ?? startBefore(clock, end), guessed: false, nextDay: false };
  }
  const pm = reader.hint === 'pm' ? clock.hour >= 5 || clock.hour < 4 : reader.hint === 'am' ? clock.hour < 4 : clock.hour < 7;
  const hour = clock.hour % 12 + (pm || clock.hour === 12 ? 12 : 0);
  return { minutes: hour * 60 + clock.minute, guessed: !pm && clock.hour !== 12, nextDay: false };
}

function halfOf(clock: Clock, part: DayPart | null): 'am' | 'pm' | null {
  if (!part || clock.exact || clock.hour > 12) return null;
  if (part === 'morning') return 'am';
  if (part === 'night') return clock.hour < 5 && clock.hour !== 12 ? 'am' : 'pm';
  return 'pm';
}

function resolveRange(reader: Reader, expression: Expression, day: CivilDay): { from: string; to: string } | 'impossible' | null {
  if (expression.until) {
    if (expression.until.kind === 'impossible') return 'impossible';
    const end = resolvePiece(expression.until, day, reader.weekStart);
    if (end === 'impossible') return 'impossible';
    return { from: formatDay(day), to: formatDay(Math.max(day, end.day)) };
  }
  if (expression.day?.kind === 'month-day' && expression.day.to !== undefined) {
    return { from: formatDay(day), to: formatDay(day + expression.day.to - expression.day.day) };
  }
  const range = expression.day?.kind === 'fixed' ? expression.day.range : undefined;
  return range ? { from: formatDay(range[0]), to: formatDay(range[1]) } : null;
}

function convertZone(reader: Reader, day: CivilDay, minutes: number, zone: number | string): [CivilDay, number] {
  const [place, offset] = typeof zone === 'string' ? [zone, 0] : ['UTC', zone];
  const instant = toInstant(formatDay(day), formatMinutes(minutes), place).getTime() - offset * 60_000;
  const local = localParts(new Date(instant), reader.zone);
  return [local.day, local.minutes];
}
