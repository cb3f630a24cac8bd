import type { Effect, TaskContext, Transition } from './context';
import { describeUpdate } from './describe-update';
import { changedTargets, unchanged } from './effects';
import { changeRow } from './ledger-fields';
import type { TaskFilter, Targets } from './schemas';
import { firstInTrash, selectTargets } from './select-targets';
import { toTask, type TaskRow, type TaskState } from './task-row';
import type { ToolFailure } from './tool-output';
import { listed, together } from './words';

/** The fields to set on a row, or why it cannot be. */
export type Edit = (row: TaskRow) => Partial<TaskState> | ToolFailure;

/**
 * Changes fields of the selected tasks, all or none; those in the trash are refused. `prepare` sees all rows first and
 * may refuse as well. Rows in which nothing would differ are reported as unchanged.
 */
export async function editRows(
  context: TaskContext, targets: Targets, prepare: (rows: TaskRow[]) => Promise<Edit | ToolFailure>, status?: TaskFilter['status'],
): Promise<Effect> {
  const selected = await selectTargets(context, targets, { scope: 'change', status });
  if (!selected.ok) return { output: selected.failure };
  const trashed = firstInTrash(selected.rows);
  if (trashed) return { output: trashed };
  const edit = await prepare(selected.rows);
  if (typeof edit !== 'function') return { output: edit };

  const transitions: Transition[] = [];
  const same: TaskRow[] = [];
  for (const before of selected.rows) {
    const fields = edit(before);
    if ('ok' in fields) return { output: fields };
    const after = changeRow(before, fields, context.now);
    if (after) transitions.push({ operation: 'update', before, after });
    else same.push(before);
  }
  const already = same.length === 0 ? '' : `${listed(same)} ${same.length === 1 ? 'is' : 'are'} already like that.`;
  if (transitions.length === 0) return unchanged(already, same);
  const more = same.length > 0 ? { unchanged: same.map(toTask) } : {};
  return changedTargets(selected.rows, describeUpdate(transitions, 'change'), together(describeUpdate(transitions), already), transitions, more);
}
