import type { Clock } from './clock';

/** The minutes at which a span of hours starts: "11-1pm" before noon, "3-5pm" after it. */
export function startBefore(clock: Clock, end: Clock): number {
  const from = (clock.hour % 12) * 60 + clock.minute;
  const to = endMinutes(end, from);
  const late = from + 720;
  if (end.half === 'am') return from;
  if (end.half === 'pm' || end.exact) return late < to ? late : from;
  return clock.hour < 7 || clock.hour === 12 ? late : from;
}

/** The minutes at which a span of hours ends that started at `from`. */
export function endMinutes(end: Clock, from: number): number {
  const early = (end.hour % 12) * 60 + end.minute;
  if (end.exact) return (end.hour % 24) * 60 + end.minute;
  if (end.half) return early + (end.half === 'pm' ? 720 : 0);
  return early > from ? early : early + 720 > from ? early + 720 : early;
}
