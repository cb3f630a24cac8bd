import { asUser } from '@/lib/db/as-user';
import { getDatabase } from '@/lib/db/database';
import { bumpSql } from '@/lib/conversations/update-conversation';

const USERS = 500;
const CONVERSATIONS = 100;

/**
 * Puts conversations into the trash in which nothing was said for as many days as their user has set; pinned ones stay,
 * and so does everything of users who set nothing. @returns how many were deleted.
 */
export async function deleteOldConversations(): Promise<number> {
  let deleted = 0;
  let after: string | undefined;
  for (;;) {
    const users = await usersWhoWishSo(after);
    for (const userId of users) deleted += await deleteAllOf(userId);
    after = users.at(-1);
    if (users.length < USERS) return deleted;
  }
}

async function usersWhoWishSo(after: string | undefined): Promise<string[]> {
  const { prisma } = await getDatabase();
  const rows = await prisma.preferences.findMany({
    where: { autoDeleteDays: { not: null }, userId: after ? { gt: after } : undefined },
    orderBy: { userId: 'asc' },
    take: USERS,
    select: { userId: true },
  });
  return rows.map(({ userId }) => userId);
}

async function deleteAllOf(userId: string): Promise<number> {
  for (let deleted = 0; ; ) {
    const count = await deleteSome(userId);
    deleted += count;
    if (count < CONVERSATIONS) return deleted;
  }
}

async function deleteSome(userId: string): Promise<number> {
  const rows = await asUser(userId, (db) => db.$queryRaw<{ id: string }[]>`
    WITH due AS MATERIALIZED (
      SELECT c.id FROM conversation c JOIN preferences p ON p.user_id = c.user_id
      WHERE c.user_id = ${userId}::uuid AND c.deleted_at IS NULL AND c.pinned_at IS NULL
        AND c.updated_at < now() - make_interval(days => p.auto_delete_days)
      ORDER BY c.updated_at DESC LIMIT ${CONVERSATIONS}::int FOR UPDATE OF c SKIP LOCKED
    ), changed AS (
      UPDATE conversation c SET deleted_at = now() FROM due WHERE c.user_id = ${userId}::uuid AND c.id = due.id RETURNING c.id
    ), bumped AS (${bumpSql(userId)})
    SELECT id FROM changed`);
  return rows.length;
}
