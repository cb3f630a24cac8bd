import type { Db } from '@/lib/db/as-user';

/**
 * The message `fromId` and up to `count` that follow it on the branch on screen, oldest first. One statement; its cost grows
 * with the distance to the newest message. Empty when the message is not on that branch.
 */
export async function idsFrom(db: Db, userId: string, conversationId: string, fromId: string, count: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE target AS (
      SELECT m.id, m.position FROM message m
      WHERE m.user_id = ${userId}::uuid AND m.id = ${fromId}::uuid AND m.conversation_id = ${conversationId}::uuid
    ), up AS (
      SELECT m.id, m.parent_id, m.position
      FROM target t JOIN conversation c ON c.user_id = ${userId}::uuid AND c.id = ${conversationId}::uuid AND c.deleted_at IS NULL
      JOIN message m ON m.user_id = ${userId}::uuid AND m.id = c.leaf_id AND m.position >= t.position
      UNION ALL
      SELECT p.* FROM up u CROSS JOIN LATERAL (
        SELECT m.id, m.parent_id, m.position FROM message m
        WHERE m.user_id = ${userId}::uuid AND m.id = u.parent_id LIMIT 1
      ) p
      WHERE p.position >= (SELECT position FROM target)
    )
    SELECT id FROM up ORDER BY position LIMIT ${count + 1}::int`;
  return rows[0]?.id === fromId ? rows.map(({ id }) => id) : [];
}
