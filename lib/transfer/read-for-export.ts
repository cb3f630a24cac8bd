import { asUser } from '@/lib/db/as-user';
import type { ExportedConversation, ExportedMessage } from './format';

/** Rows held in memory at a time. */
const CONVERSATIONS = 200;
const MESSAGES = 200;

type ConversationHead = Omit<ExportedConversation, 'messages'>;

/** How many messages an export will hold: of one conversation, or of all that are not in the trash. */
export async function countForExport(userId: string, conversationId?: string): Promise<number> {
  const { _sum } = await asUser(userId, (db) =>
    db.conversation.aggregate({ where: { userId, deletedAt: null, id: conversationId }, _sum: { messageCount: true } }),
  );
  return _sum.messageCount ?? 0;
}

/** A user's conversations by id, without those in the trash; one alone when it is named. */
export async function* readHeads(userId: string, conversationId?: string): AsyncGenerator<ConversationHead> {
  for (let after: string | undefined; ; ) {
    const rows = await asUser(userId, (db) =>
      db.conversation.findMany({
        where: { userId, deletedAt: null, id: conversationId ?? (after ? { gt: after } : undefined) },
        orderBy: { id: 'asc' },
        take: CONVERSATIONS,
      }),
    );
    for (const row of rows)
      yield {
        id: row.id,
        title: row.title,
        titleSource: row.titleSource === 'user' || row.titleSource === 'model' ? row.titleSource : 'message',
        pinnedAt: row.pinnedAt?.toISOString() ?? null,
        archivedAt: row.archivedAt?.toISOString() ?? null,
        createdAt: row.createdAt.toISOString(),
        updatedAt: row.updatedAt.toISOString(),
        leafId: row.leafId,
      };
    after = rows.at(-1)?.id;
    if (conversationId || rows.length < CONVERSATIONS) return;
  }
}

type MessageRow = Omit<ExportedMessage, 'createdAt'> & { position: number; createdAt: Date };

/** All messages of a conversation in the order in which they were written, a batch at a time: one statement each. */
export async function* readMessages(userId: string, conversationId: string): AsyncGenerator<ExportedMessage> {
  for (let position = -1; ; ) {
    const rows = await asUser(userId, (db) => db.$queryRaw<MessageRow[]>`
      SELECT m.position, m.id, m.parent_id AS "parentId", m.role, m.content, m.parts, m.skill_used AS "skillUsed", m.feedback,
        m.feedback_comment AS "feedbackComment", m.created_at AS "createdAt", coalesce(t.turns, '[]') AS turns
      FROM message m
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('id', t.id, 'attempt', t.attempt, 'continuesId', t.continues_id,
          'answerId', t.answer_id, 'status', t.status, 'model', t.model, 'timeZone', t.time_zone, 'tokensIn', t.tokens_in,
          'tokensOut', t.tokens_out, 'firstTokenMs', t.first_token_ms, 'errorCode', t.error_code,
          'createdAt', to_char(t.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'endedAt', to_char(t.ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'toolCalls', coalesce(c.calls, '[]')) ORDER BY t.attempt) AS turns
        FROM turn t
        LEFT JOIN LATERAL (
          SELECT json_agg(json_build_object('id', c.id, 'callId', c.call_id, 'tool', c.tool, 'skill', c.skill,
            'state', c.state, 'arguments', c.arguments, 'result', c.result, 'actionTaken', c.action_taken,
            'durationMs', c.duration_ms,
            'createdAt', to_char(c.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'decidedAt', to_char(c.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
            ORDER BY c.created_at, c.id) AS calls
          FROM tool_call c WHERE c.user_id = ${userId}::uuid AND c.turn_id = t.id
        ) c ON true
        WHERE m.role = 'user' AND t.user_id = ${userId}::uuid AND t.user_message_id = m.id
      ) t ON true
      WHERE m.user_id = ${userId}::uuid AND m.conversation_id = ${conversationId}::uuid AND m.position > ${position}::int
      ORDER BY m.position LIMIT ${MESSAGES}::int`);
    for (const { position: _, createdAt, ...message } of rows) yield { ...message, createdAt: createdAt.toISOString() };
    if (rows.length < MESSAGES) return;
    position = rows.at(-1)?.position ?? position;
  }
}
