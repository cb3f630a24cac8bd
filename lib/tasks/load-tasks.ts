import type { Db } from '@/lib/db/as-user';
import { Prisma } from '@/lib/generated/prisma/client';
import { PRIORITIES } from './schemas';
import { orderTags } from './tags';
import type { TaskRow } from './task-row';

/** A task as `taskColumns` selects it. */
export type StoredTask = Omit<TaskRow, 'priority' | 'completedAt' | 'dueAt' | 'reminderAt' | 'deletedAt' | 'createdAt' | 'updatedAt'> & {
  priority: number;
  completedAt: Date | null;
  dueAt: Date | null;
  reminderAt: Date | null;
  deletedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

/** The columns of `task` (as `t`) that make a row; the names of its tags come along. */
export const taskColumns = Prisma.sql`
  t.id, t.number, t.title, t.description, t.status, t.completed_at AS "completedAt", t.priority::int AS priority,
  to_char(t.due_date, 'YYYY-MM-DD') AS "dueDate", to_char(t.due_time, 'HH24:MI') AS "dueTime", t.due_at AS "dueAt",
  t.time_zone AS "timeZone", t.recurrence, t.from_completion AS "fromCompletion",
  to_char(t.recurrence_start, 'YYYY-MM-DD') AS "recurrenceStart", coalesce(t.exceptions, '{}')::text[] AS exceptions,
  t.series_id AS "seriesId", t.duration_minutes AS "durationMinutes", t.reminder_minutes AS "reminderMinutes",
  t.reminder_at AS "reminderAt", t.parent_id AS "parentId", t.sort_order AS "sortOrder", t.version,
  t.deleted_at AS "deletedAt", t.created_at AS "createdAt", t.updated_at AS "updatedAt",
  ARRAY(
    SELECT g.name FROM task_tag x JOIN tag g ON g.user_id = x.user_id AND g.id = x.tag_id
    WHERE x.user_id = t.user_id AND x.task_id = t.id
  ) AS tags`;

/** Turns what the database gave into a row with plain JSON values. */
export function fromStored(stored: StoredTask): TaskRow {
  const { id, number, title, description, status, dueDate, dueTime, timeZone, recurrence, fromCompletion } = stored;
  const { recurrenceStart, exceptions, seriesId, durationMinutes, reminderMinutes, parentId, sortOrder, version } = stored;
  return {
    id, number, title, description, status, dueDate, dueTime, timeZone, recurrence, fromCompletion, recurrenceStart,
    exceptions, seriesId, durationMinutes, reminderMinutes, parentId, sortOrder, version,
    tags: orderTags(stored.tags),
    priority: PRIORITIES[stored.priority] ?? 'none',
    completedAt: stored.completedAt?.toISOString() ?? null,
    dueAt: stored.dueAt?.toISOString() ?? null,
    reminderAt: stored.reminderAt?.toISOString() ?? null,
    deletedAt: stored.deletedAt?.toISOString() ?? null,
    createdAt: stored.createdAt.toISOString(),
    updatedAt: stored.updatedAt.toISOString(),
  };
}

async function load(db: Db, userId: string, which: Prisma.Sql): Promise<TaskRow[]> {
  const stored = await db.$queryRaw<StoredTask[]>`
    SELECT ${taskColumns} FROM task t WHERE t.user_id = ${userId}::uuid AND ${which} ORDER BY t.number`;
  return stored.map(fromStored);
}

/** The person's tasks with these ids, trash included, by number. */
export async function loadTasks(db: Db, userId: string, ids: string[]): Promise<TaskRow[]> {
  return ids.length === 0 ? [] : load(db, userId, Prisma.sql`t.id = ANY(${ids}::uuid[])`);
}

/** The person's tasks with these numbers or ids, trash included, by number. */
export async function loadNamed(db: Db, userId: string, numbers: number[], ids: string[]): Promise<TaskRow[]> {
  if (numbers.length === 0) return loadTasks(db, userId, ids);
  return load(db, userId, Prisma.sql`(t.number = ANY(${numbers}::int[]) OR t.id = ANY(${ids}::uuid[]))`);
}

/** The subtasks of these tasks, trash included, by number. */
export async function loadSubtasks(db: Db, userId: string, parentIds: string[]): Promise<TaskRow[]> {
  return parentIds.length === 0 ? [] : load(db, userId, Prisma.sql`t.parent_id = ANY(${parentIds}::uuid[])`);
}
