import { civilDay, formatDay, formatMinutes, parseDay, parseMinutes, type CivilDay } from './calendar';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric',
      hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Whether `zone` is a time zone that this runtime knows (an IANA name such as `Europe/Berlin`, or `UTC`). */
export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

export type LocalParts = { date: string; time: string; day: CivilDay; minutes: number };

/**
 * What a clock in `zone` shows at `instant`: `date` YYYY-MM-DD, `time` HH:MM, `day` as a civil day and `minutes` since
 * midnight. Throws a RangeError for an unknown zone.
 */
export function localParts(instant: Date, zone: string): LocalParts {
  const found: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const part of formatOf(zone).formatToParts(instant)) found[part.type] = Number(part.value);
  const day = civilDay(found.year ?? 1970, found.month ?? 1, found.day ?? 1);
  const minutes = (found.hour ?? 0) * 60 + (found.minute ?? 0);
  return { date: formatDay(day), time: formatMinutes(minutes), day, minutes };
}

function offsetMs(instantMs: number, zone: string): number {
  const local = localParts(new Date(instantMs), zone);
  const minute = Math.floor(instantMs / 60_000) * 60_000;
  return local.day * 86_400_000 + local.minutes * 60_000 - minute;
}

/**
 * The instant at which a clock in `zone` shows `date` and `time` (midnight when `time` is null). A time that a change to
 * summer time skips moves forward by the gap (02:30 → 03:30); one that occurs twice is the first. Throws a RangeError for
 * an unknown zone or a date that does not exist.
 */
export function toInstant(date: string, time: string | null, zone: string): Date {
  const day = parseDay(date);
  if (day === null) throw new RangeError(`No such date: ${date}`);
  const wall = day * 86_400_000 + (parseMinutes(time) ?? 0) * 60_000;
  const before = offsetMs(wall - 86_400_000, zone);
  const after = offsetMs(wall + 86_400_000, zone);
  const candidates = [wall - before, wall - after].filter((ms, index) => offsetMs(ms, zone) === (index === 0 ? before : after));
  return new Date(candidates.length > 0 ? Math.min(...candidates) : wall - before);
}
