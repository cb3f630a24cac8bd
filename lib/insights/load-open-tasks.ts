import type { Db } from '@/lib/db/as-user';
import { PRIORITIES } from '@/lib/tasks/schemas';
import type { RankedTask } from './urgency';

type Row = Omit<RankedTask, 'priority' | 'dueAt' | 'createdAt'> & { priority: number; dueAt: Date | null; createdAt: Date };

/** All of a person's pending tasks, by number, with just the fields that ranking needs: there may be thousands. */
export async function loadOpenTasks(db: Db, userId: string): Promise<RankedTask[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT id, number, title, priority::int, to_char(due_date, 'YYYY-MM-DD') AS "dueDate", to_char(due_time, 'HH24:MI') AS "dueTime",
      due_at AS "dueAt", duration_minutes AS "durationMinutes", created_at AS "createdAt"
    FROM task WHERE user_id = ${userId}::uuid AND status = 'pending' AND deleted_at IS NULL ORDER BY number`;
  return rows.map((row) => ({
    ...row,
    priority: PRIORITIES[row.priority] ?? 'none',
    dueAt: row.dueAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }));
}
