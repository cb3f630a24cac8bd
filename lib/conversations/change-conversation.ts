import { asUser } from '@/lib/db/as-user';
import { notFound } from '@/lib/errors';
import { readConversation } from './read-conversation';
import { requireId } from './require-id';
import type { Conversation, ConversationChanges } from './schemas';
import { applyLeaf } from './set-leaf';
import { applyUpdate, set } from './update-conversation';

/**
 * Changes title, pin, archive and branch of a conversation, all or nothing, and returns it as it is then.
 * @throws AppError 400 `invalid_id`, 404 `not_found` (the conversation, or `leafId` in it).
 */
export async function changeConversation(userId: string, id: string, changes: ConversationChanges): Promise<Conversation> {
  const conversationId = requireId(id);
  const { title, pinned, archived, leafId } = changes;
  const assignments = [
    ...(title === undefined ? [] : [set.title(title)]),
    ...(pinned === undefined ? [] : [set.pinned(pinned)]),
    ...(archived === undefined ? [] : [set.archived(archived)]),
  ];
  return asUser(
    userId,
    async (db) => {
      if (leafId) await applyLeaf(db, userId, conversationId, leafId);
      if (assignments.length > 0) await applyUpdate(db, userId, conversationId, assignments);
      const conversation = await readConversation(db, userId, conversationId);
      if (!conversation) throw notFound('conversation');
      return conversation;
    },
    { transaction: true },
  );
}
