import { asUser, type Db } from '@/lib/db/as-user';
import { conflict, notFound } from '@/lib/errors';
import type { OpenTurn } from './open-turn';
import { recoverTurns } from './recover-turns';

/** What opened nothing: a message or an attempt, by the id that its sender gave it. */
type Refused = { userId: string; conversationId: string; messageId?: string; attemptId?: string };

/** Where the message stands, or which turn keeps the conversation busy. */
type Refusal = { reason: 'known' | 'running'; turnId: string } | { reason: 'missing' };

const turnRunning = () =>
  conflict('turn_running', 'An answer is still being made in this conversation. Wait for it, or stop it first.');

/** Why `openTurn` or `openAttempt` opened nothing. */
export async function explainRefusal({ userId, conversationId, messageId, attemptId }: Refused): Promise<Refusal> {
  const [message, attempt] = [messageId ?? null, attemptId ?? null];
  const find = (db: Db) => db.$queryRaw<{ id: string; known: boolean }[]>`
    SELECT t.id, coalesce(t.user_message_id = ${message}::uuid, false) OR coalesce(t.id = ${attempt}::uuid, false) AS known
    FROM turn t WHERE t.user_id = ${userId}::uuid AND (
      t.user_message_id = ${message}::uuid OR t.id = ${attempt}::uuid
      OR (t.conversation_id = ${conversationId}::uuid AND t.status = 'running'))
    ORDER BY known DESC, t.attempt DESC LIMIT 1`;
  const [row] = await asUser(userId, find);
  return row ? { reason: row.known ? 'known' : 'running', turnId: row.id } : { reason: 'missing' };
}

/**
 * Opens a turn, or finds the one that the same request opened before. What is in the way may have ended meanwhile, or is
 * recovered where its process died: then it is tried once more.
 * @throws AppError 409 turn_running; 404 when `place`, where the turn was to be opened, is not there.
 */
export async function openOrFind<Opened extends OpenTurn>(
  open: () => Promise<Opened | null>, request: Refused, place: string,
): Promise<{ opened: Opened } | { known: string }> {
  for (let retried = false; ; retried = true) {
    const opened = await open();
    if (opened) return { opened };
    const refusal = await explainRefusal(request);
    if (refusal.reason === 'known') return { known: refusal.turnId };
    const cleared = refusal.reason === 'missing' || (await recoverTurns(request.userId, request.conversationId));
    if (cleared && !retried) continue;
    throw refusal.reason === 'missing' ? notFound(place) : turnRunning();
  }
}
