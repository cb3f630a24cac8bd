import { v4 } from 'uuid';
import type { z } from 'zod';
import { asUser, type Db } from '@/lib/db/as-user';
import { toolOutputSchema } from '@/lib/tasks/tool-output-schema';
import type { exportedConversationSchema, exportedMessageSchema, exportedToolCallSchema, exportedTurnSchema } from './format';
import { importMessages, invalidConversation as invalid } from './import-messages';

type Conversation = z.output<typeof exportedConversationSchema>;
type Message = z.output<typeof exportedMessageSchema>;
type Turn = z.output<typeof exportedTurnSchema> & { userMessageId: string };
type ToolCall = z.output<typeof exportedToolCallSchema> & { turnId: string };

/** Rows written by one statement. */
const BATCH = 500;

/**
 * Writes a conversation of an export, all or nothing, under its own ids: what is there already is kept as it is, so that
 * importing again adds nothing. One in the trash comes back. Tool calls come as a record: nothing is carried out, and what
 * waited for approval has expired.
 * @returns how many messages were added. @throws AppError 400 `invalid_conversation`.
 */
export async function importConversation(userId: string, conversation: Conversation): Promise<number> {
  requireTree(conversation.messages);
  return asUser(
    userId,
    async (db) => {
      const [existing] = await db.$queryRaw<{ leaf_id: string | null; created: boolean }[]>`
        INSERT INTO conversation (user_id, id, title, title_source, created_at, updated_at, pinned_at, archived_at)
        VALUES (${userId}::uuid, ${conversation.id}::uuid, ${conversation.title}, ${conversation.titleSource},
          least(${conversation.createdAt}::timestamptz, ${conversation.updatedAt}::timestamptz), ${conversation.updatedAt}::timestamptz,
          ${conversation.pinnedAt}::timestamptz, ${conversation.archivedAt}::timestamptz)
        ON CONFLICT (user_id, id) DO UPDATE SET deleted_at = NULL
        RETURNING leaf_id, xmax = 0 AS created`;
      const added = await importMessages(db, userId, conversation);
      const turns = conversation.messages.flatMap((message) => message.turns.map((turn) => ({ ...turn, userMessageId: message.id })));
      await addTurns(db, userId, conversation.id, turns);
      await addToolCalls(db, userId, conversation.id, turns.flatMap((turn) => turn.toolCalls.map((call) => ({ ...call, turnId: turn.id }))));
      await finish(db, userId, conversation, existing?.created ? conversation.leafId : (existing?.leaf_id ?? null));
      return added;
    },
    { transaction: true },
  );
}

/** Every parent stands before its children, so there is no circle and nothing hangs in the air. */
function requireTree(messages: Message[]): void {
  const known = new Set<string>();
  for (const { id, parentId, role, turns } of messages) {
    if (known.has(id)) throw invalid('A message occurs twice.');
    if (parentId !== null && !known.has(parentId)) throw invalid('A message follows one that is missing.');
    if (turns.length > 0 && role !== 'user') throw invalid('Only messages of the user have turns.');
    known.add(id);
  }
  for (const { turns } of messages)
    for (const { continuesId } of turns) if (continuesId !== null && !known.has(continuesId)) throw invalid('A turn continues an answer that is missing.');
}

async function addTurns(db: Db, userId: string, conversationId: string, turns: Turn[]): Promise<void> {
  for (let start = 0; start < turns.length; start += BATCH) {
    const batch = turns.slice(start, start + BATCH).map(({ toolCalls: _, ...turn }) => ({
      ...turn,
      leaseToken: v4(),
      status: turn.status === 'running' ? 'interrupted' : turn.status === 'awaiting_approval' ? 'completed' : turn.status,
      errorCode: turn.status === 'running' ? 'interrupted' : turn.errorCode,
      endedAt: turn.endedAt ?? turn.createdAt,
    }));
    await db.$executeRaw`
      INSERT INTO turn (user_id, id, conversation_id, user_message_id, attempt, continues_id, answer_id, status, lease_token,
        lease_expires_at, model, time_zone, tokens_in, tokens_out, first_token_ms, error_code, created_at, ended_at)
      SELECT ${userId}::uuid, id, ${conversationId}::uuid, "userMessageId", attempt, "continuesId", "answerId", status, "leaseToken",
        "createdAt", model, "timeZone", "tokensIn", "tokensOut", "firstTokenMs", "errorCode", "createdAt", "endedAt"
      FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS x (id uuid, "userMessageId" uuid, attempt int, "continuesId" uuid,
        "answerId" uuid, status text, "leaseToken" uuid, model text, "timeZone" text, "tokensIn" int, "tokensOut" int,
        "firstTokenMs" int, "errorCode" text, "createdAt" timestamptz, "endedAt" timestamptz)
      ON CONFLICT DO NOTHING`;
  }
}

