import type { Db } from '@/lib/db/as-user';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import { type Actor, TurnLostError } from './actor';

/** A call of this turn that is recorded already. */
export type Recorded = { id: string; state: string; result: ToolOutput };

/**
 * Takes the locks that come first (conversation, then turn) and makes sure that the turn still runs under its lease. One
 * statement; none without a turn or conversations. `alsoCounted`: further conversations whose counters will change; all
 * are locked in the order of their ids.
 * @returns the call that is recorded under the actor's `callId`, if any.
 * @throws TurnLostError
 */
export async function holdTurn(db: Db, { userId, turn, callId }: Actor, alsoCounted: string[] = []): Promise<Recorded | null> {
  const conversations = [...new Set([...(turn ? [turn.conversationId] : []), ...alsoCounted])];
  if (conversations.length === 0) return null;
  if (!turn) {
    await db.$queryRaw`
      SELECT id FROM conversation WHERE user_id = ${userId}::uuid AND id = ANY(${conversations}::uuid[])
      ORDER BY id FOR NO KEY UPDATE`;
    return null;
  }
  // The count makes sure that all conversations are locked before the turn is.
  const [held] = await db.$queryRaw<{ id: string | null; state: string | null; result: ToolOutput | null }[]>`
    WITH held AS (
      SELECT id FROM conversation WHERE user_id = ${userId}::uuid AND id = ANY(${conversations}::uuid[])
      ORDER BY id FOR NO KEY UPDATE
    )
    SELECT c.id, c.state, c.result
    FROM (SELECT count(*) AS conversations FROM held) h
    JOIN turn t ON h.conversations > 0
    LEFT JOIN tool_call c ON c.user_id = t.user_id AND c.turn_id = t.id AND c.call_id = ${callId ?? null}
    WHERE t.user_id = ${userId}::uuid AND t.id = ${turn.id}::uuid AND t.conversation_id = ${turn.conversationId}::uuid
      AND t.status = 'running' AND t.lease_token = ${turn.leaseToken}::uuid AND t.lease_expires_at > clock_timestamp()
    FOR SHARE OF t`;
  if (!held) throw new TurnLostError(turn.id);
  return held.id !== null && held.state !== null && held.result !== null ? { id: held.id, state: held.state, result: held.result } : null;
}
