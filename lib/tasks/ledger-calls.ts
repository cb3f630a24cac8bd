import type { Db } from '@/lib/db/as-user';
import { Prisma } from '@/lib/generated/prisma/client';
import type { TaskState } from './task-row';

const { sql } = Prisma;

/** Which way the ledger is walked: undo takes back changes, redo takes back undos. */
export type Direction = 'undo' | 'redo';

/** Which calls: the newest `steps` that can be taken back, or those with these ids. */
export type Steps = { steps: number } | { calls: string[] };

/** What an undo was asked for: certain calls, where they are named. */
export const stepsOf = ({ steps, calls }: { steps: number; calls?: string[] }): Steps => (calls ? { calls } : { steps });

type LedgerCall = { id: string; tool: string; actionTaken: string | null };

/** One entry of the ledger that still stands, with the fields it changed. */
export type LedgerEntry = {
  id: string;
  callId: string;
  taskId: string | null;
  before: Partial<TaskState> | null;
  versionBefore: number;
  versionAfter: number;
};

/** Undone are changes by any tool but these; a purge leaves nothing to bring back. */
const NEVER_UNDONE = sql`('undo', 'redo', 'purge_tasks')`;
const toolFits = (direction: Direction) => (direction === 'undo' ? sql`c.tool NOT IN ${NEVER_UNDONE}` : sql`c.tool = 'undo'`);

/** The calls that are to be taken back, newest first. Changes of purged tasks count for nothing. */
export async function findCalls(db: Db, userId: string, direction: Direction, which: Steps): Promise<LedgerCall[]> {
  const [chosen, most] = 'calls' in which ? [sql`c.id = ANY(${which.calls}::uuid[])`, which.calls.length] : [sql`TRUE`, which.steps];
  return db.$queryRaw<LedgerCall[]>`
    SELECT c.id, c.tool, c.action_taken AS "actionTaken"
    FROM task_change k JOIN tool_call c ON c.user_id = k.user_id AND c.id = k.tool_call_id
    WHERE k.user_id = ${userId}::uuid AND k.undone_by IS NULL AND k.task_id IS NOT NULL AND ${toolFits(direction)} AND ${chosen}
    GROUP BY k.created_at, c.id, c.tool, c.action_taken
    ORDER BY k.created_at DESC, c.id DESC LIMIT ${most}::int`;
}

/** What these calls changed and what of it still stands, in the order of the calls. */
export async function loadEntries(db: Db, userId: string, calls: LedgerCall[]): Promise<LedgerEntry[]> {
  const ids = calls.map(({ id }) => id);
  const entries = await db.$queryRaw<LedgerEntry[]>`
    SELECT id, tool_call_id AS "callId", task_id AS "taskId", before, version_before AS "versionBefore", version_after AS "versionAfter"
    FROM task_change WHERE user_id = ${userId}::uuid AND undone_by IS NULL AND tool_call_id = ANY(${ids}::uuid[]) ORDER BY id`;
  return calls.flatMap((call) => entries.filter(({ callId }) => callId === call.id));
}

/** What each undo took back: the entries marked with it. */
export async function loadUndone(db: Db, userId: string, calls: LedgerCall[]): Promise<{ id: string; taskId: string | null; undoneBy: string; actionTaken: string | null }[]> {
  const ids = calls.map(({ id }) => id);
  return db.$queryRaw<{ id: string; taskId: string | null; undoneBy: string; actionTaken: string | null }[]>`
    SELECT k.id, k.task_id AS "taskId", k.undone_by AS "undoneBy", c.action_taken AS "actionTaken"
    FROM task_change k LEFT JOIN tool_call c ON c.user_id = k.user_id AND c.id = k.tool_call_id
    WHERE k.user_id = ${userId}::uuid AND k.undone_by = ANY(${ids}::uuid[]) ORDER BY k.created_at, k.id`;
}

/**
 * Tells versions of the same content apart from changed ones. An undo makes a new version, which restores the content of
 * an older one; its entry keeps that version as `asOf`. Two versions hold the same content when their origins are equal.
 */
export async function loadOrigins(db: Db, userId: string, taskIds: string[]): Promise<(taskId: string, version: number) => number> {
  const rows = taskIds.length === 0 ? [] : await db.$queryRaw<{ taskId: string; version: number; asOf: number }[]>`
    SELECT task_id AS "taskId", version_after AS version, (after->>'asOf')::int AS "asOf"
    FROM task_change WHERE user_id = ${userId}::uuid AND task_id = ANY(${taskIds}::uuid[]) AND after->'asOf' IS NOT NULL`;
  const origins = new Map(rows.map(({ taskId, version, asOf }) => [`${taskId} ${version}`, asOf]));
  return (taskId, version) => origins.get(`${taskId} ${version}`) ?? version;
}

/** The conversations whose counters taking these calls back would change. */
export async function findCountedConversations(db: Db, userId: string, direction: Direction, which: Steps): Promise<string[]> {
  const calls = await findCalls(db, userId, direction, which);
  const ids = calls.map(({ id }) => id);
  if (ids.length === 0) return [];
  const counted = direction === 'undo' ? sql`k.tool_call_id = ANY(${ids}::uuid[])` : sql`k.undone_by = ANY(${ids}::uuid[])`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT t.conversation_id AS id FROM task_change k
    JOIN tool_call c ON c.user_id = k.user_id AND c.id = k.tool_call_id
    JOIN turn t ON t.user_id = c.user_id AND t.id = c.turn_id
    WHERE k.user_id = ${userId}::uuid AND ${counted}`;
  return rows.map(({ id }) => id);
}
