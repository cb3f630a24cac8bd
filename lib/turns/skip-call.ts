import { v7 } from 'uuid';
import type { Actor } from '@/lib/assistant/actor';
import { skillOf } from '@/lib/assistant/tool-skills';
import { asUser } from '@/lib/db/as-user';
import { storableJson } from '@/lib/db/storable';
import type { ToolFailure } from '@/lib/tasks/tool-output';

/** Why a call is not carried out: one before it failed, or waits for approval, on which the rest may depend. */
export type SkipReason = 'failed' | 'waits';

const SAID: Record<SkipReason, string> = {
  failed: 'Not done, because the step before it failed.',
  waits: 'Not done yet, because the step before it waits for approval. Once that is given, this has to be called again.',
};

/** Records a call that was not carried out because of one before it. */
export async function skipCall(actor: Actor, name: string, input: unknown, reason: SkipReason): Promise<ToolFailure> {
  const id = v7();
  const output: ToolFailure = { ok: false, id, code: 'skipped', message: SAID[reason] };
  const { turn, callId = id, userId, source } = actor;
  await asUser(userId, (db) => db.$executeRaw`
    INSERT INTO tool_call (user_id, id, turn_id, call_id, source, state, tool, skill, arguments, result, action_taken)
    SELECT ${userId}::uuid, ${id}::uuid, t.id, ${callId}, ${source}, 'skipped', ${name}, ${skillOf(name)},
      ${storableJson(input)}::jsonb, ${JSON.stringify(output)}::jsonb, ${output.message}
    FROM turn t WHERE t.user_id = ${userId}::uuid AND t.id = ${turn?.id ?? null}::uuid AND t.status = 'running'
      AND t.lease_token = ${turn?.leaseToken ?? null}::uuid AND t.lease_expires_at > clock_timestamp()`);
  return output;
}
