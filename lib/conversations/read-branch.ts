import type { Db } from '@/lib/db/as-user';
import { KEEP_PLAN } from '@/lib/db/name-statements';
import { Prisma } from '@/lib/generated/prisma/client';
import type { TurnStatus } from '@/lib/turns/statuses';

export type MessageRow = {
  id: string;
  parent_id: string | null;
  position: number;
  role: 'user' | 'assistant' | 'system';
  content: string;
  parts: unknown;
  skill_used: string | null;
  feedback: -1 | 1 | null;
  created_at: Date;
  siblings: string[] | null;
  turn_id: string | null;
  turn_status: TurnStatus | null;
  turn_attempt: number | null;
  turn_error: string | null;
  turn_model: string | null;
  turn_tokens_in: number | null;
  turn_tokens_out: number | null;
  turn_first_token_ms: number | null;
  turn_duration_ms: number | null;
};

/** Where a page of a branch ends: at the leaf on screen, at a message, or just before one. */
type BranchEnd = { at: 'leaf' } | { at: 'message'; id: string } | { at: 'before'; id: string };

/**
 * The `limit` messages of a branch that end at `end`, oldest first, in one statement: it follows parents and stops at the
 * limit, so its cost does not grow with the conversation. Each has the turn that made it (a user's message: its newest
 * turn) and the ids that share its parent. Empty when the conversation is not the user's, in the trash, or lacks `end`.
 */
export function readBranch(db: Db, userId: string, conversationId: string, end: BranchEnd, limit: number): Promise<MessageRow[]> {
  // LIMIT 1 keeps each step a look-up by key: the planner can neither turn it into a join of all rows nor, where tables have
  // no statistics (the embedded database gathers none), find the row by walking the conversation's index.
  return db.$queryRaw<MessageRow[]>`${KEEP_PLAN}
    WITH RECURSIVE branch AS (
      SELECT p.*, 1 AS depth
      FROM conversation c CROSS JOIN LATERAL (
        SELECT ${COLUMNS} FROM message m WHERE m.user_id = ${userId}::uuid AND m.id = ${start(userId, end)} LIMIT 1
      ) p
      WHERE c.user_id = ${userId}::uuid AND c.id = ${conversationId}::uuid AND c.deleted_at IS NULL AND p.conversation_id = c.id
      UNION ALL
      SELECT p.*, b.depth + 1
      FROM branch b CROSS JOIN LATERAL (
        SELECT ${COLUMNS} FROM message m WHERE m.user_id = ${userId}::uuid AND m.id = b.parent_id LIMIT 1
      ) p
      WHERE b.depth < ${limit}::int AND p.conversation_id = b.conversation_id
    )
    SELECT b.id, b.parent_id, b.position, b.role, b.content, b.parts, b.skill_used, b.feedback, b.created_at,
      CASE WHEN b.parent_id IS NULL
        THEN (SELECT CASE WHEN count(*) > 1 THEN json_agg(s.id ORDER BY s.position) END FROM message s
              WHERE s.user_id = ${userId}::uuid AND s.conversation_id = ${conversationId}::uuid AND s.parent_id IS NULL)
        ELSE (SELECT CASE WHEN count(*) > 1 THEN json_agg(s.id ORDER BY s.position) END FROM message s
              WHERE s.user_id = ${userId}::uuid AND s.parent_id = b.parent_id)
      END AS siblings,
      t.id AS turn_id, t.status AS turn_status, t.attempt AS turn_attempt, t.error_code AS turn_error, t.model AS turn_model,
      t.tokens_in AS turn_tokens_in, t.tokens_out AS turn_tokens_out, t.first_token_ms AS turn_first_token_ms,
      round(extract(epoch FROM t.ended_at - t.created_at) * 1000)::int AS turn_duration_ms
    FROM branch b
    LEFT JOIN LATERAL (
      (SELECT a.* FROM turn a WHERE b.role <> 'user' AND a.user_id = ${userId}::uuid AND a.answer_id = b.id LIMIT 1)
      UNION ALL
      (SELECT n.* FROM turn n WHERE b.role = 'user' AND n.user_id = ${userId}::uuid AND n.user_message_id = b.id
       ORDER BY n.attempt DESC LIMIT 1)
    ) t ON true
    ORDER BY b.depth DESC`;
}

const COLUMNS = Prisma.sql`
  m.id, m.conversation_id, m.parent_id, m.position, m.role, m.content, m.parts, m.skill_used, m.feedback, m.created_at`;

function start(userId: string, end: BranchEnd): Prisma.Sql {
  if (end.at === 'leaf') return Prisma.sql`c.leaf_id`;
  if (end.at === 'message') return Prisma.sql`${end.id}::uuid`;
  return Prisma.sql`(SELECT n.parent_id FROM message n WHERE n.user_id = ${userId}::uuid AND n.id = ${end.id}::uuid)`;
}
