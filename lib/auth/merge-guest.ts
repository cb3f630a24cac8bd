import { asUser, type Db } from '@/lib/db/as-user';
import {
  copyPreferences,
  giveClashingRowsNewIds,
  lockGuest,
  moveConversations,
  moveTags,
  moveTasks,
} from './move-rows';
import { moveTemplates } from './move-templates';

const ATTEMPTS = 3;

/**
 * Moves everything of a guest to an account and removes the guest, in one transaction (PRODUCT §1). Running answers are
 * stopped first, and what they said is kept. What the guest sends meanwhile either arrives before and is moved, or finds
 * its user gone. API keys are not moved: who signs in need not be who made them.
 * @throws Error when nothing could be moved; then nothing was.
 */
export async function mergeGuest(guestId: string, accountId: string, { accountIsNew }: { accountIsNew: boolean }): Promise<void> {
  const running = await asUser(guestId, (db) => db.turn.count({ where: { userId: guestId, status: 'running' } }));
  if (running > 0) {
    // Loaded only then: it brings the assistant and its tools with it.
    const { stopGuestTurns } = await import('./stop-guest-turns');
    await stopGuestTurns(guestId);
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return await asUser(accountId, (db) => move(db, guestId, accountId, accountIsNew), { transaction: true });
    } catch (error) {
      if (attempt === ATTEMPTS || !isLockConflict(error)) throw error;
    }
  }
}

async function move(db: Db, guestId: string, accountId: string, accountIsNew: boolean): Promise<void> {
  const both = { guestId, accountId };
  if (!(await lockGuest(db, both))) return;
  await giveClashingRowsNewIds(db, both);
  if (accountIsNew) await copyPreferences(db, both);
  await moveTags(db, both);
  await moveTasks(db, both);
  await moveTemplates(db, guestId, accountId);
  await moveConversations(db, both);
  await db.$executeRaw`DELETE FROM "user" WHERE id = ${guestId}::uuid`;
}

/** A deadlock or a failed serialization (40P01, 40001): the transaction was undone and may be tried again. */
function isLockConflict(error: unknown): boolean {
  return error instanceof Error && /40P01|40001|P2034|deadlock/i.test(`${error.message} ${JSON.stringify(error)}`);
}
