import { asUser } from '@/lib/db/as-user';
import { cleanText } from '@/lib/db/storable';
import { badRequest, notFound } from '@/lib/errors';
import { FEEDBACK_COMMENT_MAX } from './limits';
import { requireId } from './require-id';

/**
 * Records what the user thinks of an answer; null takes it back, its comment with it.
 * @param comment at most 1,000 characters. @throws AppError 400 `invalid_id` or `invalid_input`, 404 `not_found`.
 */
export async function setFeedback(userId: string, messageId: string, feedback: -1 | 1 | null, comment?: string | null): Promise<void> {
  const id = requireId(messageId);
  const said = feedback === null ? null : cleanText(comment ?? '').trim() || null;
  if (said && [...said].length > FEEDBACK_COMMENT_MAX)
    throw badRequest('invalid_input', `A comment has at most ${FEEDBACK_COMMENT_MAX} characters.`);
  const changed = await asUser(userId, (db) => db.$executeRaw`
    UPDATE message m SET feedback = ${feedback}::smallint, feedback_comment = ${said}
    FROM conversation c
    WHERE m.user_id = ${userId}::uuid AND m.id = ${id}::uuid AND m.role = 'assistant'
      AND c.user_id = m.user_id AND c.id = m.conversation_id AND c.deleted_at IS NULL`);
  if (changed === 0) throw notFound('answer');
}
