import { v7 } from 'uuid';
import type { Db } from '@/lib/db/as-user';
import { Prisma } from '@/lib/generated/prisma/client';
import type { LedgerMove, Transition } from './context';
import { ledgerFields } from './ledger-fields';

const { sql } = Prisma;

/** What one call writes into the ledger. */
type LedgerWrite = {
  callId: string;
  now: Date;
  transitions: Transition[];
  /** How many task numbers it took. */
  numbers: number;
};

/** The rows of `task_change` of a call, in the order of its transitions. */
function entriesOf(transitions: Transition[]) {
  return transitions.map((transition) => {
    const { operation, before, after, asOf } = transition;
    const fields = ledgerFields(transition);
    const versionBefore = before?.version ?? 0;
    return {
      id: v7(), task: after?.id ?? null, operation, before: fields.before,
      after: asOf === undefined ? fields.after : { ...fields.after, asOf },
      versionBefore, versionAfter: after?.version ?? versionBefore + 1,
    };
  });
}

/**
 * The instant of a call's changes: now, but later than every change before it, so that the order of undo is the order in
 * which things happened, whatever the clocks of several servers say. The caller holds the preferences row.
 */
const momentSql = (userId: string, now: Date) => sql`greatest(${now}::timestamptz,
  (SELECT max(created_at) + interval '1 microsecond' FROM task_change WHERE user_id = ${userId}::uuid))`;

/**
 * The changes of a call and the person's counters: the change sequence that pages watch, and the task numbers taken. Parts of
 * a statement, for its WITH; the call is there already, or another of its parts.
 */
export function ledgerParts(userId: string, { callId, now, transitions, numbers }: LedgerWrite): Prisma.Sql[] {
  return [
    sql`counted AS (
      UPDATE preferences SET change_sequence = change_sequence + 1, next_task_number = next_task_number + ${numbers}::int
      WHERE user_id = ${userId}::uuid
    )`,
    sql`changed AS (
      INSERT INTO task_change (user_id, id, task_id, tool_call_id, operation, before, after, version_before, version_after, created_at)
      SELECT ${userId}::uuid, id, task, ${callId}::uuid, operation, nullif(before, 'null'), nullif(after, 'null'), "versionBefore",
        "versionAfter", ${momentSql(userId, now)}
      FROM jsonb_to_recordset(${JSON.stringify(entriesOf(transitions))}::jsonb) AS x (
        id uuid, task uuid, operation text, before jsonb, after jsonb, "versionBefore" int, "versionAfter" int)
    )`,
  ];
}

/** Marks entries of the ledger as undone by a call, or as standing again. */
export async function markMoved(db: Db, userId: string, callId: string, { undone, redone }: LedgerMove): Promise<void> {
  await db.$executeRaw`
    UPDATE task_change SET undone_by = CASE WHEN id = ANY(${undone}::uuid[]) THEN ${callId}::uuid END
    WHERE user_id = ${userId}::uuid AND id = ANY(${[...undone, ...redone]}::uuid[])`;
}
