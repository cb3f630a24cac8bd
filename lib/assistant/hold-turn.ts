import type { Db } from '@/lib/db/as-user';
import { Prisma } from '@/lib/generated/prisma/client';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import { type Actor, TurnLostError } from './actor';

const { sql } = Prisma;

/** A call of this turn that is recorded already. */
export type Recorded = { id: string; state: string; result: ToolOutput };

/** The person's preferences as far as calls need them. */
export type PreferencesRow = { defaultPriority: number; weekStart: number; nextTaskNumber: number };

/** The columns of `preferences` (as `p`) that make a `PreferencesRow`. */
export const preferencesColumns = sql`p.default_priority::int AS "defaultPriority", p.week_start::int AS "weekStart", p.next_task_number AS "nextTaskNumber"`;

export type Held = {
  /** The call that is recorded under the actor's `callId`, if any. */
  recorded: Recorded | null;
  /** The preferences, where they were locked on the way. */
  preferences: PreferencesRow | null;
};

type HeldRow = PreferencesRow & { id: string | null; state: string | null; result: ToolOutput | null };

/**
 * Takes the locks that come first (conversation, then turn, then with `lock` the person's preferences) and makes sure that the
 * turn still runs under its lease. One statement; none without a turn or conversations. `counted`: further conversations
 * whose counters will change; all are locked in the order of their ids.
 * @throws TurnLostError
 */
export async function holdTurn(
  db: Db, { userId, turn, callId }: Actor, { counted = [], lock = false }: { counted?: string[]; lock?: boolean } = {},
): Promise<Held> {
  const conversations = [...new Set([...(turn ? [turn.conversationId] : []), ...counted])];
  if (conversations.length === 0) return { recorded: null, preferences: null };
  if (!turn) {
    await db.$queryRaw`
      SELECT id FROM conversation WHERE user_id = ${userId}::uuid AND id = ANY(${conversations}::uuid[])
      ORDER BY id FOR NO KEY UPDATE`;
    return { recorded: null, preferences: null };
  }
  // The count makes sure that all conversations are locked before the turn is.
  const [held] = await db.$queryRaw<HeldRow[]>`
    WITH held AS (
      SELECT id FROM conversation WHERE user_id = ${userId}::uuid AND id = ANY(${conversations}::uuid[])
      ORDER BY id FOR NO KEY UPDATE
    )
    SELECT c.id, c.state, c.result, ${preferencesColumns}
    FROM (SELECT count(*) AS conversations FROM held) h
    JOIN turn t ON h.conversations > 0
    JOIN preferences p ON p.user_id = t.user_id
    LEFT JOIN tool_call c ON c.user_id = t.user_id AND c.turn_id = t.id AND c.call_id = ${callId ?? null}
    WHERE t.user_id = ${userId}::uuid AND t.id = ${turn.id}::uuid AND t.conversation_id = ${turn.conversationId}::uuid
      AND t.status = 'running' AND t.lease_token = ${turn.leaseToken}::uuid AND t.lease_expires_at > clock_timestamp()
    FOR SHARE OF t ${lock ? sql`FOR NO KEY UPDATE OF p` : sql``}`;
  if (!held) throw new TurnLostError(turn.id);
  const { id, state, result, ...preferences } = held;
  return {
    recorded: id !== null && state !== null && result !== null ? { id, state, result } : null,
    preferences: lock ? preferences : null,
  };
}
