import { Prisma } from '@/lib/generated/prisma/client';
import type { ConversationItem } from './schemas';

export type ConversationRow = {
  id: string;
  title: string;
  created_at: Date;
  updated_at: Date;
  message_count: number;
  tasks_created: number;
  tasks_completed: number;
  pinned_at: Date | null;
  archived_at: Date | null;
  deleted_at: Date | null;
  unread: boolean;
};

/** The columns of a `ConversationRow`, from a table or subquery named `c`. */
export const CONVERSATION_COLUMNS = Prisma.sql`
  c.id, c.title, c.created_at, c.updated_at, c.message_count, c.tasks_created, c.tasks_completed,
  c.pinned_at, c.archived_at, c.deleted_at, coalesce(c.updated_at > c.read_at, false) AS unread`;

export const toConversationItem = (row: ConversationRow): ConversationItem => ({
  id: row.id,
  title: row.title,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  messageCount: row.message_count,
  tasksCreated: row.tasks_created,
  tasksCompleted: row.tasks_completed,
  pinnedAt: row.pinned_at?.toISOString() ?? null,
  archivedAt: row.archived_at?.toISOString() ?? null,
  deletedAt: row.deleted_at?.toISOString() ?? null,
  unread: row.unread,
});
