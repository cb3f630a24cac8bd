import { randomUUID } from 'node:crypto';
import type { UIMessageChunk } from 'ai';
import { asUser, type Db } from '@/lib/db/as-user';
import { finishTurn } from '@/lib/turns/finish-turn';
import { foldChunks } from '@/lib/turns/fold-chunks';
import { LEASE_SECONDS } from '@/lib/turns/statuses';
import { stopTurn } from '@/lib/turns/stop-turn';

/** How long the processes that answer get to write what was said themselves, in milliseconds: a few heartbeats. */
const PATIENCE = 2_000;
const PAUSE = 50;

type Running = { id: string; conversation_id: string };

const runningTurns = (db: Db, userId: string) => db.$queryRaw<Running[]>`
  SELECT id, conversation_id FROM turn WHERE user_id = ${userId}::uuid AND status = 'running'`;

/**
 * Stops every answer of a user that is being made, and keeps what was said. A process that does not react in time loses
 * its turn, which is written from the chunks that it saved.
 */
export async function stopGuestTurns(userId: string): Promise<void> {
  let running = await asUser(userId, (db) => runningTurns(db, userId));
  for (const turn of running) await stopTurn(userId, turn.conversation_id);
  for (const end = Date.now() + PATIENCE; running.length > 0 && Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    running = await asUser(userId, (db) => runningTurns(db, userId));
  }
  for (const turn of running) await takeAndStop(userId, turn);
}

async function takeAndStop(userId: string, { id, conversation_id: conversationId }: Running): Promise<void> {
  const leaseToken = randomUUID();
  const chunks = await asUser(userId, async (db) => {
    await db.$executeRaw`
      UPDATE turn SET lease_token = ${leaseToken}::uuid, lease_expires_at = now() + make_interval(secs => ${LEASE_SECONDS})
      WHERE user_id = ${userId}::uuid AND id = ${id}::uuid AND status = 'running'`;
    return db.$queryRaw<{ data: UIMessageChunk[] }[]>`
      SELECT data FROM turn_chunk WHERE user_id = ${userId}::uuid AND turn_id = ${id}::uuid ORDER BY seq`;
  });
  await finishTurn({ userId, id, conversationId, leaseToken }, foldChunks(chunks.flatMap(({ data }) => data)), {
    status: 'stopped',
    errorCode: null,
    tokensIn: null,
    tokensOut: null,
    firstTokenMs: null,
  });
}
