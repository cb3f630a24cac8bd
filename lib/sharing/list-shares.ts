import { z } from 'zod';
import { requireConversation } from '@/lib/conversations/require-conversation';
import { asUser } from '@/lib/db/as-user';

/** A share without its link, which is told only once. */
export const shareSchema = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  title: z.string(),
  withTools: z.boolean(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export type ShareItem = z.infer<typeof shareSchema>;

/** Most shares that are listed. */
const SHARES_MAX = 200;

/** A user's shares, of one conversation or of all, the newest first. @throws AppError 400 `invalid_id`, 404 `not_found`. */
export async function listShares(userId: string, conversationId?: string): Promise<ShareItem[]> {
  const id = conversationId === undefined ? undefined : await requireConversation(userId, conversationId);
  const rows = await asUser(userId, (db) =>
    db.share.findMany({
      where: { userId, conversationId: id, conversation: { deletedAt: null } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: SHARES_MAX,
      omit: { userId: true, tokenHash: true, snapshot: true },
    }),
  );
  return rows.map(({ createdAt, expiresAt, revokedAt, ...share }) => ({
    ...share,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  }));
}
