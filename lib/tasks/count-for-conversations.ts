import type { Db } from '@/lib/db/as-user';
import { Prisma } from '@/lib/generated/prisma/client';
import type { LedgerMove, Transition } from './context';

/** Adds what a call of this conversation created and completed to the conversation's counters: part of a statement, if anything. */
export function countParts(userId: string, conversationId: string, transitions: Transition[]): Prisma.Sql[] {
  const created = transitions.filter(({ operation }) => operation === 'create').length;
  const completed = transitions.filter(({ operation }) => operation === 'complete').length;
  if (created + completed === 0) return [];
  return [Prisma.sql`told AS (
    UPDATE conversation SET tasks_created = tasks_created + ${created}::int, tasks_completed = tasks_completed + ${completed}::int
    WHERE user_id = ${userId}::uuid AND id = ${conversationId}::uuid
  )`];
}

/**
 * Moves the counters of the conversations whose calls were undone or stand again. Undo and redo themselves do not count.
 * @returns the conversations that were touched; the caller must hold their rows.
 */
export async function countMoved(db: Db, userId: string, { undone, redone }: LedgerMove): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE conversation v SET tasks_created = v.tasks_created + m.created, tasks_completed = v.tasks_completed + m.completed
    FROM (
      SELECT t.conversation_id,
        coalesce(sum(s.sign) FILTER (WHERE k.operation = 'create'), 0)::int AS created,
        coalesce(sum(s.sign) FILTER (WHERE k.operation = 'complete'), 0)::int AS completed
      FROM task_change k
      CROSS JOIN LATERAL (SELECT CASE WHEN k.id = ANY(${redone}::uuid[]) THEN 1 ELSE -1 END AS sign) s
      JOIN tool_call c ON c.user_id = k.user_id AND c.id = k.tool_call_id AND c.tool NOT IN ('undo', 'redo')
      JOIN turn t ON t.user_id = c.user_id AND t.id = c.turn_id
      WHERE k.user_id = ${userId}::uuid AND k.id = ANY(${[...undone, ...redone]}::uuid[]) AND k.operation IN ('create', 'complete')
      GROUP BY t.conversation_id
    ) m (conversation_id, created, completed)
    WHERE v.user_id = ${userId}::uuid AND v.id = m.conversation_id
    RETURNING v.id`;
  return rows.map(({ id }) => id);
}
