import type { Db } from '@/lib/db/as-user';
import { localParts } from '@/lib/language/calendar';
import { type Clock, daysFrom, shiftDay } from '@/lib/tasks/due';
import { carriesTag } from './carries-tag';
import { countStreak } from './count-streak';
import { dayBounds, daysBetween, isoWeek, mondayOf, rangeBounds } from './days';

type Counts = { created: number; completed: number };
type TagStats = { tag: string; total: number; pending: number; completed: number; overdue: number; completionRate: number | null };

/** Numbers about a person's tasks. The trash counts nowhere; subtasks and occurrences of a series count as tasks. */
export type TaskStats = {
  /** As things stand now, whatever the range. `completionRate` is completed of total in percent, null without tasks. */
  totals: { total: number; pending: number; completed: number; overdue: number; dueToday: number; completionRate: number | null };
  /** What happened in the range. `completionRate`: how many percent of the tasks created in it are completed by now. */
  range: Counts & { from: string; to: string; createdAndCompleted: number; completionRate: number | null };
  /** Every day of the range, in the user's zone; of a range longer than MAX_DAYS the newest. */
  days: (Counts & { date: string })[];
  /** The ISO weeks of `days`; the first and the last hold only the days inside the range. */
  weeks: (Counts & { week: string; from: string; to: string })[];
  tags: TagStats[];
  /** Consecutive days with a completion: up to today (or yesterday, while today has none). */
  streak: { days: number; includesToday: boolean };
};

export type StatsInput = { from?: string; to?: string; tag?: string };

/** How many days are counted one by one. */
const MAX_DAYS = 366;
/** Without a range: this week and so many before it. */
const DEFAULT_WEEKS = 4;

type TotalsRow = {
  total: number; pending: number; completed: number; overdue: number; due_today: number;
  created_in: number; completed_in: number; created_completed: number; first: Date | null;
};

/**
 * Counts a person's tasks; days and weeks are those of the clock's zone. Without `from` and `to` the range is this ISO
 * week and the four before it; with `from` alone it ends today, with `to` alone it begins with the first task.
 * `tag` (ignoring case) narrows everything to tasks that carry it.
 */
export async function getTaskStats(db: Db, userId: string, clock: Clock, input: StatsInput = {}): Promise<TaskStats> {
  const today = localParts(clock.now, clock.timeZone).date;
  const from = input.from ?? (input.to ? null : shiftDay(mondayOf(today), -7 * DEFAULT_WEEKS));
  const to = input.to ?? today;
  const row = await countTotals(db, userId, clock, { from, to, today, tag: input.tag ?? null });
  const first = row.first ? localParts(row.first, clock.timeZone).date : to;
  const start = from ?? (first < to ? first : to);
  // A range may span centuries: the days that are looked at then end today.
  const last = daysFrom(start, to) >= MAX_DAYS && to > today && today > start ? today : to;
  const newest = shiftDay(last, 1 - MAX_DAYS);
  const days = await countDays(db, userId, clock, daysBetween(start > newest ? start : newest, last), input.tag ?? null);
  return {
    totals: {
      total: row.total, pending: row.pending, completed: row.completed, overdue: row.overdue, dueToday: row.due_today,
      completionRate: rate(row.completed, row.total),
    },
    range: {
      from: start, to, created: row.created_in, completed: row.completed_in,
      createdAndCompleted: row.created_completed, completionRate: rate(row.created_completed, row.created_in),
    },
    days,
    weeks: weeksOf(days),
    tags: await countTags(db, userId, clock, input.tag ?? null),
    streak: await countStreak(db, userId, clock, input.tag ?? null),
  };
}

