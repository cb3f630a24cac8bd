import { asUser } from '@/lib/db/as-user';
import { badRequest } from '@/lib/errors';
import { Prisma } from '@/lib/generated/prisma/client';
import { requireId } from './require-id';
import { bumpSql, set } from './update-conversation';

/** Most conversations that are changed at once. */
export const SEVERAL_MAX = 500;

type SeveralChange = 'delete' | 'restore' | 'archive' | 'unarchive';

const ASSIGNMENTS: Record<SeveralChange, Prisma.Sql> = {
  delete: Prisma.sql`deleted_at = now()`,
  restore: Prisma.sql`deleted_at = NULL`,
  archive: set.archived(true),
  unarchive: set.archived(false),
};

/**
 * Deletes, restores or archives several conversations at once, in one statement. Those that the user does not have, or that
 * are in the trash and not to be restored, are passed over; running answers of deleted ones are asked to stop.
 * @param ids at most 500. @returns the ids of those that were changed. @throws AppError 400 `invalid_id` or `too_many`.
 */
export async function changeSeveral(userId: string, ids: string[], change: SeveralChange): Promise<string[]> {
  if (ids.length > SEVERAL_MAX) throw badRequest('too_many', `At most ${SEVERAL_MAX} conversations at once.`);
  const wanted = ids.map(requireId);
  const rows = await asUser(userId, (db) => db.$queryRaw<{ id: string }[]>`
    WITH locked AS MATERIALIZED (
      SELECT id FROM conversation
      WHERE user_id = ${userId}::uuid AND id = ANY(${wanted}::uuid[])
        AND deleted_at IS ${change === 'restore' ? Prisma.sql`NOT NULL` : Prisma.sql`NULL`}
      ORDER BY id FOR UPDATE
    ), changed AS (
      UPDATE conversation SET ${ASSIGNMENTS[change]} FROM locked
      WHERE conversation.user_id = ${userId}::uuid AND conversation.id = locked.id RETURNING conversation.id
    ), stopped AS (
      UPDATE turn SET stop_requested_at = coalesce(stop_requested_at, now())
      WHERE ${change === 'delete'} AND user_id = ${userId}::uuid AND conversation_id IN (SELECT id FROM changed) AND status = 'running'
      RETURNING id
    ), bumped AS (${bumpSql(userId)} AND (SELECT count(*) FROM stopped) >= 0)
    SELECT id FROM changed ORDER BY id`);
  return rows.map(({ id }) => id);
}
