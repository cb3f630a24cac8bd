import { requireId } from '@/lib/conversations/require-id';
import { asUser } from '@/lib/db/as-user';
import { notFound } from '@/lib/errors';

/** Makes a link open nothing from now on; revoking again changes nothing. @throws AppError 400 `invalid_id`, 404 `not_found`. */
export async function revokeShare(userId: string, id: string): Promise<void> {
  const shareId = requireId(id);
  const changed = await asUser(userId, (db) => db.$executeRaw`
    UPDATE share SET revoked_at = coalesce(revoked_at, now()) WHERE user_id = ${userId}::uuid AND id = ${shareId}::uuid`);
  if (changed === 0) throw notFound('share');
}
