import type { Db } from '@/lib/db/as-user';
import { Prisma } from '@/lib/generated/prisma/client';
import { countMoved, countParts } from '@/lib/tasks/count-for-conversations';
import { toChange } from '@/lib/tasks/ledger-fields';
import type { ToolFailure, ToolOutput } from '@/lib/tasks/tool-output';
import { ledgerParts, markMoved } from '@/lib/tasks/write-ledger';
import { prepareTasks, taskParts } from '@/lib/tasks/write-tasks';
import type { Actor } from './actor';
import { approvalMissing, needsApproval } from './approval-rule';
import type { Planned } from './plan-call';
import { type CallRecord, callRow } from './record-call';

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

/**
 * Writes what a call does, tasks, ledger and counters, together with the call itself unless it is recorded already
 * (`call`): one statement, beside what new tags, a purge or undo need. `conversationId`: where its changes count.
 */
export async function writeEffect(
  db: Db, actor: Actor, callId: string, { effect, numbers }: Planned,
  { conversationId, locked, call }: { conversationId: string | null; locked: string[]; call?: CallRecord },
): Promise<void> {
  const { userId, now } = actor;
  const { transitions = [], ledger, commit } = effect;
  if (commit) await commit(db);
  const parts: Prisma.Sql[] = call ? [Prisma.sql`called AS (${callRow(actor, call)})`] : [];
  if (transitions.length > 0 || commit) {
    await prepareTasks(db, userId, transitions);
    parts.push(...taskParts(userId, transitions), ...ledgerParts(userId, { callId, now, transitions, numbers }));
    if (conversationId !== null && !ledger) parts.push(...countParts(userId, conversationId, transitions));
  }
  if (parts.length > 0) await db.$executeRaw`WITH ${Prisma.join(parts)} SELECT 1`;
  if (!ledger || transitions.length === 0) return;
  await markMoved(db, userId, callId, ledger);
  const moved = await countMoved(db, userId, ledger);
  if (moved.some((id) => !locked.includes(id))) throw new ConversationsMovedError();
}
