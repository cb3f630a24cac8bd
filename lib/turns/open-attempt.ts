import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { asUser } from '@/lib/db/as-user';
import { type Opened, type OpenTurn, refusedAsNull, toOpenTurn } from './open-turn';
import { LEASE_SECONDS } from './statuses';

type NewAttempt = {
  userId: string;
  conversationId: string;
  userMessageId: string;
  /** The new turn's own id: the client's for a retry, so that the same request again is not a further attempt. */
  turnId: string;
  continuesId: string | null;
  /** The approval that the attempt decides: it opens only while that waits. */
  approvalId?: string;
  timeZone: string | null;
  model: string;
};

/**
 * Opens a further attempt for a message that is there: a retry, or the rest of an answer whose approval was decided.
 * @returns null when the message is not the user's, this attempt is known, another turn runs, or the approval is decided.
 */
export async function openAttempt(attempt: NewAttempt): Promise<OpenTurn | null> {
  const { userId, conversationId, userMessageId, turnId, continuesId, approvalId = null, timeZone, model } = attempt;
  const ids = { turn: turnId, answer: v7(), lease: randomUUID() };
  const rows = await asUser(userId, (db) =>
    refusedAsNull(
      () => db.$queryRaw<Opened[]>`
        WITH place AS (
          SELECT id FROM conversation WHERE user_id = ${userId}::uuid AND id = ${conversationId}::uuid
          AND deleted_at IS NULL FOR UPDATE
        ), opened AS (
          INSERT INTO turn (user_id, id, conversation_id, user_message_id, attempt, continues_id, answer_id, status,
            lease_token, lease_expires_at, model, time_zone)
          SELECT ${userId}::uuid, ${turnId}::uuid, place.id, m.id,
            1 + (SELECT coalesce(max(attempt), 0) FROM turn t WHERE t.user_id = m.user_id AND t.user_message_id = m.id),
            ${continuesId}::uuid, ${ids.answer}::uuid, 'running', ${ids.lease}::uuid,
            now() + make_interval(secs => ${LEASE_SECONDS}), ${model}, coalesce(${timeZone}, p.time_zone, 'UTC')
          FROM place CROSS JOIN LATERAL (
            SELECT * FROM message WHERE user_id = ${userId}::uuid AND id = ${userMessageId}::uuid LIMIT 1
          ) m
          JOIN preferences p ON p.user_id = ${userId}::uuid
          WHERE m.conversation_id = place.id AND m.role = 'user' AND NOT EXISTS (SELECT 1 FROM turn WHERE user_id = ${userId}::uuid
            AND (id = ${turnId}::uuid OR conversation_id = ${conversationId}::uuid AND status = 'running'))
            AND (${approvalId}::uuid IS NULL OR EXISTS (SELECT 1 FROM tool_call
              WHERE user_id = ${userId}::uuid AND id = ${approvalId}::uuid AND state = 'requested'))
          RETURNING id, attempt, time_zone
        )
        SELECT opened.id AS turn_id, opened.attempt, m.created_at AS asked_at, false AS is_new, opened.time_zone, p.context_size::int,
          p.week_start::int, NULL::uuid AS waiting_answer_id, false AS leaves_waiting, NULL::jsonb AS open_tasks, NULL::jsonb AS branch
        FROM opened JOIN preferences p ON p.user_id = ${userId}::uuid
        JOIN message m ON m.user_id = ${userId}::uuid AND m.id = ${userMessageId}::uuid`,
    ),
  );
  return toOpenTurn(rows, { ...ids, userId, conversationId, userMessageId, continuesId, model });
}
