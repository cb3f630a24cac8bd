import { asUser } from '@/lib/db/as-user';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { toChatMessages } from './chat-messages';
import { readBranch } from './read-branch';
import { requireId } from './require-id';

/**
 * The newest `limit` messages of the branch that ends with the message `leafId` (included), oldest first, with the
 * results of their tools: what a model is given. Empty when the conversation is not the user's or has no such message.
 */
export async function loadBranch(userId: string, conversationId: string, leafId: string, limit: number): Promise<ChatMessage[]> {
  const [conversation, leaf] = [requireId(conversationId), requireId(leafId)];
  return asUser(userId, async (db) => {
    const rows = await readBranch(db, userId, conversation, { at: 'message', id: leaf }, limit);
    return toChatMessages(db, userId, rows);
  });
}
