import { toInstant } from '@/lib/language';
import { Prisma } from '@/lib/generated/prisma/client';
import { type Clock, shiftDay } from './due';
import { PRIORITIES, type TaskFilter } from './schemas';

const { sql } = Prisma;

/** Words as people type them into a search box; each has to occur somewhere. */
const searchWords = (q: string): string[] => q.split(/\s+/).filter((word) => word !== '').slice(0, 20);

const pattern = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

const taggedBy = (condition: Prisma.Sql) => sql`EXISTS (
  SELECT 1 FROM task_tag x JOIN tag g ON g.user_id = x.user_id AND g.id = x.tag_id
  WHERE x.user_id = t.user_id AND x.task_id = t.id AND ${condition})`;

const named = (tags: string[]) => taggedBy(sql`lower(g.name) = ANY (SELECT lower(n) FROM unnest(${tags}::text[]) AS n)`);

function wordCondition(word: string): Prisma.Sql {
  const like = pattern(word.replace(/^#/, '') || word);
  return sql`(t.title ILIKE ${pattern(word)} OR t.description ILIKE ${pattern(word)} OR ${taggedBy(sql`g.name ILIKE ${like}`)})`;
}

const startOf = (date: string, { timeZone }: Clock) => toInstant(date, null, timeZone);
const endOf = (date: string, { timeZone }: Clock) => toInstant(shiftDay(date, 1), null, timeZone);

/** Due on `date` or earlier on the clock's calendar; a day without a time is the same day in every zone. */
export const dueUpTo = (date: string, clock: Clock): Prisma.Sql =>
  sql`CASE WHEN t.due_time IS NULL THEN t.due_date <= ${date}::date ELSE t.due_at < ${endOf(date, clock)}::timestamptz END`;

const dueSince = (date: string, clock: Clock): Prisma.Sql =>
  sql`CASE WHEN t.due_time IS NULL THEN t.due_date >= ${date}::date ELSE t.due_at >= ${startOf(date, clock)}::timestamptz END`;

function statusCondition(status: TaskFilter['status']): Prisma.Sql {
  if (status === 'all') return sql`TRUE`;
  if (status === 'trash') return sql`t.deleted_at IS NOT NULL`;
  if (status === undefined) return sql`t.deleted_at IS NULL`;
  return sql`t.deleted_at IS NULL AND t.status = ${status}`;
}

/** The filter as a condition on `task t`; the owner is the caller's to add. */
export function filterSql(filter: TaskFilter, clock: Clock): Prisma.Sql {
  const all: Prisma.Sql[] = [statusCondition(filter.status)];
  const { timeZone, now } = clock;
  for (const word of searchWords(filter.q ?? '')) all.push(wordCondition(word));
  if (filter.priority?.length) {
    const levels = filter.priority.map((name) => PRIORITIES.indexOf(name));
    all.push(sql`t.priority = ANY(${levels}::int[])`);
  }
  if (filter.tagsAny?.length) all.push(named(filter.tagsAny));
  for (const tag of filter.tagsAll ?? []) all.push(named([tag]));
  if (filter.tagsNone?.length) all.push(sql`NOT ${named(filter.tagsNone)}`);
  if (filter.untagged !== undefined) all.push(filter.untagged ? sql`NOT ${taggedBy(sql`TRUE`)}` : taggedBy(sql`TRUE`));
  if (filter.dueFrom) all.push(dueSince(filter.dueFrom, clock));
  if (filter.dueTo) all.push(dueUpTo(filter.dueTo, clock));
  if (filter.noDue !== undefined) all.push(filter.noDue ? sql`t.due_at IS NULL` : sql`t.due_at IS NOT NULL`);
  if (filter.overdue !== undefined) {
    const overdue = sql`(t.status = 'pending' AND t.due_at IS NOT NULL AND t.due_at < ${now}::timestamptz)`;
    all.push(filter.overdue ? overdue : sql`NOT ${overdue}`);
  }
  const clockTime = sql`(t.due_at AT TIME ZONE ${timeZone}::text)::time`;
  if (filter.timeFrom) all.push(sql`t.due_time IS NOT NULL AND ${clockTime} >= ${filter.timeFrom}::text::time`);
  if (filter.timeTo) all.push(sql`t.due_time IS NOT NULL AND ${clockTime} < ${filter.timeTo}::text::time`);
  if (filter.recurring !== undefined) all.push(filter.recurring ? sql`t.recurrence IS NOT NULL` : sql`t.recurrence IS NULL`);
  if (filter.createdFrom) all.push(sql`t.created_at >= ${startOf(filter.createdFrom, clock)}::timestamptz`);
  if (filter.createdTo) all.push(sql`t.created_at < ${endOf(filter.createdTo, clock)}::timestamptz`);
  if (filter.completedFrom) all.push(sql`t.completed_at >= ${startOf(filter.completedFrom, clock)}::timestamptz`);
  if (filter.completedTo) all.push(sql`t.completed_at < ${endOf(filter.completedTo, clock)}::timestamptz`);
  return Prisma.join(all, ' AND ');
}
