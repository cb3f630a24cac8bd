import { asUser } from '@/lib/db/as-user';

/** A conversation whose counters are not what its calls amount to. */
type Miscounted = { conversationId: string; created: number; completed: number; shouldBeCreated: number; shouldBeCompleted: number };

/** Counts what the calls of each conversation created and completed anew, and returns the differences. Changes nothing. */
export async function recountConversations(userId: string): Promise<Miscounted[]> {
  return asUser(userId, (db) => db.$queryRaw<Miscounted[]>`
    SELECT v.id AS "conversationId", v.tasks_created AS created, v.tasks_completed AS completed,
      coalesce(n.created, 0)::int AS "shouldBeCreated", coalesce(n.completed, 0)::int AS "shouldBeCompleted"
    FROM conversation v
    LEFT JOIN (
      SELECT t.conversation_id, count(*) FILTER (WHERE k.operation = 'create') AS created,
        count(*) FILTER (WHERE k.operation = 'complete') AS completed
      FROM task_change k
      JOIN tool_call c ON c.user_id = k.user_id AND c.id = k.tool_call_id AND c.tool NOT IN ('undo', 'redo')
      JOIN turn t ON t.user_id = c.user_id AND t.id = c.turn_id
      WHERE k.user_id = ${userId}::uuid AND k.undone_by IS NULL
      GROUP BY t.conversation_id
    ) n ON n.conversation_id = v.id
    WHERE v.user_id = ${userId}::uuid
      AND (v.tasks_created, v.tasks_completed) IS DISTINCT FROM (coalesce(n.created, 0)::int, coalesce(n.completed, 0)::int)
    ORDER BY v.id`);
}
