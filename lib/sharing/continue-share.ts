import { v7 } from 'uuid';
import { notFound } from '@/lib/errors';
import { beginning, MESSAGE_MAX } from '@/lib/conversations/limits';
import { importConversation } from '@/lib/transfer/import-conversation';
import { readShare } from './read-share';
import { textOf } from './snapshot';

/**
 * Makes what a link shows into a conversation of the reader's own, to go on from. What was done comes as words: no task of
 * the sender's, and none for the reader. @returns the new conversation's id. @throws AppError 404 `not_found`.
 */
export async function continueShare(userId: string, token: string): Promise<string> {
  const share = await readShare(token);
  if (!share) throw notFound('share');
  const { title, messages } = share.snapshot;
  const now = new Date().toISOString();
  const ids = messages.map(() => v7());
  const id = v7();
  await importConversation(userId, {
    id,
    title,
    titleSource: 'user',
    pinnedAt: null,
    archivedAt: null,
    createdAt: now,
    updatedAt: now,
    leafId: ids.at(-1) ?? null,
    messages: messages.map((message, index) => ({
      id: ids[index] ?? v7(),
      parentId: ids[index - 1] ?? null,
      role: message.role,
      content: message.role === 'user' ? beginning(textOf(message), MESSAGE_MAX) : textOf(message),
      parts: null,
      skillUsed: null,
      feedback: null,
      feedbackComment: null,
      createdAt: now,
      turns: [],
    })),
  });
  return id;
}
