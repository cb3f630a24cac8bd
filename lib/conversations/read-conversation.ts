import type { Db } from '@/lib/db/as-user';
import { KEEP_PLAN } from '@/lib/db/name-statements';
import { type TurnStatus, turnError } from '@/lib/turns/statuses';
import { CONVERSATION_COLUMNS, type ConversationRow, toConversationItem } from './conversation-row';
import type { Conversation } from './schemas';

type Row = ConversationRow & {
  leaf_id: string | null;
  turn_id: string | null;
  turn_status: TurnStatus | null;
  turn_error: string | null;
};

/**
 * One conversation with its latest turn, in one statement; null when the user has none of that id, or it is in the trash
 * and `trash` is not set. The latest turn is the running one, else the newest attempt at the user's message which the branch on screen ends with.
 */
export async function readConversation(
  db: Db,
  userId: string,
  id: string,
  { trash = false }: { trash?: boolean } = {},
): Promise<Conversation | null> {
  const [row] = await db.$queryRaw<Row[]>`${KEEP_PLAN}
    SELECT ${CONVERSATION_COLUMNS}, c.leaf_id, t.id AS turn_id, t.status AS turn_status, t.error_code AS turn_error
    FROM conversation c
    LEFT JOIN LATERAL (
      SELECT * FROM (
        (SELECT r.id, r.status, r.error_code, r.attempt FROM turn r
         WHERE r.user_id = ${userId}::uuid AND r.conversation_id = c.id AND r.status = 'running')
        UNION ALL
        (SELECT n.id, n.status, n.error_code, n.attempt FROM turn n
         WHERE n.user_id = ${userId}::uuid AND n.user_message_id = coalesce(
           (SELECT a.user_message_id FROM turn a WHERE a.user_id = ${userId}::uuid AND a.answer_id = c.leaf_id), c.leaf_id)
         ORDER BY n.attempt DESC LIMIT 1)
      ) latest
      ORDER BY (latest.status = 'running') DESC, latest.attempt DESC LIMIT 1
    ) t ON true
    WHERE c.user_id = ${userId}::uuid AND c.id = ${id}::uuid AND (c.deleted_at IS NULL OR ${trash})`;
  if (!row) return null;
  const turn =
    row.turn_id && row.turn_status
      ? { id: row.turn_id, status: row.turn_status, error: turnError(row.turn_error) }
      : null;
  return { ...toConversationItem(row), leafId: row.leaf_id, turn };
}
