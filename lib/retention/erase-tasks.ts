import { TRASH_DAYS } from '@/lib/conversations/limits';
import { asUser } from '@/lib/db/as-user';
import { getDatabase } from '@/lib/db/database';

const USERS = 100;
const TASKS = 200;

/**
 * Erases tasks that have been in the trash for 30 days, with their subtasks; the ledger forgets what they held. One user at
 * a time, in small batches that skip what another process is at. @returns how many were erased, subtasks not counted.
 */
export async function eraseTasks(): Promise<number> {
  const { prisma } = await getDatabase();
  let erased = 0;
  for (;;) {
    const users = await prisma.$queryRaw<{ user_id: string }[]>`
      SELECT DISTINCT user_id FROM (
        SELECT user_id FROM task WHERE deleted_at < now() - make_interval(days => ${TRASH_DAYS}::int) LIMIT ${USERS * TASKS}::int
      ) due LIMIT ${USERS}::int`;
    let count = 0;
    for (const { user_id } of users) count += await eraseOf(user_id);
    erased += count;
    if (count === 0) return erased;
  }
}

/** The preferences row is locked first, as by everything that changes tasks. */
const eraseOf = (userId: string): Promise<number> =>
  asUser(
    userId,
    async (db) => {
      await db.$executeRaw`UPDATE preferences SET change_sequence = change_sequence + 1 WHERE user_id = ${userId}::uuid`;
      const due = await db.$queryRaw<{ id: string }[]>`
        SELECT id FROM task
        WHERE user_id = ${userId}::uuid AND deleted_at < now() - make_interval(days => ${TRASH_DAYS}::int)
        ORDER BY deleted_at LIMIT ${TASKS}::int FOR UPDATE SKIP LOCKED`;
      const ids = due.map(({ id }) => id);
      await db.$executeRaw`
        UPDATE task_change SET before = NULL, after = NULL
        WHERE user_id = ${userId}::uuid AND task_id IN (
          SELECT id FROM task WHERE user_id = ${userId}::uuid AND (id = ANY(${ids}::uuid[]) OR parent_id = ANY(${ids}::uuid[])))`;
      await db.$executeRaw`DELETE FROM task WHERE user_id = ${userId}::uuid AND id = ANY(${ids}::uuid[])`;
      return ids.length;
    },
    { transaction: true },
  );
