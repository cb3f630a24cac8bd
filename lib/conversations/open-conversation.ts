import { asUser, type Db } from '@/lib/db/as-user';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { toChatMessages } from './chat-messages';
import { invalidCursor } from './cursor';
import { clampLimit } from './limits';
import { type MessageRow, readBranch } from './read-branch';
import { readConversation } from './read-conversation';
import { isId } from './require-id';
import type { Conversation } from './schemas';

export type OpenConversation = { conversation: Conversation; messages: ChatMessage[]; nextCursor: string | null };

/**
 * A conversation with a page of its branch, oldest message first: the newest page, or the one before the cursor `before`.
 * `limit` is clamped to 1–100. At most three statements, as fast for thousands of messages as for twenty.
 * @returns null when the user has no such conversation or it is in the trash.
 * @throws AppError 400 `invalid_cursor`.
 */
export async function openConversation(
  userId: string,
  id: string,
  { before, limit }: { before?: string | null; limit?: number } = {},
): Promise<OpenConversation | null> {
  if (!isId(id)) return null;
  return asUser(userId, async (db) => {
    const conversation = await readConversation(db, userId, id.toLowerCase());
    if (!conversation) return null;
    const rows = await readPage(db, userId, conversation.id, before, clampLimit(limit));
    if (rows.length === 0 && before) throw invalidCursor();
    return { conversation, messages: await toChatMessages(db, userId, rows), nextCursor: nextCursor(rows) };
  });
}

/** The page of rows before a cursor; empty when it is no message with an older one. @throws AppError 400 `invalid_cursor`. */
export async function readPage(
  db: Db,
  userId: string,
  conversationId: string,
  before: string | null | undefined,
  limit: number,
): Promise<MessageRow[]> {
  if (!before) return readBranch(db, userId, conversationId, { at: 'leaf' }, limit);
  if (!isId(before)) throw invalidCursor();
  return readBranch(db, userId, conversationId, { at: 'before', id: before }, limit);
}

/** The cursor of the page before this one: its oldest message, unless the branch starts with it. */
export function nextCursor(rows: MessageRow[]): string | null {
  const oldest = rows[0];
  return oldest?.parent_id ? oldest.id : null;
}
