import { TRASH_DAYS } from '@/lib/conversations/limits';
import { getDatabase } from '@/lib/db/database';

/** Few at a time: each takes its messages and turns with it. */
const BATCH = 20;

/**
 * Erases conversations that have been in the trash for 30 days, with all their messages; tasks and the ledger stay. Works
 * across users in small batches that skip what another process is at. @returns how many were erased.
 */
export async function eraseConversations(): Promise<number> {
  const { prisma } = await getDatabase();
  let erased = 0;
  for (;;) {
    const count = await prisma.$executeRaw`
      WITH due AS MATERIALIZED (
        SELECT user_id, id FROM conversation WHERE deleted_at < now() - make_interval(days => ${TRASH_DAYS}::int)
        ORDER BY deleted_at LIMIT ${BATCH}::int FOR UPDATE SKIP LOCKED
      )
      DELETE FROM conversation c USING due WHERE c.user_id = due.user_id AND c.id = due.id`;
    erased += count;
    if (count < BATCH) return erased;
  }
}
