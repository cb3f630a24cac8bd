import { validate } from 'uuid';
import { asUser } from '@/lib/db/as-user';
import { notFound } from '@/lib/errors';
import { redoChanges } from '@/lib/tasks/redo-changes';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import { undoChanges } from '@/lib/tasks/undo-changes';
import type { Actor } from './actor';
import { carryOut } from './run-tool';

/** Calls that cannot be taken back, and why. */
const FINAL: Record<string, string> = {
  purge_tasks: 'What was removed for good cannot be brought back.',
  redo: 'Undo what was done again instead.',
};

/**
 * Takes back one recorded call, whoever made it (the Undo of a card, of Activity and of the JSON surface); of an undo it
 * takes back the undoing. It is recorded as a call of its own. Tasks that have changed since are left as they are.
 * @returns `nothing_to_undo` when it was undone already, or changed nothing.
 * @throws AppError 404 when the person has no such call; TurnLostError.
 */
export async function undoCall(actor: Actor, toolCallId: string): Promise<ToolOutput> {
  const { userId } = actor;
  const call = validate(toolCallId)
    ? await asUser(userId, (db) => db.toolCall.findFirst({ where: { userId, id: toolCallId }, select: { tool: true } }))
    : null;
  if (!call) throw notFound('change');
  const which = { calls: [toolCallId] };
  const direction = call.tool === 'undo' ? 'redo' : 'undo';
  const final = FINAL[call.tool];
  return carryOut(actor, {
    tool: direction, skill: 'TaskManagementSkill', effect: 'write', input: { call: toolCallId }, rewinds: { direction, which },
    plan: async (context) => {
      if (final) return { output: { ok: false, code: 'invalid', message: final } };
      return direction === 'undo' ? undoChanges(context, which) : redoChanges(context, which);
    },
  });
}

/**
 * Takes back several recorded calls together, as one call of its own that one redo does again. Calls that the person does
 * not have, that were undone already or cannot be, are passed over; tasks that have changed since are left as they are, and
 * the message says so.
 * @param toolCallIds UUIDs. @returns `nothing_to_undo` or `conflict` when nothing at all could be taken back.
 * @throws AppError 404 when the person has none of these calls.
 */
export async function undoCalls(actor: Actor, toolCallIds: string[]): Promise<ToolOutput> {
  const { userId } = actor;
  const own = await asUser(userId, (db) => db.toolCall.count({ where: { userId, id: { in: toolCallIds } } }));
  if (own === 0) throw notFound('change');
  const which = { calls: toolCallIds };
  return carryOut(actor, {
    tool: 'undo', skill: 'TaskManagementSkill', effect: 'write', input: which, rewinds: { direction: 'undo', which },
    plan: (context) => undoChanges(context, which),
  });
}
