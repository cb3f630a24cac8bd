import { asUser, type Db } from '@/lib/db/as-user';
import { retryConflicts } from '@/lib/db/conflicts';
import { lockPerson } from './lock-person';
import { copyPreferences, giveClashingRowsNewIds, moveConversations, moveTags, moveTasks } from './move-rows';
import { moveTemplates } from './move-templates';

/**
 * Moves everything of a guest to an account and removes the guest, in one transaction. Running answers are
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
  await retryConflicts(() => asUser(accountId, (db) => move(db, guestId, accountId, accountIsNew), { transaction: true }));
}

async function move(db: Db, guestId: string, accountId: string, accountIsNew: boolean): Promise<void> {
  const both = { guestId, accountId };
  await db.$executeRaw`SET CONSTRAINTS ALL DEFERRED`;
  if (!(await lockPerson(db, guestId, accountId))) return;
  await giveClashingRowsNewIds(db, both);
  if (accountIsNew) await copyPreferences(db, both);
  await moveTags(db, both);
  await moveTasks(db, both);
  await moveTemplates(db, guestId, accountId);
  await moveConversations(db, both);
  await db.$executeRaw`DELETE FROM "user" WHERE id = ${guestId}::uuid`;
}