async function countTotals(
  db: Db, userId: string, { now, timeZone }: Clock,
  { from, to, today, tag }: { from: string | null; to: string; today: string; tag: string | null },
): Promise<TotalsRow> {
  const { end } = rangeBounds(to, to, timeZone);
  const start = from === null ? null : rangeBounds(from, from, timeZone).start;
  const day = rangeBounds(today, today, timeZone);
  const [row] = await db.$queryRaw<TotalsRow[]>`
    SELECT count(*)::int AS total,
      count(*) FILTER (WHERE status = 'pending')::int AS pending,
      count(*) FILTER (WHERE status = 'completed')::int AS completed,
      count(*) FILTER (WHERE status = 'pending' AND due_at < ${now}::timestamptz)::int AS overdue,
      count(*) FILTER (WHERE status = 'pending' AND CASE WHEN due_time IS NULL THEN due_date = ${today}::date
        ELSE due_at >= ${day.start}::timestamptz AND due_at < ${day.end}::timestamptz END)::int AS due_today,
      count(*) FILTER (WHERE created_in)::int AS created_in,
      count(*) FILTER (WHERE completed_at < ${end}::timestamptz
        AND (${start}::timestamptz IS NULL OR completed_at >= ${start}::timestamptz))::int AS completed_in,
      count(*) FILTER (WHERE created_in AND status = 'completed')::int AS created_completed,
      min(least(created_at, completed_at)) AS first
    FROM (
      SELECT status, due_at, due_date, due_time, created_at, completed_at, (created_at < ${end}::timestamptz
        AND (${start}::timestamptz IS NULL OR created_at >= ${start}::timestamptz)) AS created_in
      FROM task WHERE user_id = ${userId}::uuid AND deleted_at IS NULL
        ${carriesTag(tag)}
    ) AS mine`;
  if (!row) throw new Error('An aggregate without groups always has one row.');
  return row;
}

async function countDays(
  db: Db, userId: string, { timeZone }: Clock, dates: string[], tag: string | null,
): Promise<(Counts & { date: string })[]> {
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const bounds = dayBounds(dates, timeZone);
  const { start, end } = rangeBounds(first, last, timeZone);
  const rows = await db.$queryRaw<{ bucket: number; created: number; completed: number }[]>`
    SELECT width_bucket(moment, ${bounds}::timestamptz[]) AS bucket,
      count(*) FILTER (WHERE kind = 'created')::int AS created, count(*) FILTER (WHERE kind = 'completed')::int AS completed
    FROM task CROSS JOIN LATERAL (VALUES ('created', created_at), ('completed', completed_at)) AS event (kind, moment)
    WHERE user_id = ${userId}::uuid AND deleted_at IS NULL
      AND moment >= ${start}::timestamptz AND moment < ${end}::timestamptz
      ${carriesTag(tag)}
    GROUP BY bucket`;
  const byBucket = new Map(rows.map((row) => [row.bucket, row]));
  return dates.map((date, index) => {
    const row = byBucket.get(index + 1);
    return { date, created: row?.created ?? 0, completed: row?.completed ?? 0 };
  });
}

async function countTags(db: Db, userId: string, { now }: Clock, tag: string | null): Promise<TagStats[]> {
  const rows = await db.$queryRaw<Omit<TagStats, 'completionRate'>[]>`
    SELECT tag.name AS tag, count(*)::int AS total,
      count(*) FILTER (WHERE status = 'pending')::int AS pending,
      count(*) FILTER (WHERE status = 'completed')::int AS completed,
      count(*) FILTER (WHERE status = 'pending' AND due_at < ${now}::timestamptz)::int AS overdue
    FROM tag
    JOIN task_tag ON task_tag.user_id = tag.user_id AND task_tag.tag_id = tag.id
    JOIN task ON task.user_id = task_tag.user_id AND task.id = task_tag.task_id
    WHERE tag.user_id = ${userId}::uuid AND task.deleted_at IS NULL
      AND (${tag}::text IS NULL OR lower(tag.name) = lower(${tag}::text))
    GROUP BY tag.id, tag.name ORDER BY total DESC, lower(tag.name)`;
  return rows.map((row) => ({ ...row, completionRate: rate(row.completed, row.total) }));
}

function weeksOf(days: (Counts & { date: string })[]): TaskStats['weeks'] {
  const weeks: TaskStats['weeks'] = [];
  for (const { date, created, completed } of days) {
    const week = isoWeek(date);
    const open = weeks.at(-1);
    if (open?.week === week) Object.assign(open, { to: date, created: open.created + created, completed: open.completed + completed });
    else weeks.push({ week, from: date, to: date, created, completed });
  }
  return weeks;
}

/** Whole percent, rounded half up; null of nothing. */
const rate = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part / whole) * 100));
