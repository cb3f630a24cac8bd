import { addMonths, type CivilDay, formatDay, formatMinutes } from './calendar';
import type { Clock } from './clock';
import { daysOf } from './occurrences';
import type { Reader } from './reader';
import type { RecurrenceState } from './recurrence-state';
import type { Rule } from './rule';
import type { Due } from './types';
import { DAY_PART_TIME, type DayPart } from './words';

/** The minutes since midnight at which it comes, in order. */
export function timesOf(reader: Reader, state: RecurrenceState): number[] {
  if (state.clocks.length === 0) return [state.part, state.alsoPart].flatMap((part) => (part ? [DAY_PART_TIME[part]] : []));
  // One "pm" at the end of a list holds for all of it: "at 1 and 5pm".
  const last = state.clocks.at(-1);
  const anyExact = state.clocks.some((clock) => clock.exact);
  const shared = state.clocks.length > 1 ? last?.half ?? null : null;
  // … as long as they ascend: in "8, 12 and 6pm" eight is in the morning.
  let next = Infinity;
  const times = [...state.clocks].reverse().map((clock) => {
    const minutes = minutesOf(reader, clock, state.part, anyExact, shared);
    const early = clock.half === null && !clock.exact && shared !== null && minutes >= next && minutes >= 720;
    next = early ? minutes - 720 : minutes;
    return next;
  });
  return times.sort((a, b) => a - b);
}

function minutesOf(reader: Reader, clock: Clock, part: DayPart | null, exact: boolean, shared: 'am' | 'pm' | null): number {
  const half = clock.half ?? (clock.exact ? null : part === 'morning' ? 'am' : part ? 'pm' : shared);
  if (half) return ((clock.hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + clock.minute;
  if (clock.exact || exact) return (clock.hour % 24) * 60 + clock.minute;
  const pm = reader.hint === 'pm' ? clock.hour >= 5 || clock.hour < 4 : reader.hint === 'am' ? clock.hour < 4 : clock.hour < 7;
  return ((clock.hour % 12) + (pm || clock.hour === 12 ? 12 : 0)) * 60 + clock.minute;
}

/** The first occurrence that is still to come. */
export function firstDue(reader: Reader, rule: Rule, firstDay: CivilDay, times: number[], dated: boolean): Due | null {
  const within = { HOURLY: 60, MINUTELY: 1, SECONDLY: 1 / 60 }[rule.freq as string];
  if (rule.freq === 'MINUTELY' && rule.byHour.length > 0) return firstSlot(reader, rule, firstDay);
  if (within !== undefined && times.length === 0) {
    if (dated && firstDay > reader.today) return { date: formatDay(firstDay), time: null };
    const total = reader.minutes + Math.max(1, Math.round(rule.interval * within));
    return { date: formatDay(reader.today + Math.floor(total / 1440)), time: formatMinutes(total % 1440) };
  }
  const later = firstDay === reader.today ? times.find((minutes) => minutes > reader.minutes) : times[0];
  const passed = firstDay === reader.today && times.length > 0 && later === undefined;
  const free = rule.byDay.length + rule.byMonthDay.length + rule.byMonth.length + rule.byYearDay.length + rule.byWeekNo.length === 0;
  let from = firstDay;
  if (passed) {
    from = !free ? firstDay + 1 : rule.freq === 'WEEKLY' ? firstDay + 7 : rule.freq === 'MONTHLY' ? addMonths(firstDay, 1) : rule.freq === 'YEARLY' ? addMonths(firstDay, 12) : firstDay + 1;
  }
  // "every other Monday" begins with the coming one: the interval counts from there, not from today's week.
  const interval = dated || free ? rule.interval : 1;
  for (const day of daysOf({ ...rule, interval, count: null }, from)) {
    const minutes = day === reader.today ? later : times[0];
    return { date: formatDay(day), time: minutes === undefined ? null : formatMinutes(minutes) };
  }
  return null;
}

/** The first of the minutes that a rule within hours of the day names ("every 15 minutes between 9 and 11"). */
function firstSlot(reader: Reader, rule: Rule, firstDay: CivilDay): Due | null {
  const slots = rule.byHour.flatMap((hour) => Array.from({ length: Math.ceil(60 / rule.interval) }, (_, at) => hour * 60 + at * rule.interval));
  for (const day of daysOf({ ...rule, freq: 'DAILY', interval: 1, count: null }, firstDay)) {
    const slot = slots.find((minutes) => day > reader.today || minutes > reader.minutes);
    if (slot !== undefined) return { date: formatDay(day), time: formatMinutes(slot) };
  }
  return null;
}
