import { asUser } from '@/lib/db/as-user';
import { notFound } from '@/lib/errors';
import { readConversation } from './read-conversation';
import { requireId } from './require-id';
import type { Conversation } from './schemas';
import { bumpSql } from './update-conversation';

/** Takes a conversation out of the trash; one that is not there stays as it is. @throws AppError 400, 404. */
export async function restoreConversation(userId: string, id: string): Promise<Conversation> {
  const conversationId = requireId(id);
  return asUser(userId, async (db) => {
    const rows = await db.$queryRaw<{ id: string }[]>`
      WITH changed AS (
      UPDATE conversation SET deleted_at = NULL WHERE user_id = ${userId}::uuid AND id = ${conversationId}::uuid RETURNING id
    ), bumped AS (${bumpSql(userId)})
    SELECT id FROM changed`;
    const conversation = rows.length > 0 ? await readConversation(db, userId, conversationId, { trash: true }) : null;
    if (!conversation) throw notFound('conversation');
    return conversation;
  });
}
