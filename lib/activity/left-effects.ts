import { requireId } from '@/lib/conversations/require-id';
import { asUser } from '@/lib/db/as-user';
import type { LeftEffects } from './schemas';

type Row = { call_id: string; operation: LeftEffects['changes'][number]['operation']; title: string | null };

/**
 * What the branch that ends with a message has changed since it parted from the branch on screen, as far as it still
 * stands and can be taken back: after an edit, another answer or a switch, for the branch that was left. One statement,
 * whose cost grows with the messages that the branches do not share.
 * @param leafId the message that the branch left ends with, or one of it that the branch on screen does not share: then the
 * newest that follows counts.
 * @returns null when nothing stands, also when the message is on screen, or the conversation not the user's.
 * @throws AppError 400 `invalid_id`.
 */
export async function leftEffects(userId: string, id: string, leafId: string): Promise<LeftEffects | null> {
  const [conversationId, leftId] = [requireId(id), requireId(leafId)];
  // A message is younger than its parent: of two branches, the one at the younger message goes up, until they meet.
  const rows = await asUser(userId, (db) => db.$queryRaw<Row[]>`
    WITH RECURSIVE below AS (
      SELECT m.id, m.position FROM message m
      WHERE m.user_id = ${userId}::uuid AND m.id = ${leftId}::uuid AND m.conversation_id = ${conversationId}::uuid
      UNION ALL
      SELECT m.id, m.position FROM below b JOIN message m ON m.user_id = ${userId}::uuid AND m.parent_id = b.id
    ), climb AS (
      SELECT l.id AS l, l.parent_id AS l_parent, l.position AS l_at, s.id AS s, s.parent_id AS s_parent, s.position AS s_at
      FROM conversation c
      JOIN message l ON l.user_id = c.user_id AND l.id = (SELECT id FROM below ORDER BY position DESC LIMIT 1)
      JOIN message s ON s.user_id = c.user_id AND s.id = c.leaf_id
      WHERE c.user_id = ${userId}::uuid AND c.id = ${conversationId}::uuid AND c.deleted_at IS NULL
      UNION ALL
      SELECT l.id, l.parent_id, l.position, s.id, s.parent_id, s.position
      FROM climb b
      JOIN LATERAL (
        SELECT m.id, m.parent_id, m.position FROM message m
        WHERE m.user_id = ${userId}::uuid AND m.id = CASE WHEN b.s IS NULL OR b.l_at > b.s_at THEN b.l_parent ELSE b.l END LIMIT 1
      ) l ON true
      LEFT JOIN LATERAL (
        SELECT m.id, m.parent_id, m.position FROM message m
        WHERE m.user_id = ${userId}::uuid AND m.id = CASE WHEN b.s IS NULL OR b.l_at > b.s_at THEN b.s ELSE b.s_parent END LIMIT 1
      ) s ON true
      WHERE b.l IS DISTINCT FROM b.s
    )
    SELECT a.id AS call_id, k.operation, coalesce(w.title, k.after ->> 'title', k.before ->> 'title') AS title
    FROM (SELECT DISTINCT l FROM climb WHERE l IS DISTINCT FROM s) x
    JOIN turn t ON t.user_id = ${userId}::uuid AND t.answer_id = x.l
    JOIN tool_call a ON a.user_id = t.user_id AND a.turn_id = t.id AND a.tool NOT IN ('undo', 'redo', 'purge_tasks')
    JOIN task_change k ON k.user_id = a.user_id AND k.tool_call_id = a.id AND k.undone_by IS NULL AND k.task_id IS NOT NULL
    LEFT JOIN task w ON w.user_id = k.user_id AND w.id = k.task_id
    ORDER BY k.id`);
  if (rows.length === 0) return null;
  return {
    calls: [...new Set(rows.map((row) => row.call_id))],
    changes: rows.map(({ operation, title }) => ({ operation, title: title ?? '' })),
  };
}
