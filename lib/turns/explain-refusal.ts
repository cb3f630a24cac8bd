import { asUser, type Db } from '@/lib/db/as-user';

/** Where a message stands, or which turn keeps a conversation busy; read only after a refusal. */
export type Refusal =
  | { reason: 'known'; turnId: string; conversationId: string }
  | { reason: 'running'; turnId: string }
  | { reason: 'missing' };

/** Why `openTurn` or `openAttempt` opened nothing. `knownTurnId`: the attempt that the caller tried to open. */
export async function explainRefusal(
  userId: string,
  request: { conversationId: string; messageId?: string; knownTurnId?: string },
): Promise<Refusal> {
  const { conversationId, messageId = null, knownTurnId = null } = request;
  const find = (db: Db) => db.$queryRaw<{ id: string; conversation_id: string; status: string; known: boolean }[]>`
    SELECT t.id, t.conversation_id, t.status,
      coalesce(t.user_message_id = ${messageId}::uuid, false) OR coalesce(t.id = ${knownTurnId}::uuid, false) AS known
    FROM turn t WHERE t.user_id = ${userId}::uuid AND (
      t.user_message_id = ${messageId}::uuid OR t.id = ${knownTurnId}::uuid
      OR (t.conversation_id = ${conversationId}::uuid AND t.status = 'running'))
    ORDER BY known DESC, t.attempt DESC LIMIT 1`;
  const [row] = await asUser(userId, find);
  if (!row) return { reason: 'missing' };
  if (row.known) return { reason: 'known', turnId: row.id, conversationId: row.conversation_id };
  return { reason: 'running', turnId: row.id };
}
