import { asUser } from '@/lib/db/as-user';
import { notFound } from '@/lib/errors';
import { readConversation } from './read-conversation';
import { requireId } from './require-id';
import type { Conversation } from './schemas';

/**
 * A conversation and its latest turn.
 * @throws AppError 400 `invalid_id`, 404 `not_found` (unknown, another user's, or in the trash).
 */
export async function getConversation(userId: string, id: string): Promise<Conversation> {
  const conversationId = requireId(id);
  const conversation = await asUser(userId, (db) => readConversation(db, userId, conversationId));
  if (!conversation) throw notFound('conversation');
  return conversation;
}
