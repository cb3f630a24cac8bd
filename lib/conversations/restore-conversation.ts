import { asUser } from '@/lib/db/as-user';
import { notFound } from '@/lib/errors';
import { changeSeveral } from './change-several';
import { readConversation } from './read-conversation';
import type { Conversation } from './schemas';

/** Takes a conversation out of the trash; one that is not there stays as it is. @throws AppError 400, 404. */
export async function restoreConversation(userId: string, id: string): Promise<Conversation> {
  await changeSeveral(userId, [id], 'restore');
  const conversation = await asUser(userId, (db) => readConversation(db, userId, id, { trash: true }));
  if (!conversation) throw notFound('conversation');
  return conversation;
}
