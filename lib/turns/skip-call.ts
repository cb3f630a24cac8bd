import { v7 } from 'uuid';
import type { Actor } from '@/lib/assistant/actor';
import { skillOf } from '@/lib/assistant/tool-skills';
import { asUser } from '@/lib/db/as-user';
import { storableJson } from '@/lib/db/storable';
import type { ToolFailure } from '@/lib/tasks/tool-output';

/** Records a call that was not carried out because one before it failed. */
export async function skipCall(actor: Actor, name: string, input: unknown): Promise<ToolFailure> {
  const id = v7();
  const output: ToolFailure = {
    ok: false,
    id,
    code: 'skipped',
    message: 'Not done, because the step before it failed.',
  };
  const { turn, callId = id, userId, source } = actor;
  await asUser(userId, (db) => db.$executeRaw`
    INSERT INTO tool_call (user_id, id, turn_id, call_id, source, state, tool, skill, arguments, result, action_taken)
    SELECT ${userId}::uuid, ${id}::uuid, t.id, ${callId}, ${source}, 'skipped', ${name}, ${skillOf(name)},
      ${storableJson(input)}::jsonb, ${JSON.stringify(output)}::jsonb, ${output.message}
    FROM turn t WHERE t.user_id = ${userId}::uuid AND t.id = ${turn?.id ?? null}::uuid AND t.status = 'running'
      AND t.lease_token = ${turn?.leaseToken ?? null}::uuid AND t.lease_expires_at > clock_timestamp()`);
  return output;
}
