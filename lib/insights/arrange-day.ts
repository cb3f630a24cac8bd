import { formatMinutes, localParts, parseMinutes, toInstant } from '@/lib/language/calendar';
import { type Clock, daysFrom, SOON_DAYS } from '@/lib/tasks/due';
import { named } from '@/lib/tasks/words';
import { localDue, rankByUrgency, type RankedTask, type UrgencyGroup } from './urgency';
import { durationInWords, reasonInWords } from './words';

/** One stretch of the day. Times are the user's wall clock, `startsAt` and `endsAt` instants (ISO 8601). */
export type Block<T extends RankedTask = RankedTask> = {
  task: T;
  start: string;
  end: string;
  startsAt: string;
  endsAt: string;
  minutes: number;
  /** The task has a time of its own, which is kept; otherwise the plan chose it. */
  fixed: boolean;
  /** The task says no duration; DEFAULT_MINUTES were assumed. */
  assumed: boolean;
  reason: string;
};
type Unplaced<T extends RankedTask = RankedTask> = { task: T; reason: string };
export type DayPlan<T extends RankedTask = RankedTask> = { date: string; blocks: Block<T>[]; unplaced: Unplaced<T>[] };

export const DEFAULT_MINUTES = 30;
/** Tasks without a time are laid between these hours; with less than an hour left of them today, until the evening's end. */
const DAY_START = 9 * 60;
const DAY_END = 18 * 60;
const EVENING_END = 22 * 60;
/** What is due soon or important fills a day up to so many tasks; what is overdue or due that day always comes in. */
const FILL_UP_TO = 6;

type Span = { from: number; to: number };

/**
 * Lays pending tasks into a day: those with a time of that day keep it, then what is overdue or due that day, then what
 * is due soon or important, in the order of urgency, each into the first gap that is long enough. A task is not split.
 * Pure. @param date not before today in the clock's zone
 */
export function arrangeDay<T extends RankedTask>(tasks: T[], date: string, clock: Clock): DayPlan<T> {
  const chosen = choose(tasks, date, clock);
  const fixed = chosen.filter(({ task }) => isFixed(task, date, clock)).map(({ task }) => fixedBlock(task, clock));
  const taken = fixed.map(({ span }) => span);
  const blocks = fixed.map(({ block, span }) => ({ ...block, reason: block.reason + overlaps(block.task, span, fixed) }));
  const unplaced: Unplaced<T>[] = [];
  const hours = hoursOf(date, clock);

  for (const { task, group, must } of chosen) {
    if (isFixed(task, date, clock)) continue;
    if (!must && blocks.length >= FILL_UP_TO) continue;
    const minutes = task.durationMinutes ?? DEFAULT_MINUTES;
    const free = gaps(hours, taken);
    const gap = free.find(({ from, to }) => to - from >= minutes);
    if (gap) {
      taken.push({ from: gap.from, to: gap.from + minutes });
      const startsAt = toInstant(date, formatMinutes(gap.from), clock.timeZone);
      blocks.push({ ...blockAt(task, startsAt, clock.timeZone), fixed: false, reason: reasonInWords(task, group, clock) });
    } else if (must) {
      const longest = Math.max(0, ...free.map(({ from, to }) => to - from));
      const room = longest > 0 ? `the longest free stretch is ${durationInWords(longest)}` : 'the day is full';
      unplaced.push({ task, reason: `${reasonInWords(task, group, clock)}; needs ${durationInWords(minutes)}, ${room}` });
    }
  }
  blocks.sort((a, b) => a.startsAt.localeCompare(b.startsAt) || a.task.number - b.task.number);
  return { date, blocks, unplaced };
}

/** The tasks that concern the day, most urgent first; `must`: overdue already, or due that day. */
function choose<T extends RankedTask>(tasks: T[], date: string, clock: Clock): { task: T; group: UrgencyGroup; must: boolean }[] {
  const concerning = rankByUrgency(tasks, clock).flatMap(({ task, group }) => {
    const due = localDue(task, clock.timeZone);
    const days = due && daysFrom(date, due.date);
    const must = group === 'overdue' || days === 0;
    const ahead = days === null || days > 0;
    const soon = days !== null && ahead && days <= SOON_DAYS;
    // A task with a time of another day is an appointment there, not work to be done ahead.
    const fills = (due === null || due.time === null) && (soon || (ahead && task.priority === 'high'));
    return must || fills ? [{ task, group, must }] : [];
  });
  return [...concerning.filter(({ must }) => must), ...concerning.filter(({ must }) => !must)];
}

function isFixed(task: RankedTask, date: string, { now, timeZone }: Clock): boolean {
  const due = localDue(task, timeZone);
  return due?.time != null && due.date === date && task.dueAt !== null && new Date(task.dueAt) >= now;
}

function fixedBlock<T extends RankedTask>(task: T, clock: Clock): { block: Block<T>; span: Span } {
  const startsAt = new Date(task.dueAt ?? clock.now);
  const block = { ...blockAt(task, startsAt, clock.timeZone), fixed: true, reason: 'at its own time' };
  const from = parseMinutes(block.start) ?? 0;
  return { block, span: { from, to: from + block.minutes } };
}

function blockAt<T extends RankedTask>(task: T, startsAt: Date, timeZone: string): Omit<Block<T>, 'fixed' | 'reason'> {
  const minutes = task.durationMinutes ?? DEFAULT_MINUTES;
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
  return {
    task,
    start: localParts(startsAt, timeZone).time,
    end: localParts(endsAt, timeZone).time,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    minutes,
    assumed: task.durationMinutes === null,
  };
}

function overlaps(task: RankedTask, span: Span, fixed: { block: { task: RankedTask }; span: Span }[]): string {
  const other = fixed.find(({ block, span: { from, to } }) => block.task.id !== task.id && from < span.to && span.from < to);
  return other ? `; overlaps with ${named(other.block.task)}` : '';
}

function hoursOf(date: string, { now, timeZone }: Clock): Span {
  const local = localParts(now, timeZone);
  if (local.date !== date) return { from: DAY_START, to: DAY_END };
  const from = Math.max(DAY_START, Math.ceil(local.minutes / 15) * 15);
  return { from, to: from > DAY_END - 60 ? EVENING_END : DAY_END };
}

function gaps({ from, to }: Span, taken: Span[]): Span[] {
  const free: Span[] = [];
  let cursor = from;
  for (const span of [...taken].sort((a, b) => a.from - b.from)) {
    if (Math.min(span.from, to) > cursor) free.push({ from: cursor, to: Math.min(span.from, to) });
    cursor = Math.max(cursor, span.to);
  }
  if (cursor < to) free.push({ from: cursor, to });
  return free;
}
