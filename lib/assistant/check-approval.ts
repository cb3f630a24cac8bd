import { v7 } from 'uuid';
import { z } from 'zod';
import { asUser, type Db } from '@/lib/db/as-user';
import { storable } from '@/lib/db/storable';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import type { Actor } from './actor';
import { needsApproval } from './approval-rule';
import { resolvedTargets } from './approved-call';
import type { ToolDefinition } from './define-tool';
import { holdTurn } from './hold-turn';
import { planCall } from './plan-call';
import { recordCall } from './record-call';
import { findTool } from './tools';
import { outputOf } from './write-effect';

type ApprovalCheck = { needed: false } | { needed: true; toolCallId: string; preview: ToolOutput };

const NEVER = new Set(['create_tasks', 'create_from_template', 'save_as_template', 'rename_template', 'undo', 'redo']);

/** Whether a call can need approval at all; most cannot, which is known without the database. */
function canNeed(tool: ToolDefinition, input: unknown, one: boolean): boolean {
  if (tool.effect === 'read' || NEVER.has(tool.name)) return false;
  if (tool.effect === 'destructive' || one) return true;
  const named = input !== null && typeof input === 'object' && 'tasks' in input && Array.isArray(input.tasks) ? input.tasks : null;
  return named === null || named.length > 1;
}

/**
 * Finds out whether a call needs the person's approval (see `needsApproval`). If so it is recorded as requested, with the
 * tasks it means and their versions, so that what was shown is exactly what an approval will do; `preview` says what.
 * The same call of the same turn again returns the same request. `one`: a single task needs it as well, unless it was named.
 * @throws TurnLostError
 */
export async function checkApproval(actor: Actor, name: string, rawInput: unknown, one = false): Promise<ApprovalCheck> {
  const tool = findTool(name);
  const input = storable(rawInput);
  if (!tool || !canNeed(tool, input, one)) return { needed: false };
  return asUser(actor.userId, (db) => request(db, actor, tool, input, one), { transaction: true });
}

async function request(db: Db, actor: Actor, tool: ToolDefinition, input: unknown, one: boolean): Promise<ApprovalCheck> {
  const started = performance.now();
  const { recorded } = await holdTurn(db, actor);
  if (recorded) return recorded.state === 'requested' ? { needed: true, toolCallId: recorded.id, preview: recorded.result } : { needed: false };
  const planned = await planCall(db, actor, (context) => tool.run(context, input), { lock: false });
  if (!needsApproval(planned.effect, actor.userText, one)) return { needed: false };
  const id = v7();
  const preview = { ...outputOf(id, planned), message: `This would ${planned.effect.would ?? 'change several tasks.'}` };
  await recordCall(db, actor, {
    id, tool: tool.name, skill: tool.skill, state: 'requested', input: { ...z.record(z.string(), z.unknown()).parse(input), resolved: resolvedTargets(planned.effect) },
    output: preview, durationMs: performance.now() - started,
  });
  return { needed: true, toolCallId: id, preview };
}
