import { v7 } from 'uuid';
import type { Db } from '@/lib/db/as-user';
import { Prisma } from '@/lib/generated/prisma/client';
import type { Transition } from './context';
import { PRIORITIES } from './schemas';
import { colorOf, missingTags, uniqueTags } from './tags';
import type { TaskRow } from './task-row';

const { raw, sql } = Prisma;

/** The columns of a task by the fields of its row, with their types; tags have tables of their own. */
const COLUMNS: Record<Exclude<keyof TaskRow, 'tags'>, string> = {
  id: 'uuid', number: 'int', title: 'text', description: 'text', status: 'text', completedAt: 'timestamptz', priority: 'int',
  dueDate: 'date', dueTime: 'time', timeZone: 'text', dueAt: 'timestamptz', recurrence: 'text', fromCompletion: 'boolean',
  recurrenceStart: 'date', exceptions: 'date[]', seriesId: 'uuid', durationMinutes: 'int', reminderMinutes: 'int',
  reminderAt: 'timestamptz', parentId: 'uuid', sortOrder: 'float8', version: 'int', deletedAt: 'timestamptz', createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
};
/** What a task keeps from when it was made. */
const FIXED = ['id', 'number', 'createdAt'];

const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const fields = Object.keys(COLUMNS);
const FIELDS = raw(fields.map((field) => `"${field}"`).join(', '));
const TYPED_FIELDS = raw(Object.entries(COLUMNS).map(([field, type]) => `"${field}" ${type}`).join(', '));
const COLUMN_NAMES = raw(fields.map(columnOf).join(', '));
const REPLACED = raw(fields.filter((field) => !FIXED.includes(field)).map((field) => `${columnOf(field)} = excluded.${columnOf(field)}`).join(', '));

/**
 * The tasks of an effect as they are afterwards, with their tags: parts of a statement, for its WITH. The caller holds the
 * person's preferences row, so nobody else changes these tasks meanwhile, and has called `prepareTasks`.
 */
export function taskParts(userId: string, transitions: Transition[]): Prisma.Sql[] {
  const rows = transitions.flatMap(({ after }) => (after ? [{ ...after, priority: PRIORITIES.indexOf(after.priority) }] : []));
  if (rows.length === 0) return [];
  const added = transitions.flatMap(({ before, after }) => missingTags(after?.tags ?? [], before?.tags).map((tag) => ({ task: after?.id, tag })));
  const removed = transitions.flatMap(({ before, after }) =>
    after && before ? missingTags(before.tags, after.tags).map((tag) => ({ task: after.id, tag })) : []);
  return [
    sql`wanted AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x (${TYPED_FIELDS})
    )`,
    sql`stored AS (
      INSERT INTO task (user_id, ${COLUMN_NAMES}) SELECT ${userId}::uuid, ${FIELDS} FROM wanted
      ON CONFLICT (user_id, id) DO UPDATE SET ${REPLACED}
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
  await addNewTags(db, userId, transitions.flatMap(({ before, after }) => missingTags(after?.tags ?? [], before?.tags)));
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
