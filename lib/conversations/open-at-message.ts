import { asUser } from '@/lib/db/as-user';
import { toChatMessages } from './chat-messages';
import { idsFrom } from './ids-from';
import { clampLimit } from './limits';
import { nextCursor, type OpenConversation } from './open-conversation';
import { readBranch } from './read-branch';
import { readConversation } from './read-conversation';
import { isId } from './require-id';
import { applyLeaf } from './set-leaf';

/**
 * A conversation opened at one of its messages, in the middle of what was said around it: where a link or a search hit leads.
 * A message of another branch brings that branch on screen.
 * @returns a page as `openConversation` does, and `newerCursor` for `newerMessages`, null when the newest message is shown;
 * null when the user has no such conversation, or it is in the trash. @throws AppError 404 `not_found` for the message.
 */
export async function openAtMessage(
  userId: string,
  id: string,
  messageId: string,
  { limit }: { limit?: number } = {},
): Promise<(OpenConversation & { newerCursor: string | null }) | null> {
  if (!isId(id) || !isId(messageId)) return null;
  const [conversationId, target] = [id.toLowerCase(), messageId.toLowerCase()];
  const size = clampLimit(limit);
  const following = Math.floor(size / 2);
  return asUser(userId, async (db) => {
    if (!(await readConversation(db, userId, conversationId))) return null;
    let ids = await idsFrom(db, userId, conversationId, target, following + 1);
    if (ids.length === 0) {
      await applyLeaf(db, userId, conversationId, target);
      ids = await idsFrom(db, userId, conversationId, target, following + 1);
    }
    const last = ids.slice(0, following + 1).at(-1) ?? target;
    const rows = await readBranch(db, userId, conversationId, { at: 'message', id: last }, size);
    const conversation = await readConversation(db, userId, conversationId);
    if (!conversation) return null;
    const newerCursor = ids.length > following + 1 ? last : null;
    return { conversation, messages: await toChatMessages(db, userId, rows), nextCursor: nextCursor(rows), newerCursor };
  });
}
