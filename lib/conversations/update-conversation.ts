import { asUser, type Db } from '@/lib/db/as-user';
import { notFound } from '@/lib/errors';
import { Prisma } from '@/lib/generated/prisma/client';
import { requireId } from './require-id';

/** Counts a change, so that the user's other tabs learn of it. Runs after the conversation's row was locked. */
export const bumpSql = (userId: string): Prisma.Sql => Prisma.sql`
  UPDATE preferences SET change_sequence = change_sequence + 1
  WHERE user_id = ${userId}::uuid AND EXISTS (SELECT 1 FROM changed)`;

/** What a person may say about a conversation, as assignments. The title is checked by the caller. */
export const set = {
  title: (title: string) => Prisma.sql`title = ${title}, title_source = 'user'`,
  /** Pinning again keeps the place. */
  pinned: (pinned: boolean) => (pinned ? Prisma.sql`pinned_at = coalesce(pinned_at, now())` : Prisma.sql`pinned_at = NULL`),
  archived: (archived: boolean) =>
    archived ? Prisma.sql`archived_at = coalesce(archived_at, now())` : Prisma.sql`archived_at = NULL`,
  read: () => Prisma.sql`read_at = greatest(now(), updated_at)`,
};

/**
 * Changes one conversation that is not in the trash, in one statement that also moves the user's change sequence.
 * @throws AppError 400 `invalid_id`, 404 `not_found`.
 */
export async function updateConversation(userId: string, id: string, assignments: Prisma.Sql[]): Promise<void> {
  const conversationId = requireId(id);
  await asUser(userId, (db) => applyUpdate(db, userId, conversationId, assignments));
}

/** The same within a transaction. @throws AppError 404 `not_found`. */
export async function applyUpdate(db: Db, userId: string, id: string, assignments: Prisma.Sql[]): Promise<void> {
  const changed = await db.$queryRaw<{ id: string }[]>`
    WITH changed AS (
      UPDATE conversation SET ${Prisma.join(assignments)}
      WHERE user_id = ${userId}::uuid AND id = ${id}::uuid AND deleted_at IS NULL
      RETURNING id
    ), bumped AS (${bumpSql(userId)})
    SELECT id FROM changed`;
  if (changed.length === 0) throw notFound('conversation');
}
