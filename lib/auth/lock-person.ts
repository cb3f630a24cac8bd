import type { Db } from '@/lib/db/as-user';

/**
 * Locks what a person owns, in the order of all locks, and the person last: from here on nobody can add a row of theirs,
 * since each refers to the person's. `otherId`: somebody whose preferences are locked as well. @returns false when the
 * person is gone already.
 */
export async function lockPerson(db: Db, userId: string, otherId = userId): Promise<boolean> {
  await db.$queryRaw`SELECT count(*)::int FROM (
    SELECT FROM conversation WHERE user_id = ${userId}::uuid ORDER BY id FOR UPDATE) AS locked`;
  await db.$queryRaw`SELECT count(*)::int FROM (
    SELECT FROM turn WHERE user_id = ${userId}::uuid ORDER BY id FOR UPDATE) AS locked`;
  await db.$queryRaw`SELECT count(*)::int FROM (
    SELECT FROM preferences WHERE user_id IN (${userId}::uuid, ${otherId}::uuid) ORDER BY user_id FOR UPDATE) AS locked`;
  const people = await db.$queryRaw<{ id: string }[]>`SELECT id FROM "user" WHERE id = ${userId}::uuid FOR UPDATE`;
  return people.length > 0;
}
