import { v7 } from 'uuid';
import { z } from 'zod';
import { getConversation } from '@/lib/conversations/get-conversation';
import { loadBranch } from '@/lib/conversations/load-branch';
import { asUser } from '@/lib/db/as-user';
import { badRequest } from '@/lib/errors';
import { takeSnapshot } from './snapshot';
import { hashToken, newToken } from './token';

/** Newest messages that a share shows, and days it may last. */
const MESSAGES_MAX = 2_000;
const DAYS_MAX = 3_650;

export const shareOptionsSchema = z.strictObject({
  /** Whether cards of what was done are shown. */
  withTools: z.boolean().default(false),
  /** Absent or null: until it is revoked. */
  expiresInDays: z.number().int().min(1).max(DAYS_MAX).nullish(),
});
type ShareOptions = z.output<typeof shareOptionsSchema>;

/** A share just made. Only now is the token known: `/share/<token>` is the link. */
type NewShare = { id: string; token: string; title: string; withTools: boolean; createdAt: string; expiresAt: string | null };

/**
 * Freezes the branch on screen under an unguessable link. Later messages and changes of tasks do not show in it.
 * @throws AppError 400 `invalid_id` or `nothing_to_share`, 404 `not_found`.
 */
export async function shareConversation(userId: string, id: string, { withTools, expiresInDays }: ShareOptions): Promise<NewShare> {
  const { id: conversationId, title, leafId } = await getConversation(userId, id);
  const messages = leafId ? await loadBranch(userId, conversationId, leafId, MESSAGES_MAX) : [];
  const snapshot = takeSnapshot(title, messages, withTools);
  if (snapshot.messages.length === 0) throw badRequest('nothing_to_share', 'There is nothing to share in this conversation yet.');
  const token = newToken();
  const now = new Date();
  const share = {
    id: v7(),
    title,
    withTools,
    createdAt: now,
    expiresAt: expiresInDays ? new Date(now.getTime() + expiresInDays * 86_400_000) : null,
  };
  await asUser(userId, (db) =>
    db.share.create({ data: { ...share, userId, conversationId, tokenHash: hashToken(token) ?? '', snapshot } }),
  );
  return { ...share, token, createdAt: now.toISOString(), expiresAt: share.expiresAt?.toISOString() ?? null };
}