/** The ledger outlives a conversation: calls that are there already, without their turn, find back to it, if it is of this conversation. */
async function addToolCalls(db: Db, userId: string, conversationId: string, calls: ToolCall[]): Promise<void> {
  for (let start = 0; start < calls.length; start += BATCH) {
    const batch = calls.slice(start, start + BATCH).map((call) => ({
      ...call,
      state: call.state === 'requested' || call.state === 'approved' ? 'expired' : call.state,
      arguments: call.arguments ?? {},
      result: toolOutputSchema.safeParse(call.result).data ?? null,
    }));
    await db.$executeRaw`
      INSERT INTO tool_call (user_id, id, turn_id, call_id, source, state, tool, skill, arguments, result, action_taken, duration_ms,
        created_at, decided_at)
      SELECT ${userId}::uuid, x.id, x."turnId", x."callId", 'import', x.state, x.tool, x.skill, x.arguments, nullif(x.result, 'null'),
        x."actionTaken", x."durationMs", x."createdAt", x."decidedAt"
      FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS x (id uuid, "turnId" uuid, "callId" text, state text, tool text,
        skill text, arguments jsonb, result jsonb, "actionTaken" text, "durationMs" int, "createdAt" timestamptz, "decidedAt" timestamptz)
      WHERE EXISTS (SELECT 1 FROM turn t WHERE t.user_id = ${userId}::uuid AND t.id = x."turnId" AND t.conversation_id = ${conversationId}::uuid)
        AND NOT EXISTS (SELECT 1 FROM tool_call c WHERE c.user_id = ${userId}::uuid AND c.turn_id = x."turnId" AND c.call_id = x."callId")
      ON CONFLICT (user_id, id) DO UPDATE SET turn_id = excluded.turn_id WHERE tool_call.turn_id IS NULL AND tool_call.call_id IS NOT NULL`;
  }
}

/** Sets leaf and counters to what the rows say, and lets other tabs know. */
async function finish(db: Db, userId: string, conversation: Conversation, leafId: string | null): Promise<void> {
  await db.$executeRaw`
    UPDATE conversation c SET
      leaf_id = coalesce((SELECT m.id FROM message m
        WHERE m.user_id = c.user_id AND m.conversation_id = c.id AND m.id = ${leafId}::uuid), c.leaf_id, (SELECT m.id FROM message m
        WHERE m.user_id = c.user_id AND m.conversation_id = c.id ORDER BY m.position DESC LIMIT 1)),
      tasks_created = n.created, tasks_completed = n.completed
    FROM (
      SELECT count(*) FILTER (WHERE k.operation = 'create')::int AS created,
        count(*) FILTER (WHERE k.operation = 'complete')::int AS completed
      FROM turn t
      JOIN tool_call l ON l.user_id = t.user_id AND l.turn_id = t.id AND l.tool NOT IN ('undo', 'redo')
      JOIN task_change k ON k.user_id = l.user_id AND k.tool_call_id = l.id AND k.undone_by IS NULL
      WHERE t.user_id = ${userId}::uuid AND t.conversation_id = ${conversation.id}::uuid
    ) n
    WHERE c.user_id = ${userId}::uuid AND c.id = ${conversation.id}::uuid`;
  await db.$executeRaw`UPDATE preferences SET change_sequence = change_sequence + 1 WHERE user_id = ${userId}::uuid`;
}
