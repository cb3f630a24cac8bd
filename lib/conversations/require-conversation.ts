import { asUser } from '@/lib/db/as-user';
import { notFound } from '@/lib/errors';
import { requireId } from './require-id';

/** Id of a conversation that the user has. @throws AppError 400 invalid_id, 404 when there is none or it is deleted. */
export async function requireConversation(userId: string, conversationId: string | undefined): Promise<string> {
  const id = requireId(conversationId);
  const found = await asUser(userId, (db) =>
    db.conversation.findFirst({ where: { userId, id, deletedAt: null }, select: { id: true } }),
  );
  if (!found) throw notFound('conversation');
  return id;
}
