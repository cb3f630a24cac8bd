import { v7 } from 'uuid';
import type { SkillName } from '@/lib/conversations/skills';
import type { Db } from '@/lib/db/as-user';
import { Prisma } from '@/lib/generated/prisma/client';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import type { Actor } from './actor';

/** A call as it is recorded; `id` is its ToolCall's. */
export type CallRecord = {
  id: string;
  tool: string;
  skill: SkillName | null;
  state: 'requested' | 'ok' | 'error';
  input: unknown;
  output: ToolOutput;
  durationMs: number;
};

/** Adds a call's row, under the actor's turn if there is one: a statement, or part of one. */
export function callRow({ userId, source, now, turn, callId }: Actor, call: CallRecord): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO tool_call (user_id, id, turn_id, call_id, source, state, tool, skill, arguments, result, action_taken,
      duration_ms, created_at)
    VALUES (${userId}::uuid, ${call.id}::uuid, ${turn?.id ?? null}::uuid, ${callId ?? (turn ? v7() : null)}, ${source}, ${call.state},
      ${call.tool}, ${call.skill}, ${JSON.stringify(call.input)}::jsonb, ${JSON.stringify(call.output)}::jsonb,
      ${call.state === 'requested' ? null : call.output.message}, ${Math.round(call.durationMs)}::int, ${now}::timestamptz)`;
}

export async function recordCall(db: Db, actor: Actor, call: CallRecord): Promise<void> {
  await db.$executeRaw(callRow(actor, call));
}
