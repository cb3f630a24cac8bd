import { asUser } from '@/lib/db/as-user';
import { notFound } from '@/lib/errors';
import { changeSeveral } from './change-several';
import { readConversation } from './read-conversation';
import type { Conversation } from './schemas';

/**
 * Puts a conversation into the trash, from where it can be restored for 30 days. An answer that is being made is asked to
 * stop; what it has said so far is kept. Tasks stay as they are.
 * @throws AppError 400 `invalid_id`, 404 `not_found` (also when it is in the trash already).
 */
export async function deleteConversation(userId: string, id: string): Promise<Conversation> {
  const [deleted] = await changeSeveral(userId, [id], 'delete');
  const conversation = deleted ? await asUser(userId, (db) => readConversation(db, userId, deleted, { trash: true })) : null;
  if (!conversation) throw notFound('conversation');
  return conversation;
}
