import { asUser } from '@/lib/db/as-user';
import { liveTurns, STOPPED } from './live-turn';
import { recoverTurns } from './recover-turns';

/**
 * Asks the conversation's running turn to stop. Its own process learns of it at once, another one with its next
 * heartbeat. @returns false when nothing runs.
 */
export async function stopTurn(userId: string, conversationId: string): Promise<boolean> {
  if (await recoverTurns(userId, conversationId)) return true;
  const rows = await asUser(userId, (db) => db.$queryRaw<{ id: string }[]>`
    UPDATE turn SET stop_requested_at = coalesce(stop_requested_at, now())
    WHERE user_id = ${userId}::uuid AND conversation_id = ${conversationId}::uuid AND status = 'running' RETURNING id`);
  for (const { id } of rows) liveTurns.get(id)?.stop.abort(STOPPED);
  return rows.length > 0;
}
