/**
 * Dates as people say them. All functions take the zone and the moment, know no clock of their own, and use no locale
 * data, so that server and browser write the same.
 */
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAY_MS = 86_400_000;

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(zone: string) {
  let found = formatters.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(zone, found);
  }
  return found;
}

/** An instant (ms) as the wall clock of a zone: `date` YYYY-MM-DD, `time` HH:MM. */
export function wallClock(instant: number, zone: string): { date: string; time: string } {
  const part: Record<string, string> = {};
  for (const { type, value } of formatter(zone).formatToParts(instant)) part[type] = value;
  return { date: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` };
}

const dayNumber = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);

/** Whole days from one date to another, negative when it lies before. */
export const daysBetween = (from: string, to: string) => dayNumber(to) - dayNumber(from);

export const addDays = (date: string, days: number) => new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10);

const weekday = (date: string) => DAYS[(((dayNumber(date) + 4) % 7) + 7) % 7] ?? '';
const parts = (date: string) => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month: MONTHS[month - 1] ?? '', day };
};

/** A day said shortly: Today, Tomorrow, Yesterday, Fri (within the next six days), 3 Dec, 3 Dec 2027. */
export function sayDay(date: string, today: string): string {
  const away = daysBetween(today, date);
  if (away === 0) return 'Today';
  if (away === 1) return 'Tomorrow';
  if (away === -1) return 'Yesterday';
  if (away > 1 && away < 7) return weekday(date).slice(0, 3);
  const { year, month, day } = parts(date);
  const short = `${day} ${month.slice(0, 3)}`;
  return date.slice(0, 4) === today.slice(0, 4) ? short : `${short} ${year}`;
}

/** A day in full: Friday 27 November 2026. */
export function sayFullDay(date: string): string {
  const { year, month, day } = parts(date);
  return `${weekday(date)} ${day} ${month} ${year}`;
}

/** Today in words for the greeting: Friday, 27 November. */
export function sayToday(date: string): string {
  const { month, day } = parts(date);
  return `${weekday(date)}, ${day} ${month}`;
}

/** A month with its year: October 2026. */
export function sayMonth(date: string): string {
  const { year, month } = parts(date);
  return `${month} ${year}`;
}

export type Due = { dueDate: string | null; dueTime: string | null; dueAt: string | null; timeZone: string | null };
type DueTone = 'overdue' | 'today' | 'later';

/** When a task is due on the reader's wall clock; a time said in another zone is brought over. */
export function dueClock(due: Due, zone: string): { date: string; time: string | null } | null {
  if (!due.dueDate) return null;
  if (due.dueTime && due.dueAt && due.timeZone && due.timeZone !== zone) return wallClock(Date.parse(due.dueAt), zone);
  return { date: due.dueDate, time: due.dueTime };
}

/** The due date of a task: short words, the full date, and whether it is past or today; null when it has none. */
export function sayDue(due: Due, now: number, zone: string): { text: string; time: string | null; full: string; tone: DueTone } | null {
  const clock = dueClock(due, zone);
  if (!clock) return null;
  const present = wallClock(now, zone);
  const past = clock.date < present.date || (clock.date === present.date && clock.time !== null && clock.time < present.time);
  return {
    text: [sayDay(clock.date, present.date), clock.time].filter(Boolean).join(' '),
    time: clock.time,
    full: [sayFullDay(clock.date), clock.time].filter(Boolean).join(', '),
    tone: past ? 'overdue' : clock.date === present.date ? 'today' : 'later',
  };
}

/** A past instant: 17:05 when it is today, else with its day; and the same in full. */
export function sayInstant(iso: string, now: number, zone: string): { text: string; full: string } {
  const at = wallClock(Date.parse(iso), zone);
  const today = wallClock(now, zone).date;
  return {
    text: at.date === today ? at.time : `${sayDay(at.date, today)} ${at.time}`,
    full: `${sayFullDay(at.date)}, ${at.time}`,
  };
}

/** A duration for meta lines: 40 ms, 1.2 s, 2 min 5 s. */
export function sayDuration(ms: number): string {
  if (ms < 1_000) return `${Math.max(1, Math.round(ms))} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1_000)} s`;
}
