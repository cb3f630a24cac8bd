import { v7 } from 'uuid';
import type { Db } from '@/lib/db/as-user';
import { Prisma } from '@/lib/generated/prisma/client';
import type { Transition } from './context';
import { PRIORITIES } from './schemas';
import { colorOf, tagKey, uniqueTags } from './tags';

const { sql } = Prisma;

const missing = (from: string[], other: string[] = []) => from.filter((tag) => !other.some((name) => tagKey(name) === tagKey(tag)));

/**
 * The tasks of an effect as they are afterwards, with their tags: parts of a statement, for its WITH. The caller holds the
 * person's preferences row, so nobody else changes these tasks meanwhile, and has called `prepareTasks`.
 */
export function taskParts(userId: string, transitions: Transition[]): Prisma.Sql[] {
  const rows = transitions.flatMap(({ after }) => (after ? [{ ...after, priority: PRIORITIES.indexOf(after.priority) }] : []));
  if (rows.length === 0) return [];
  const added = transitions.flatMap(({ before, after }) => missing(after?.tags ?? [], before?.tags).map((tag) => ({ task: after?.id, tag })));
  const removed = transitions.flatMap(({ before, after }) =>
    after && before ? missing(before.tags, after.tags).map((tag) => ({ task: after.id, tag })) : []);
  return [
    sql`wanted AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x (
        id uuid, number int, title text, description text, status text, "completedAt" timestamptz, priority int, "dueDate" date,
        "dueTime" time, "timeZone" text, "dueAt" timestamptz, recurrence text, "fromCompletion" boolean, "recurrenceStart" date,
        exceptions date[], "seriesId" uuid, "durationMinutes" int, "reminderMinutes" int, "reminderAt" timestamptz, "parentId" uuid,
        "sortOrder" float8, version int, "deletedAt" timestamptz, "createdAt" timestamptz, "updatedAt" timestamptz)
    )`,
    sql`stored AS (
      INSERT INTO task (user_id, id, number, title, description, status, completed_at, priority, due_date, due_time, time_zone,
        due_at, recurrence, from_completion, recurrence_start, exceptions, series_id, duration_minutes, reminder_minutes,
        reminder_at, parent_id, sort_order, version, deleted_at, created_at, updated_at)
      SELECT ${userId}::uuid, id, number, title, description, status, "completedAt", priority, "dueDate", "dueTime", "timeZone",
        "dueAt", recurrence, "fromCompletion", "recurrenceStart", exceptions, "seriesId", "durationMinutes", "reminderMinutes",
        "reminderAt", "parentId", "sortOrder", version, "deletedAt", "createdAt", "updatedAt"
      FROM wanted
      ON CONFLICT (user_id, id) DO UPDATE SET title = excluded.title, description = excluded.description, status = excluded.status,
        completed_at = excluded.completed_at, priority = excluded.priority, due_date = excluded.due_date,
        due_time = excluded.due_time, time_zone = excluded.time_zone, due_at = excluded.due_at, recurrence = excluded.recurrence,
        from_completion = excluded.from_completion, recurrence_start = excluded.recurrence_start, exceptions = excluded.exceptions,
        series_id = excluded.series_id, duration_minutes = excluded.duration_minutes, reminder_minutes = excluded.reminder_minutes,
        reminder_at = excluded.reminder_at, parent_id = excluded.parent_id, sort_order = excluded.sort_order,
        version = excluded.version, deleted_at = excluded.deleted_at, updated_at = excluded.updated_at
    )`,
    sql`taken_off AS (
      DELETE FROM task_tag x USING jsonb_to_recordset(${JSON.stringify(removed)}::jsonb) AS r (task uuid, tag text), tag g
      WHERE g.user_id = ${userId}::uuid AND lower(g.name) = lower(r.tag)
        AND x.user_id = g.user_id AND x.task_id = r.task AND x.tag_id = g.id
    )`,
    sql`put_on AS (
      INSERT INTO task_tag (user_id, task_id, tag_id)
      SELECT g.user_id, a.task, g.id FROM jsonb_to_recordset(${JSON.stringify(added)}::jsonb) AS a (task uuid, tag text)
      JOIN tag g ON g.user_id = ${userId}::uuid AND lower(g.name) = lower(a.tag)
      ON CONFLICT DO NOTHING
    )`,
  ];
}

/** What has to be there, or gone, before the tasks are written. No statement, one for new tags, two for a purge. */
export async function prepareTasks(db: Db, userId: string, transitions: Transition[]): Promise<void> {
  await purge(db, userId, transitions.flatMap(({ before, after }) => (before && !after ? [before.id] : [])));
  await addNewTags(db, userId, transitions.flatMap(({ before, after }) => missing(after?.tags ?? [], before?.tags)));
}

/** Makes the tags that a person does not have yet. */
async function addNewTags(db: Db, userId: string, names: string[]): Promise<void> {
  const tags = uniqueTags(names).map((name) => ({ id: v7(), name, color: colorOf(name) }));
  if (tags.length === 0) return;
  await db.$executeRaw`
    INSERT INTO tag (user_id, id, name, color)
    SELECT ${userId}::uuid, id, name, color FROM jsonb_to_recordset(${JSON.stringify(tags)}::jsonb) AS x (id uuid, name text, color text)
    ON CONFLICT DO NOTHING`;
}

/** Removes tasks for good, and what the ledger remembers of them. */
async function purge(db: Db, userId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.$executeRaw`
    UPDATE task_change SET before = NULL, after = NULL WHERE user_id = ${userId}::uuid AND task_id = ANY(${ids}::uuid[])`;
  await db.$executeRaw`DELETE FROM task WHERE user_id = ${userId}::uuid AND id = ANY(${ids}::uuid[])`;
}
