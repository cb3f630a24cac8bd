import type { Db } from '@/lib/db/as-user';
import { countChanges, countMoved } from '@/lib/tasks/count-for-conversations';
import { toChange } from '@/lib/tasks/ledger-fields';
import type { ToolFailure, ToolOutput } from '@/lib/tasks/tool-output';
import { writeLedger } from '@/lib/tasks/write-ledger';
import { writeTasks } from '@/lib/tasks/write-tasks';
import type { Actor } from './actor';
import { approvalMissing, needsApproval } from './approval-rule';
import type { Planned } from './plan-call';

/** Counters of conversations changed that were not locked when the call began; it has to begin again. */
export class ConversationsMovedError extends Error {}

/** The answer of a call, with the id under which it is recorded. */
export function outputOf(callId: string, { effect }: Planned): ToolOutput {
  const { output, transitions = [] } = effect;
  if (!output.ok || transitions.length === 0) return { ...output, id: callId };
  return { ...output, id: callId, changes: transitions.map(toChange) };
}

/** Why an effect that could be written may not be, or null. */
export function refusal({ effect }: Planned, actor: Actor, approved: boolean): ToolFailure | null {
  const { expectedVersions, source, userText } = actor;
  if (!effect.output.ok) return null;
  const stale = effect.transitions?.find(({ before }) => {
    const expected = before && expectedVersions?.[before.id];
    return expected !== undefined && expected !== null && expected !== before?.version;
  });
  if (stale?.before)
    return { ok: false, code: 'conflict', message: `"${stale.before.title}" (${stale.before.number}) has changed meanwhile. Nothing was changed.` };
  const isAssistant = source === 'chat' || source === 'mcp';
  if (isAssistant && !approved && needsApproval(effect, userText))
    return { ok: false, code: 'conflict', message: approvalMissing(effect) };
  return null;
}

/** Writes what a recorded call does: tasks, ledger, counters. `conversationId`: where its changes count. */
export async function writeEffect(
  db: Db, { userId, now }: Actor, callId: string, { effect, numbers }: Planned,
  { conversationId, locked }: { conversationId: string | null; locked: string[] },
): Promise<void> {
  const { transitions = [], ledger, commit } = effect;
  if (commit) await commit(db);
  if (transitions.length === 0 && !commit) return;
  await writeTasks(db, userId, transitions);
  await writeLedger(db, userId, { callId, now, transitions, move: ledger, numbers });
  if (ledger) {
    const moved = await countMoved(db, userId, ledger);
    if (moved.some((id) => !locked.includes(id))) throw new ConversationsMovedError();
  } else if (conversationId !== null) {
    await countChanges(db, userId, conversationId, transitions);
  }
}
