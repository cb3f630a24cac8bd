import { getDatabase } from '@/lib/db/database';
import { KEEP_PLAN } from '@/lib/db/name-statements';
import { storableJson } from '@/lib/db/storable';
import { log } from '@/lib/log';
import { type LiveTurn, liveTurns, LOST, STOPPED } from './live-turn';
import { mergeDeltas } from './merge-deltas';
import { HEARTBEAT_MS, LEASE_SECONDS } from './statuses';

const shared = globalThis as typeof globalThis & { saysoHeartbeat?: ReturnType<typeof setInterval> };

/** Beats while this process answers anything: one statement for all its turns, however many there are. */
export function keepAlive(live: LiveTurn): void {
  liveTurns.set(live.turn.id, live);
  shared.saysoHeartbeat ??= startBeating();
}

/** Forgets a turn that ended; the last one out stops the timer. */
export function release(live: LiveTurn): void {
  liveTurns.delete(live.turn.id);
  if (liveTurns.size > 0) return;
  clearInterval(shared.saysoHeartbeat);
  shared.saysoHeartbeat = undefined;
}

function startBeating() {
  let beating = false;
  return setInterval(async () => {
    if (beating) return;
    beating = true;
    try {
      await beat([...liveTurns.values()]);
    } catch (error) {
      // The database may be away for a moment: leases outlive several beats, and unsaved chunks are kept.
      log.warn({ err: error }, 'heartbeat failed');
    } finally {
      beating = false;
    }
  }, HEARTBEAT_MS);
}

type Sign = { id: string; stop: boolean };

/**
 * Saves what was said since the last beat, renews the leases, and learns of stop requests. A turn whose lease ran out
 * or was taken is not ours any more: nothing is written for it, and its model request ends. What a model sends must not make
 * the statement fail, which would be the end of everybody's turns.
 */
async function beat(lives: LiveTurn[]): Promise<void> {
  const owned = lives.map(({ turn }) => ({ user_id: turn.userId, id: turn.id, token: turn.leaseToken }));
  const unsaved = lives
    .filter((live) => live.chunks.length > live.saved)
    .map((live) => {
      // What may have got through is repeated as it was: others may have read it, and go on after it.
      if (live.sent <= live.saved) live.sent = live.chunks.length;
      return { live, upTo: live.sent, chunks: mergeDeltas(live.chunks.slice(live.saved, live.sent)) };
    });
  const rows = unsaved.map(({ live, chunks }) => ({
    user_id: live.turn.userId,
    turn_id: live.turn.id,
    seq: live.saved,
    data: chunks,
  }));
  const { prisma } = await getDatabase();
  const signs = await prisma.$queryRaw<Sign[]>`${KEEP_PLAN}
    WITH mine AS (
      UPDATE turn SET lease_expires_at = now() + make_interval(secs => ${LEASE_SECONDS})
      FROM jsonb_to_recordset(${JSON.stringify(owned)}::jsonb) AS owned (user_id uuid, id uuid, token uuid)
      WHERE turn.user_id = owned.user_id AND turn.id = owned.id AND turn.lease_token = owned.token
        AND turn.status = 'running' AND turn.lease_expires_at > clock_timestamp()
      RETURNING turn.user_id, turn.id, turn.stop_requested_at IS NOT NULL AS stop
    ), saved AS (
      INSERT INTO turn_chunk (user_id, turn_id, seq, data)
      SELECT mine.user_id, mine.id, chunk.seq, chunk.data
      FROM jsonb_to_recordset(${storableJson(rows)}::jsonb) AS chunk (user_id uuid, turn_id uuid, seq int, data jsonb)
      JOIN mine ON mine.user_id = chunk.user_id AND mine.id = chunk.turn_id
      ON CONFLICT (user_id, turn_id, seq) DO NOTHING
    )
    SELECT id, stop FROM mine`;
  const byId = new Map(signs.map((sign) => [sign.id, sign]));
  for (const { live, upTo } of unsaved) if (byId.has(live.turn.id)) live.saved = upTo;
  for (const live of lives) {
    const sign = byId.get(live.turn.id);
    if (!sign) live.stop.abort(LOST);
    else if (sign.stop) live.stop.abort(STOPPED);
  }
}
