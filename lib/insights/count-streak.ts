import type { Db } from '@/lib/db/as-user';
import { localParts } from '@/lib/language/calendar';
import { type Clock, shiftDay } from '@/lib/tasks/due';
import { carriesTag } from './carries-tag';
import { dayBounds, daysBetween, rangeBounds } from './days';

/** Days looked at by one statement; a longer streak takes another. */
const STEP = 120;

/**
 * Consecutive days with at least one completed task (not in the trash), counted back from today, or from yesterday
 * while today has none yet. `tag` narrows as in getTaskStats.
 */
export async function countStreak(
  db: Db, userId: string, clock: Clock, tag: string | null,
): Promise<{ days: number; includesToday: boolean }> {
  const today = localParts(clock.now, clock.timeZone).date;
  let last = today;
  let days = 0;
  let includesToday = false;
  for (;;) {
    const dates = daysBetween(shiftDay(last, 1 - STEP), last);
    const done = await completedDays(db, userId, clock.timeZone, dates, tag);
    for (const date of dates.reverse()) {
      if (done.has(date)) {
        days += 1;
        includesToday ||= date === today;
      } else if (date !== today) return { days, includesToday };
    }
    last = shiftDay(last, -STEP);
  }
}

async function completedDays(
  db: Db, userId: string, timeZone: string, dates: string[], tag: string | null,
): Promise<Set<string>> {
  const { start, end } = rangeBounds(dates[0] ?? '', dates.at(-1) ?? '', timeZone);
  const rows = await db.$queryRaw<{ bucket: number }[]>`
    SELECT DISTINCT width_bucket(completed_at, ${dayBounds(dates, timeZone)}::timestamptz[]) AS bucket
    FROM task WHERE user_id = ${userId}::uuid AND deleted_at IS NULL
      AND completed_at >= ${start}::timestamptz AND completed_at < ${end}::timestamptz
      ${carriesTag(tag)}`;
  return new Set(rows.map(({ bucket }) => dates[bucket - 1] ?? ''));
}
