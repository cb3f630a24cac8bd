import { v7 } from 'uuid';
import { z } from 'zod';
import { asUser, type Db } from '@/lib/db/as-user';
import { isLockConflict, isUniqueViolation, retryConflicts } from '@/lib/db/conflicts';
import { storable } from '@/lib/db/storable';
import { log } from '@/lib/log';
import type { SkillName } from '@/lib/conversations/skills';
import type { Effect, TaskContext } from '@/lib/tasks/context';
import { findCountedConversations, stepsOf, type Direction, type Steps } from '@/lib/tasks/ledger-calls';
import type { ToolFailure, ToolOutput } from '@/lib/tasks/tool-output';
import { type Actor, TurnLostError } from './actor';
import type { ToolEffect } from './define-tool';
import { holdTurn } from './hold-turn';
import { planCall } from './plan-call';
import { type CallRecord, recordCall } from './record-call';
import { findTool } from './tools';
import { ConversationsMovedError, outputOf, refusal, writeEffect } from './write-effect';

/** A call that is about to be carried out. */
export type Call = {
  tool: string;
  skill: SkillName | null;
  effect: ToolEffect;
  input: unknown;
  plan: (context: TaskContext) => Promise<Effect>;
  /** For undo and redo: which calls' conversations they count for. */
  rewinds?: { direction: Direction; which: Steps };
};

/** What neither the model nor the person can do anything about; the log knows more. */
export const UNEXPECTED: ToolFailure = {
  ok: false, code: 'failed', message: 'That did not work because of an error on our side. Nothing was changed.',
};

/**
 * Carries out a tool in one transaction: the turn's lease, the effect, the recorded call, the ledger and the counters.
 * Never throws for what a person or a model can do wrong: that is an `ok: false` output, recorded with state `error`.
 * The same call of the same turn again returns what was recorded.
 * @throws TurnLostError when the turn does not run under its lease; nothing is written then.
 */
export async function runTool(actor: Actor, name: string, rawInput: unknown): Promise<ToolOutput> {
  const tool = findTool(name);
  const input = storable(rawInput);
  if (!tool) {
    const output: ToolFailure = { ok: false, code: 'invalid', message: `There is no tool called ${name}.` };
    return carryOut(actor, { tool: name.slice(0, 100), skill: null, effect: 'read', input, plan: async () => ({ output }) });
  }
  const steps = name === 'undo' || name === 'redo' ? z.object({ steps: z.number().default(1), calls: z.array(z.uuid()).optional() }).safeParse(input) : null;
  return carryOut(actor, {
    tool: name, skill: tool.skill, effect: tool.effect, input,
    plan: (context) => tool.run(context, input),
    ...(steps?.success && { rewinds: { direction: name === 'undo' ? 'undo' : 'redo', which: stepsOf(steps.data) } }),
  });
}

/** Carries out a call that is made by the program itself, as `runTool` does. */
export async function carryOut(actor: Actor, call: Call): Promise<ToolOutput> {
  const started = performance.now();
  try {
    return await retryConflicts(
      () => asUser(actor.userId, (db) => attemptCall(db, actor, call, started), { transaction: true }),
      // The last: a call that somebody recorded at the same moment.
      (error) => error instanceof ConversationsMovedError || isLockConflict(error) || isUniqueViolation(error),
    );
  } catch (error) {
    if (error instanceof TurnLostError) throw error;
    log.error({ err: error, tool: call.tool }, 'tool failed');
    return recordFailure(actor, call, started);
  }
}

async function attemptCall(db: Db, actor: Actor, call: Call, started: number): Promise<ToolOutput> {
  const counted = call.rewinds ? await findCountedConversations(db, actor.userId, call.rewinds.direction, call.rewinds.which) : [];
  const lock = call.effect !== 'read';
  const { recorded, preferences: held } = await holdTurn(db, actor, { counted, lock });
  if (recorded) return { ...recorded.result, id: recorded.id };
  const planned = await planCall(db, actor, call.plan, { lock, held });
  const id = v7();
  const refused = refusal(planned, actor, false);
  const output = refused ? { ...refused, id } : outputOf(id, planned);
  const { tool, skill, input } = call;
  const record: CallRecord = { id, tool, skill, state: output.ok ? 'ok' : 'error', input, output, durationMs: performance.now() - started };
  const conversationId = actor.turn?.conversationId ?? null;
  const locked = conversationId === null ? counted : [...counted, conversationId];
  if (output.ok) await writeEffect(db, actor, id, planned, { conversationId, locked, call: record });
  else await recordCall(db, actor, record);
  return output;
}

async function recordFailure(actor: Actor, { tool, skill, input }: Call, started: number): Promise<ToolOutput> {
  const id = v7();
  const output: ToolFailure = { ...UNEXPECTED, id };
  await asUser(actor.userId, async (db) => {
    await holdTurn(db, actor);
    await recordCall(db, actor, { id, tool, skill, state: 'error', input, output, durationMs: performance.now() - started });
  }, { transaction: true });
  return output;
}
