import type { TaskContext, Transition } from './context';
import type { LedgerEntry } from './ledger-calls';
import { loadOrigins } from './ledger-calls';
import { changedFields } from './ledger-fields';
import { loadSubtasks, loadTasks } from './load-tasks';
import type { TaskRow } from './task-row';
import type { Operation } from './tool-output';
import { named, sentence } from './words';

/** What taking entries back comes to: the new rows, the entries that are taken back, and why others are not. */
type Rewound = { transitions: Transition[]; taken: LedgerEntry[]; reasons: string[] };

type Head = { row: TaskRow; origin: number; entries: LedgerEntry[] };

/**
 * Takes entries of the ledger back, in the order given (newest first): each task gets the fields it had before. A task
 * whose content is no longer what the entry left, or that would not fit where it was, is not touched, and says why.
 */
export async function rewind(context: TaskContext, entries: LedgerEntry[]): Promise<Rewound> {
  const { db, userId, now } = context;
  const ids = [...new Set(entries.flatMap(({ taskId }) => taskId ?? []))];
  const rows = new Map((await loadTasks(db, userId, ids)).map((row) => [row.id, row]));
  const originOf = await loadOrigins(db, userId, ids);
  const heads = new Map<string, Head>();
  const reasons = new Map<string, string>();
  for (const entry of entries) {
    const row = entry.taskId === null ? undefined : rows.get(entry.taskId);
    if (!row || entry.taskId === null) {
      reasons.set(entry.taskId ?? 'gone', 'A task that was removed for good cannot come back.');
      continue;
    }
    const head = heads.get(row.id) ?? { row, origin: originOf(row.id, row.version), entries: [] };
    if (reasons.has(row.id) || head.origin !== originOf(row.id, entry.versionAfter)) {
      reasons.set(row.id, sentence(named(row), 'has changed since, so it was left as it is'));
      continue;
    }
    // What was created goes to the trash: its number is never given again.
    const fields = entry.before ?? { deletedAt: now.toISOString() };
    heads.set(row.id, { row: { ...head.row, ...fields }, origin: originOf(row.id, entry.versionBefore), entries: [...head.entries, entry] });
  }
  await leaveOutMisfits(context, rows, heads, reasons);
  const transitions = [...heads].flatMap(([id, { row, origin }]): Transition[] => {
    const before = rows.get(id);
    if (!before) return [];
    const after = { ...row, version: before.version + 1, updatedAt: now.toISOString() };
    return [{ operation: operationOf(before, after), before, after, asOf: origin }];
  });
  return { transitions, taken: [...heads.values()].flatMap((head) => head.entries), reasons: [...reasons.values()] };
}

function operationOf(before: TaskRow, after: TaskRow): Operation {
  if ((before.deletedAt === null) !== (after.deletedAt === null)) return after.deletedAt === null ? 'restore' : 'delete';
  if (before.status !== after.status) return after.status === 'completed' ? 'complete' : 'reopen';
  return 'update';
}

/** Out of order, a task could come back below one that is gone, or leave its new subtasks alone: such stay as they are. */
async function leaveOutMisfits(
  { db, userId }: TaskContext, rows: Map<string, TaskRow>, heads: Map<string, Head>, reasons: Map<string, string>,
): Promise<void> {
  const moved = [...heads.values()].map(({ row }) => row).filter((row) => {
    const before = rows.get(row.id);
    return before !== undefined && changedFields(before, row).some((field) => field === 'parentId' || field === 'deletedAt');
  });
  if (moved.length === 0) return;
  const above = new Map((await loadTasks(db, userId, moved.flatMap(({ parentId }) => parentId ?? []))).map((row) => [row.id, row]));
  const below = await loadSubtasks(db, userId, moved.map(({ id }) => id));
  // Dropping one may leave another without its parent, so it goes on until nothing more falls out.
  for (let dropped = true; dropped; ) {
    dropped = false;
    const current = (id: string) => heads.get(id)?.row ?? rows.get(id) ?? above.get(id);
    for (const row of moved) {
      if (!heads.has(row.id)) continue;
      const parent = row.parentId === null ? null : (current(row.parentId) ?? 'gone');
      const others = [...below.map((other) => current(other.id) ?? other), ...[...heads.values()].map((head) => head.row)];
      const subtasks = others.filter((other) => other.parentId === row.id && other.deletedAt === null);
      const reason = misfit(row, parent, subtasks);
      if (reason === null) continue;
      heads.delete(row.id);
      reasons.set(row.id, sentence(named(row), reason));
      dropped = true;
    }
  }
}

function misfit(row: TaskRow, parent: TaskRow | 'gone' | null, subtasks: TaskRow[]): string | null {
  if (row.deletedAt !== null) return subtasks.length > 0 ? 'has subtasks now, so it was left as it is' : null;
  if (parent === null) return null;
  if (parent === 'gone' || parent.deletedAt !== null) return 'was left as it is, because the task above it is gone';
  if (parent.parentId !== null || subtasks.length > 0) return 'was left as it is, because there is only one level of subtasks';
  return null;
}
