import { asUser } from '@/lib/db/as-user';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { toChatMessages } from './chat-messages';
import { invalidCursor } from './cursor';
import { idsFrom } from './ids-from';
import { clampLimit } from './limits';
import { readBranch } from './read-branch';
import { requireConversation } from './require-conversation';
import { isId, requireId } from './require-id';

/**
 * The messages that follow one on the branch on screen, oldest first: how a view that was opened in the middle goes down.
 * @param after a `newerCursor`. @returns `newerCursor` null when the newest message is among them.
 * @throws AppError 400 `invalid_id`, or `invalid_cursor` when the message is not on the branch (any more); 404 `not_found`.
 */
export async function newerMessages(
  userId: string,
  id: string,
  { after, limit }: { after: string; limit?: number },
): Promise<{ messages: ChatMessage[]; newerCursor: string | null }> {
  const conversationId = requireId(id);
  if (!isId(after)) throw invalidCursor();
  const size = clampLimit(limit);
  const page = await asUser(userId, async (db) => {
    const ids = await idsFrom(db, userId, conversationId, after.toLowerCase(), size + 1);
    if (ids.length === 0) return null;
    const shown = ids.slice(1, size + 1);
    const last = shown.at(-1);
    if (!last) return { messages: [], newerCursor: null };
    const rows = await readBranch(db, userId, conversationId, { at: 'message', id: last }, shown.length);
    return { messages: await toChatMessages(db, userId, rows), newerCursor: ids.length > size + 1 ? last : null };
  });
  if (page) return page;
  await requireConversation(userId, conversationId);
  throw invalidCursor();
}
