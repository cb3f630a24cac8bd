import { APIError } from 'better-auth/api';
import { getDatabase } from '@/lib/db/database';
import { log } from '@/lib/log';
import { mergeGuest } from './merge-guest';

type Linked = {
  anonymousUser: { user: { id: string } };
  newUser: { user: { id: string; isAnonymous?: boolean | null }; session: { id: string } };
  ctx: { path?: string };
};

/**
 * Better Auth's hook, after a guest has signed up or signed in: everything of the guest goes to the account. Better Auth
 * has by then written the account or the session in a transaction of its own; if the move fails, that is taken back, and
 * the guest stays signed in as before.
 * @throws APIError 500 GUEST_NOT_MERGED.
 */
export async function linkGuest({ anonymousUser, newUser, ctx }: Linked): Promise<void> {
  const guestId = anonymousUser.user.id;
  const { id: accountId, isAnonymous } = newUser.user;
  if (guestId === accountId || isAnonymous) return;
  const signedUp = ctx.path?.startsWith('/sign-up') ?? false;
  try {
    await mergeGuest(guestId, accountId, { accountIsNew: signedUp });
  } catch (error) {
    log.error({ err: error, guestId, accountId }, 'a guest could not be merged into an account');
    const { prisma } = await getDatabase();
    if (signedUp) await prisma.user.deleteMany({ where: { id: accountId } });
    else await prisma.session.deleteMany({ where: { id: newUser.session.id } });
    throw new APIError('INTERNAL_SERVER_ERROR', {
      code: 'GUEST_NOT_MERGED',
      message: 'Your tasks and conversations could not be moved to the account, so nothing was changed. Please try again.',
    });
  }
}
