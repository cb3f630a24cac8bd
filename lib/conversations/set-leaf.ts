import { asUser, type Db } from '@/lib/db/as-user';
import { notFound } from '@/lib/errors';
import { readConversation } from './read-conversation';
import { requireId } from './require-id';
import { bumpSql } from './update-conversation';

/**
 * Shows the branch that a message is on: the leaf becomes the newest message that follows it, or itself.
 * @param messageId any message of the conversation. @returns the leaf. @throws AppError 400 `invalid_id`, 404 `not_found`.
 */
export async function setLeaf(userId: string, id: string, messageId: string): Promise<string> {
  const [conversationId, chosenId] = [requireId(id), requireId(messageId)];
  return asUser(userId, (db) => applyLeaf(db, userId, conversationId, chosenId));
}

/** The same within a transaction. @throws AppError 404 `not_found`. */
export async function applyLeaf(db: Db, userId: string, conversationId: string, messageId: string): Promise<string> {
  // A message is younger than its parent, so the newest of a subtree has no children.
  const [row] = await db.$queryRaw<{ leaf_id: string }[]>`
    WITH RECURSIVE below AS (
      SELECT m.id, m.position FROM message m
      WHERE m.user_id = ${userId}::uuid AND m.id = ${messageId}::uuid AND m.conversation_id = ${conversationId}::uuid
      UNION ALL
      SELECT k.id, k.position FROM below b JOIN message k ON k.user_id = ${userId}::uuid AND k.parent_id = b.id
    ), changed AS (
      UPDATE conversation SET leaf_id = newest.id
      FROM (SELECT id FROM below ORDER BY position DESC LIMIT 1) newest
      WHERE conversation.user_id = ${userId}::uuid AND conversation.id = ${conversationId}::uuid AND deleted_at IS NULL
      RETURNING leaf_id
    ), bumped AS (${bumpSql(userId)})
    SELECT leaf_id FROM changed`;
  if (row) return row.leaf_id;
  throw notFound((await readConversation(db, userId, conversationId)) ? 'message' : 'conversation');
}
