import type { z } from 'zod';
import type { Db } from '@/lib/db/as-user';
import { badRequest } from '@/lib/errors';
import type { exportedConversationSchema } from './format';

type Conversation = z.output<typeof exportedConversationSchema>;

/** Rows written by one statement. */
const BATCH = 500;

export const invalidConversation = (message: string) => badRequest('invalid_conversation', message);

/**
 * Adds those messages of a conversation that are not there yet, within the transaction that locked its row. A batch is numbered and
 * counted at once; the trigger, which would do it for each message, is told to stand back.
 * @returns how many were added. @throws AppError 400 `invalid_conversation` when one belongs to another conversation, or is an answer
 * that is being made.
 */
export async function importMessages(db: Db, userId: string, { id, messages }: Pick<Conversation, 'id' | 'messages'>): Promise<number> {
  await db.$executeRaw`SELECT set_config('sayso.messages_placed', 'yes', true)`;
  let added = 0;
  for (let start = 0; start < messages.length; start += BATCH) {
    const batch = messages.slice(start, start + BATCH).map(({ turns: _, ...message }, index) => ({ ...message, index }));
    const [counted] = await db.$queryRaw<{ count: number }[]>`
      WITH fresh AS MATERIALIZED (
        SELECT x.*, row_number() OVER (ORDER BY x.index) - 1 AS place
        FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS x (index int, id uuid, "parentId" uuid, role text, content text,
          parts jsonb, "skillUsed" text, feedback smallint, "feedbackComment" text, "createdAt" timestamptz)
        WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.user_id = ${userId}::uuid AND m.id = x.id)
      ), counted AS (
        SELECT count(*)::int AS count, max("createdAt") AS newest FROM fresh
      ), added AS (
        INSERT INTO message (user_id, id, conversation_id, parent_id, position, role, content, parts, skill_used, feedback,
          feedback_comment, created_at)
        SELECT c.user_id, x.id, c.id, x."parentId", c.next_position + x.place, x.role, x.content, nullif(x.parts, 'null'), x."skillUsed",
          x.feedback, x."feedbackComment", x."createdAt"
        FROM fresh x JOIN conversation c ON c.user_id = ${userId}::uuid AND c.id = ${id}::uuid
        ORDER BY x.index
      ), placed AS (
        UPDATE conversation c SET next_position = c.next_position + n.count, message_count = c.message_count + n.count,
          updated_at = greatest(c.updated_at, n.newest)
        FROM counted n WHERE c.user_id = ${userId}::uuid AND c.id = ${id}::uuid AND n.count > 0
      )
      SELECT count FROM counted`;
    added += counted?.count ?? 0;
  }
  const ids = messages.map((message) => message.id);
  const [taken] = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM message WHERE user_id = ${userId}::uuid AND id = ANY(${ids}::uuid[]) AND conversation_id <> ${id}::uuid
    UNION ALL SELECT answer_id FROM turn WHERE user_id = ${userId}::uuid AND answer_id = ANY(${ids}::uuid[]) AND status = 'running' LIMIT 1`;
  if (taken) throw invalidConversation('A message of it belongs to another conversation already, or is still being made.');
  return added;
}
