import type { ConversationItem } from '@/lib/conversations/schemas';
import { titleOf } from '@/lib/conversations/title-of';

/** A conversation as its first message begins it, for the time until the server's list has it. */
export function beginning(id: string, text: string): ConversationItem {
  const now = new Date().toISOString();
  return {
    id,
    title: titleOf(text),
    createdAt: now,
    updatedAt: now,
    messageCount: 1,
    tasksCreated: 0,
    tasksCompleted: 0,
    pinnedAt: null,
    archivedAt: null,
    deletedAt: null,
    unread: false,
  };
}
