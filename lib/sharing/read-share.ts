import { getDatabase } from '@/lib/db/database';
import { type Snapshot, snapshotSchema } from './snapshot';
import { hashToken } from './token';

export type Share = { snapshot: Snapshot; sharedAt: string; expiresAt: string | null };

/**
 * What a link shows, to anybody who has it: nobody needs to be signed in, and nothing tells whose it is. Null when there is
 * no such link, it has expired or was revoked, or its conversation was deleted; which of them is not said.
 */
export async function readShare(token: string): Promise<Share | null> {
  const hash = hashToken(token);
  if (!hash) return null;
  // The token alone opens a share, so this is no user's own access (`asUser`).
  const { prisma } = await getDatabase();
  const [row] = await prisma.$queryRaw<{ snapshot: unknown; created_at: Date; expires_at: Date | null }[]>`
    SELECT s.snapshot, s.created_at, s.expires_at FROM share s
    JOIN conversation c ON c.user_id = s.user_id AND c.id = s.conversation_id AND c.deleted_at IS NULL
    WHERE s.token_hash = ${hash} AND s.revoked_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > now())`;
  if (!row) return null;
  return {
    snapshot: snapshotSchema.parse(row.snapshot),
    sharedAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
  };
}
