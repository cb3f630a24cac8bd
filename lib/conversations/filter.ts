import { Prisma } from '@/lib/generated/prisma/client';
import type { SkillName } from './skills';

/** Which conversations; every field narrows. Without any: all but the archive and the trash. */
export type ConversationFilter = {
  archived?: boolean;
  /** Those in the trash, archived or not. */
  trash?: boolean;
  pinned?: boolean;
  /** Last changed at or after, and before, an instant (ISO 8601). */
  from?: string;
  to?: string;
  /** With an answer that used the skill. */
  skill?: SkillName;
  /** Only those that created or completed tasks. */
  changedTasks?: boolean;
};

/** The filter as a condition on `conversation c`. */
export function filterSql(userId: string, filter: ConversationFilter): Prisma.Sql {
  const { archived = false, trash = false, pinned, from, to, skill, changedTasks } = filter;
  const conditions = [
    trash ? Prisma.sql`c.deleted_at IS NOT NULL` : Prisma.sql`c.deleted_at IS NULL`,
    ...(trash ? [] : [archived ? Prisma.sql`c.archived_at IS NOT NULL` : Prisma.sql`c.archived_at IS NULL`]),
    ...(pinned === undefined ? [] : [pinned ? Prisma.sql`c.pinned_at IS NOT NULL` : Prisma.sql`c.pinned_at IS NULL`]),
    ...(from ? [Prisma.sql`c.updated_at >= ${from}::timestamptz`] : []),
    ...(to ? [Prisma.sql`c.updated_at < ${to}::timestamptz`] : []),
    ...(changedTasks ? [Prisma.sql`c.tasks_created + c.tasks_completed > 0`] : []),
    // OFFSET 0 keeps it a look-up for each conversation in turn, which ends with the page.
    ...(skill
      ? [Prisma.sql`EXISTS (SELECT 1 FROM message s
          WHERE s.user_id = ${userId}::uuid AND s.conversation_id = c.id AND s.skill_used = ${skill} OFFSET 0)`]
      : []),
  ];
  return Prisma.join(conditions, ' AND ');
}
