import { Prisma } from '@/lib/generated/prisma/client';
import { type Clock, shiftDay, SOON_DAYS, todayIn, WEEK_DAYS } from './due';
import { dueUpTo } from './filter-sql';
import type { SORTS } from './schemas';

export type Sort = (typeof SORTS)[number];
export type Order = 'asc' | 'desc';

/** One value to sort by; `type` is what its text form is cast to when a page is continued. */
export type SortKey = { value: Prisma.Sql; type: Prisma.Sql };

const { sql } = Prisma;

const TIMESTAMP = sql`timestamptz`;
const NUMBER = sql`float8`;
const TEXT = sql`text`;

/** No priority counts as medium. */
const WEIGHT = sql`(CASE t.priority WHEN 3 THEN 3 WHEN 1 THEN 1 ELSE 2 END)`;

/** Which end of each order is shown first when nobody says. */
export const FIRST: Record<Sort, Order> = {
  due: 'asc', priority: 'desc', created: 'desc', updated: 'desc', title: 'asc', number: 'asc', manual: 'asc', urgency: 'asc', duration: 'desc',
};

/** Seconds until the due instant's epoch; tasks without a date come last in an ascending order. */
const DUE_SECONDS = sql`coalesce(extract(epoch FROM t.due_at)::float8, 'Infinity'::float8)`;

/**
 * The order of urgency, most urgent first: overdue · due today · due within 3 days · high priority · due within 7 days ·
 * the rest. The first four go by priority, then date; the last two by date, then priority. A test holds it against
 * `rankByUrgency`, which gives the reasons.
 */
function urgencyKeys(clock: Clock): SortKey[] {
  const today = todayIn(clock.now, clock.timeZone);
  const within = (days: number) => dueUpTo(shiftDay(today, days), clock);
  const group = sql`(CASE WHEN t.due_at < ${clock.now}::timestamptz THEN 0 WHEN ${within(0)} THEN 1 WHEN ${within(SOON_DAYS)} THEN 2
    WHEN t.priority = 3 THEN 3 WHEN ${within(WEEK_DAYS)} THEN 4 ELSE 5 END)`;
  const byPriority = sql`(-${WEIGHT})::float8`;
  return [
    { value: group, type: NUMBER },
    { value: sql`CASE WHEN ${group} < 4 THEN ${byPriority} ELSE ${DUE_SECONDS} END`, type: NUMBER },
    { value: sql`CASE WHEN ${group} < 4 THEN ${DUE_SECONDS} ELSE ${byPriority} END`, type: NUMBER },
  ];
}

/** The values that an order compares, one after the other and all in the same direction; the task's number ends every tie. */
export function sortKeys(sort: Sort, order: Order, clock: Clock): SortKey[] {
  const last = order === 'asc' ? sql`'infinity'::timestamptz` : sql`'-infinity'::timestamptz`;
  const number: SortKey = { value: sql`t.number`, type: sql`int` };
  switch (sort) {
    case 'due':
      return [{ value: sql`coalesce(t.due_at, ${last})`, type: TIMESTAMP }, { value: sql`-${WEIGHT}`, type: NUMBER }, number];
    case 'priority':
      return [{ value: WEIGHT, type: NUMBER }, { value: sql`-${DUE_SECONDS}`, type: NUMBER }, number];
    case 'created':
      return [{ value: sql`t.created_at`, type: TIMESTAMP }, number];
    case 'updated':
      return [{ value: sql`t.updated_at`, type: TIMESTAMP }, number];
    case 'title':
      return [{ value: sql`lower(t.title)`, type: TEXT }, number];
    case 'number':
      return [number];
    case 'manual':
      return [{ value: sql`t.sort_order`, type: NUMBER }, number];
    case 'duration':
      // What has no length comes last either way.
      return [{ value: sql`coalesce(t.duration_minutes, ${order === 'asc' ? sql`'Infinity'::float8` : sql`-1`})::float8`, type: NUMBER }, number];
    case 'urgency':
      return [...urgencyKeys(clock), number];
  }
}
