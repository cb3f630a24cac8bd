import { validate } from 'uuid';
import { asUser, type Db } from '@/lib/db/as-user';
import { conflict, notFound } from '@/lib/errors';
import { counted, named } from '@/lib/tasks/words';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import type { Actor } from './actor';
import { isAsShown, type Resolved, resolvedInput } from './approved-call';
import { holdTurn } from './hold-turn';
import { planCall } from './plan-call';
import { findTool } from './tools';
import { outputOf, writeEffect } from './write-effect';

export type Decision = { decision: 'executed' | 'rejected' | 'expired'; output: ToolOutput; tool: string; input: unknown; callId: string | null };

type Waiting = { tool: string; arguments: unknown; callId: string | null; conversationId: string | null };

/**
 * Decides a call that waits for approval, once: what was recorded is carried out for the tasks that were shown, or not.
 * When one of them has changed meanwhile nothing is done and the call has expired. The result stands on the same call.
 * @throws AppError 404 when the person has no such call here, 409 `already_decided`; TurnLostError.
 */
export async function decideApproval(actor: Actor, toolCallId: string, approved: boolean): Promise<Decision> {
  if (!validate(toolCallId)) throw notFound('approval');
  const started = performance.now();
  return asUser(actor.userId, async (db) => {
    await holdTurn(db, { ...actor, callId: undefined });
    const waiting = await take(db, actor, toolCallId, approved);
    const { tool: name, callId } = waiting;
    const { shown, original, input } = resolvedInput(waiting.arguments);
    const answer = (decision: Decision['decision'], output: ToolOutput): Decision => ({ decision, output: { ...output, id: toolCallId }, tool: name, input: original, callId });
    if (!approved) return answer('rejected', { ok: false, code: 'rejected', message: 'You said no, so that was not done.' });

    const tool = findTool(name);
    if (!tool) throw notFound('tool');
    const planned = await planCall(db, actor, (context) => tool.run(context, input), { lock: true });
    if (!isAsShown(shown, planned.effect)) {
      const output: ToolOutput = { ok: false, id: toolCallId, code: 'expired', message: await whyExpired(db, actor, shown) };
      await finish(db, actor, toolCallId, 'expired', { output, durationMs: performance.now() - started });
      return answer('expired', output);
    }
    const output = outputOf(toolCallId, planned);
    await finish(db, actor, toolCallId, output.ok ? 'ok' : 'error', { output, durationMs: performance.now() - started });
    const { conversationId } = waiting;
    if (output.ok) await writeEffect(db, actor, toolCallId, planned, { conversationId, locked: conversationId ? [conversationId] : [] });
    return answer('executed', output);
  }, { transaction: true });
}

/** Takes the decision: of several at once only one finds the call waiting. */
async function take(db: Db, { userId, source, now, turn }: Actor, id: string, approved: boolean): Promise<Waiting> {
  const [waiting] = await db.$queryRaw<Waiting[]>`
    UPDATE tool_call c SET state = ${approved ? 'approved' : 'rejected'}, decided_at = ${now}::timestamptz
    WHERE c.user_id = ${userId}::uuid AND c.id = ${id}::uuid AND c.state = 'requested' AND c.source = ${source}
      AND (${turn?.conversationId ?? null}::uuid IS NULL OR EXISTS (
        SELECT 1 FROM turn t WHERE t.user_id = c.user_id AND t.id = c.turn_id AND t.conversation_id = ${turn?.conversationId ?? null}::uuid))
    RETURNING c.tool, c.arguments, c.call_id AS "callId",
      (SELECT t.conversation_id FROM turn t WHERE t.user_id = c.user_id AND t.id = c.turn_id) AS "conversationId"`;
  if (waiting) return waiting;
  const known = await db.toolCall.findFirst({ where: { userId, id, source }, select: { state: true, decidedAt: true } });
  if (!known || known.state === 'requested') throw notFound('approval');
  throw conflict('already_decided', 'That was decided already.', { state: known.state });
}

/** Which of the tasks that were shown are not as they were then. */
async function whyExpired(db: Db, { userId }: Actor, { touched }: Resolved): Promise<string> {
  const tasks = await db.task.findMany({ where: { userId, id: { in: touched.map(({ id }) => id) } }, select: { id: true, number: true, title: true, version: true } });
  const changed = tasks.filter((task) => touched.some(({ id, version }) => id === task.id && version !== task.version));
  const [first] = changed;
  const who = !first ? 'What this is about has' : changed.length === 1 ? `${named(first)} has` : `${named(first)} and ${counted(changed.length - 1, 'other task')} have`;
  return `${who} changed since you were asked, so nothing was done. Ask again to see what it would do now.`;
}

async function finish(
  db: Db, { userId }: Actor, id: string, state: 'expired' | 'ok' | 'error', { output, durationMs }: { output: ToolOutput; durationMs: number },
): Promise<void> {
  await db.$executeRaw`
    UPDATE tool_call SET state = ${state}, action_taken = ${output.message}, result = ${JSON.stringify(output)}::jsonb,
      duration_ms = ${Math.round(durationMs)}::int
    WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`;
}
