import { randomUUID } from 'node:crypto';
import type { UIMessageChunk } from 'ai';
import { asUser } from '@/lib/db/as-user';
import { getDatabase } from '@/lib/db/database';
import { log } from '@/lib/log';
import { finishTurn } from './finish-turn';
import { foldChunks } from './fold-chunks';
import { LEASE_SECONDS } from './statuses';

type Claimed = { user_id: string; id: string; conversation_id: string };

/**
 * Writes what a killed server left: the partial message, and the turn as interrupted. Only a turn whose lease ran out
 * is touched, and a new lease token keeps its old process from writing. @returns whether anything was recovered.
 */
export async function recoverTurns(userId: string, conversationId: string): Promise<boolean> {
  const leaseToken = randomUUID();
  const claimed = await asUser(userId, (db) => db.$queryRaw<Claimed[]>`
    UPDATE turn SET lease_token = ${leaseToken}::uuid, lease_expires_at = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE user_id = ${userId}::uuid AND conversation_id = ${conversationId}::uuid AND status = 'running'
      AND lease_expires_at <= now()
    RETURNING user_id, id, conversation_id`);
  await writeInterrupted(claimed, leaseToken);
  return claimed.length > 0;
}

/**
 * Recovers turns of any user: those with an expired lease, or, at the start of an embedded server, all that are
 * running, because no other process can be answering them. @returns how many.
 */
export async function recoverAllTurns({ evenAlive = false } = {}): Promise<number> {
  const leaseToken = randomUUID();
  const { prisma } = await getDatabase();
  const claimed = await prisma.$queryRaw<Claimed[]>`
    UPDATE turn SET lease_token = ${leaseToken}::uuid, lease_expires_at = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE status = 'running' AND (${evenAlive} OR lease_expires_at <= now())
    RETURNING user_id, id, conversation_id`;
  await writeInterrupted(claimed, leaseToken);
  return claimed.length;
}

async function writeInterrupted(claimed: Claimed[], leaseToken: string): Promise<void> {
  for (const { user_id: userId, id, conversation_id: conversationId } of claimed) {
    try {
      await writeOne({ userId, id, conversationId, leaseToken });
      log.warn({ turnId: id }, 'turn recovered as interrupted');
    } catch (error) {
      // The others come after it, also the next time: one that cannot be written must not keep them.
      log.error({ err: error, turnId: id }, 'a turn could not be recovered');
    }
  }
}

async function writeOne(turn: Parameters<typeof finishTurn>[0]): Promise<void> {
  const { userId, id } = turn;
  const rows = await asUser(userId, (db) => db.$queryRaw<{ data: UIMessageChunk[] }[]>`
    SELECT data FROM turn_chunk WHERE user_id = ${userId}::uuid AND turn_id = ${id}::uuid ORDER BY seq`);
  await finishTurn(turn, foldChunks(rows.flatMap((row) => row.data)), {
    status: 'interrupted',
    errorCode: 'interrupted',
    tokensIn: null,
    tokensOut: null,
    firstTokenMs: null,
  });
}
