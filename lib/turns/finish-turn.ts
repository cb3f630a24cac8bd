import { asUser, type Db } from '@/lib/db/as-user';
import { KEEP_PLAN } from '@/lib/db/name-statements';
import { skillOf } from '@/lib/assistant/tool-skills';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import type { Folded } from './fold-chunks';
import { toStored } from './message-parts';
import type { OpenTurn } from './open-turn';
import type { EndStatus, TurnErrorCode } from './statuses';

/** How a turn ended. Token counts cover all steps; `firstTokenMs` counts from the turn's start. */
export type TurnEnd = {
  status: EndStatus;
  errorCode: TurnErrorCode | null;
  tokensIn: number | null;
  tokensOut: number | null;
  firstTokenMs: number | null;
};

type Ours = Pick<OpenTurn, 'userId' | 'id' | 'conversationId' | 'leaseToken'>;

/**
 * Writes the answer, the turn's end and the counters, and removes the chunks. An answer that did not come to its
 * natural end takes up the tool calls that were recorded but not yet told.
 * @returns when it ended; null when the turn is no longer ours, and nothing was written.
 */
export async function finishTurn(turn: Ours, folded: readonly Folded[], end: TurnEnd): Promise<Date | null> {
  if (end.status === 'completed' || end.status === 'awaiting_approval')
    return asUser(turn.userId, (db) => writeEnd(db, turn, folded, end));
  return asUser(
    turn.userId,
    async (db) => {
      const recorded = await lockRecordedCalls(db, turn);
      return writeEnd(db, turn, withRecorded(folded, recorded), end);
    },
    { transaction: true },
  );
}

type Recorded = { id: string; call_id: string; tool: string; state: string; arguments: unknown; result: unknown };

/** Holds off a tool that is about to commit, so that its call is either in the list or refused by the lease. */
async function lockRecordedCalls(db: Db, turn: Ours): Promise<Recorded[]> {
  const { userId, id, conversationId } = turn;
  await db.$queryRaw`SELECT id FROM conversation WHERE user_id = ${userId}::uuid AND id = ${conversationId}::uuid FOR UPDATE`;
  await db.$queryRaw`SELECT id FROM turn WHERE user_id = ${userId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  await db.$executeRaw`UPDATE tool_call SET state = 'expired', decided_at = now()
    WHERE user_id = ${userId}::uuid AND turn_id = ${id}::uuid AND state = 'requested'`;
  return db.$queryRaw<Recorded[]>`SELECT id, call_id, tool, state, arguments, result FROM tool_call
    WHERE user_id = ${userId}::uuid AND turn_id = ${id}::uuid AND state IN ('ok', 'error') ORDER BY created_at, id`;
}

function withRecorded(folded: readonly Folded[], recorded: readonly Recorded[]): Folded[] {
  const told = new Map(folded.flatMap((part) => (part.type === 'tool' ? [[part.callId, part] as const] : [])));
  const parts = [...folded];
  for (const call of recorded) {
    const output = call.result as ToolOutput;
    const part = told.get(call.call_id);
    if (part) parts[parts.indexOf(part)] = { ...part, output };
    else
      parts.push({ type: 'tool', callId: call.call_id, tool: call.tool, input: call.arguments, output, approvalId: null });
  }
  return parts;
}

/** The skill of the first call that changed something, else of the first call, else none. */
export function skillUsed(folded: readonly Folded[]): string | null {
  const calls = folded.filter((part) => part.type === 'tool');
  const changing = calls.find(({ output }) => output?.ok && (output.changes?.length ?? 0) > 0);
  const name = (changing ?? calls[0])?.tool;
  return name === undefined ? null : skillOf(name);
}

async function writeEnd(db: Db, turn: Ours, folded: readonly Folded[], end: TurnEnd): Promise<Date | null> {
  const { userId, id, conversationId, leaseToken } = turn;
  const { content, parts } = toStored(folded);
  const said = content !== '' || parts !== null;
  const [ended] = await db.$queryRaw<{ ended_at: Date }[]>`${KEEP_PLAN}
    WITH place AS (
      SELECT id FROM conversation WHERE user_id = ${userId}::uuid AND id = ${conversationId}::uuid FOR UPDATE
    ), ended AS (
      UPDATE turn SET status = ${end.status}, ended_at = now(), error_code = ${end.errorCode},
        tokens_in = ${end.tokensIn}::int, tokens_out = ${end.tokensOut}::int, first_token_ms = ${end.firstTokenMs}::int
      FROM place
      WHERE turn.user_id = ${userId}::uuid AND turn.id = ${id}::uuid AND turn.lease_token = ${leaseToken}::uuid
        AND turn.status = 'running' AND turn.lease_expires_at > clock_timestamp()
      RETURNING turn.id, turn.ended_at, turn.conversation_id, turn.answer_id, coalesce(turn.continues_id, turn.user_message_id) AS parent_id
    ), written AS (
      INSERT INTO message (user_id, id, conversation_id, parent_id, position, role, content, parts, skill_used)
      SELECT ${userId}::uuid, answer_id, conversation_id, parent_id, 0, 'assistant', ${content},
        ${parts && JSON.stringify(parts)}::jsonb, ${skillUsed(folded)}
      FROM ended WHERE ${said}
    ), cleared AS (
      DELETE FROM turn_chunk USING ended WHERE turn_chunk.user_id = ${userId}::uuid AND turn_chunk.turn_id = ended.id
    )
    SELECT ended_at FROM ended`;
  return ended?.ended_at ?? null;
}
