import { asUser } from '@/lib/db/as-user';
import { AppError, badRequest } from '@/lib/errors';
import { Prisma } from '@/lib/generated/prisma/client';
import { SEVERAL_MAX } from './change-several';
import { requireId } from './require-id';
import { bumpSql } from './update-conversation';

/** So many go together: each takes its messages, turns and shares with it. */
const BATCH = 50;

/**
 * Erases conversations of the trash, with all that was said in them and every link to them; tasks and the ledger stay. Those
 * that the user does not have, or that are not in the trash, are passed over.
 * @param ids at most 500. @returns the ids of those that are gone. @throws AppError 400 `invalid_id` or `too_many`, 404 when none was there.
 */
export async function purgeConversations(userId: string, ids: string[]): Promise<string[]> {
  if (ids.length > SEVERAL_MAX) throw badRequest('too_many', `At most ${SEVERAL_MAX} conversations at once.`);
  const wanted = ids.map(requireId);
  const gone: string[] = [];
  for (let start = 0; start < wanted.length; start += BATCH)
    gone.push(...(await purge(userId, Prisma.sql`AND id = ANY(${wanted.slice(start, start + BATCH)}::uuid[])`)));
  if (gone.length === 0) throw new AppError('not_found', 404, 'That is not in the trash any more.');
  return gone;
}

/** Erases every conversation in the trash. @returns how many. */
export async function emptyConversationTrash(userId: string): Promise<number> {
  for (let erased = 0; ; ) {
    const { length } = await purge(userId, Prisma.empty);
    erased += length;
    if (length < BATCH) return erased;
  }
}

async function purge(userId: string, which: Prisma.Sql): Promise<string[]> {
  const rows = await asUser(userId, (db) => db.$queryRaw<{ id: string }[]>`
    WITH locked AS MATERIALIZED (
      SELECT id FROM conversation WHERE user_id = ${userId}::uuid AND deleted_at IS NOT NULL ${which}
      ORDER BY id LIMIT ${BATCH}::int FOR UPDATE
    ), changed AS (
      DELETE FROM conversation c USING locked WHERE c.user_id = ${userId}::uuid AND c.id = locked.id RETURNING c.id
    ), bumped AS (${bumpSql(userId)})
    SELECT id FROM changed`);
  return rows.map(({ id }) => id);
}
