import { z } from 'zod';
import { decodeCursor, encodeCursor, MICROSECONDS, microsecondsSchema } from '@/lib/conversations/cursor';
import { clampLimit } from '@/lib/conversations/limits';
import type { Page } from '@/lib/conversations/schemas';
import { asUser } from '@/lib/db/as-user';
import { Prisma } from '@/lib/generated/prisma/client';
import { type ActivityItem, activityChangeSchema } from './schemas';

const cursorSchema = z.tuple([microsecondsSchema, z.uuid()]);

/** Changes of one call that are listed; `changeCount` tells of all. */
const CHANGES_LISTED = 20;

type Row = {
  id: string;
  tool: string;
  skill: ActivityItem['skill'];
  source: ActivityItem['source'];
  action_taken: string | null;
  conversation_id: string | null;
  created_at: Date;
  sorted_at: string;
  change_count: number;
  undone_at: Date | null;
  changes: unknown;
};

/**
 * What was changed for a user, by whom and where, newest first: one item for each call that changed a task. It outlives
 * the conversation. One statement, by keyset.
 * @param page `limit` is clamped to 1–100. @throws AppError 400 `invalid_cursor`.
 */
export async function listActivity(
  userId: string,
  page: { cursor?: string | null; limit?: number } = {},
): Promise<Page<ActivityItem>> {
  const limit = clampLimit(page.limit);
  const cursor = page.cursor ? decodeCursor(page.cursor, cursorSchema) : null;
  const after = cursor
    ? Prisma.sql`AND a.created_at <= ${cursor[0]}::timestamptz
        AND (a.created_at < ${cursor[0]}::timestamptz OR a.id < ${cursor[1]}::uuid)`
    : Prisma.empty;
  // OFFSET 0 keeps the question to one look-up for each call, newest first; as a join it would be asked of all calls.
  const rows = await asUser(userId, (db) => db.$queryRaw<Row[]>`
    SELECT c.*, t.conversation_id, s.change_count, s.undone_at, l.changes
    FROM (
      SELECT a.id, a.turn_id, a.tool, a.skill, a.source, a.action_taken, a.created_at,
        to_char(a.created_at AT TIME ZONE 'UTC', ${Prisma.raw(MICROSECONDS)}) AS sorted_at
      FROM tool_call a
      WHERE a.user_id = ${userId}::uuid ${after}
        AND EXISTS (SELECT 1 FROM task_change x WHERE x.user_id = ${userId}::uuid AND x.tool_call_id = a.id OFFSET 0)
      ORDER BY a.created_at DESC, a.id DESC LIMIT ${limit + 1}::int
    ) c
    LEFT JOIN turn t ON t.user_id = ${userId}::uuid AND t.id = c.turn_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS change_count, CASE WHEN bool_and(k.undone_by IS NOT NULL) THEN max(b.created_at) END AS undone_at
      FROM task_change k LEFT JOIN tool_call b ON b.user_id = k.user_id AND b.id = k.undone_by
      WHERE k.user_id = ${userId}::uuid AND k.tool_call_id = c.id
    ) s
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object('taskId', k.task_id, 'number', k.number, 'title', k.title, 'operation', k.operation,
        'before', k.before, 'after', k.after) ORDER BY k.id) AS changes
      FROM (
        SELECT g.id, g.task_id, g.operation, g.before, g.after, w.number,
          coalesce(w.title, g.after ->> 'title', g.before ->> 'title') AS title
        FROM task_change g LEFT JOIN task w ON w.user_id = g.user_id AND w.id = g.task_id
        WHERE g.user_id = ${userId}::uuid AND g.tool_call_id = c.id ORDER BY g.id LIMIT ${CHANGES_LISTED}::int
      ) k
    ) l
    ORDER BY c.created_at DESC, c.id DESC`);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last ? encodeCursor([last.sorted_at, last.id]) : null,
  };
}

const toItem = (row: Row): ActivityItem => ({
  id: row.id,
  tool: row.tool,
  skill: row.skill,
  source: row.source,
  actionTaken: row.action_taken,
  conversationId: row.conversation_id,
  createdAt: row.created_at.toISOString(),
  undoneAt: row.undone_at?.toISOString() ?? null,
  changeCount: row.change_count,
  changes: z.array(activityChangeSchema).parse(row.changes),
});
