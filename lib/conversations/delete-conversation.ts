import { asUser } from '@/lib/db/as-user';
import { notFound } from '@/lib/errors';
import { readConversation } from './read-conversation';
import { requireId } from './require-id';
import type { Conversation } from './schemas';
import { bumpSql } from './update-conversation';

/**
 * Puts a conversation into the trash, from where it can be restored for 30 days. An answer that is being made is asked to
 * stop; what it has said so far is kept. Tasks stay as they are.
 * @throws AppError 400 `invalid_id`, 404 `not_found` (also when it is in the trash already).
 */
export async function deleteConversation(userId: string, id: string): Promise<Conversation> {
  const conversationId = requireId(id);
  return asUser(userId, async (db) => {
    const rows = await db.$queryRaw<{ id: string }[]>`
      WITH changed AS (
      UPDATE conversation SET deleted_at = now()
      WHERE user_id = ${userId}::uuid AND id = ${conversationId}::uuid AND deleted_at IS NULL
      RETURNING id
    ), stopped AS (
      UPDATE turn SET stop_requested_at = coalesce(stop_requested_at, now())
      WHERE user_id = ${userId}::uuid AND conversation_id = (SELECT id FROM changed) AND status = 'running'
      RETURNING id
    ), bumped AS (${bumpSql(userId)} AND (SELECT count(*) FROM stopped) >= 0)
    SELECT id FROM changed`;
    const conversation = rows.length > 0 ? await readConversation(db, userId, conversationId, { trash: true }) : null;
    if (!conversation) throw notFound('conversation');
    return conversation;
  });
}
