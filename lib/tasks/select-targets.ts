import type { TaskContext } from './context';
import { findTasks } from './find-tasks';
import { resolveTasks, type Scope } from './resolve-tasks';
import { TASKS_PER_CALL, type TaskFilter, type Targets } from './schemas';
import { toTask, type TaskRow } from './task-row';
import type { ToolErrorCode, ToolFailure } from './tool-output';
import { named } from './words';

type Selected = { ok: true; rows: TaskRow[] } | { ok: false; failure: ToolFailure };

/** A failed output; candidates stay out where there is nothing to choose. */
export const failure = (code: ToolErrorCode, message: string): ToolFailure => ({ ok: false, code, message });

/**
 * The tasks that a change is for: those named, or all that pass the filter, whose status is `status` unless it says
 * otherwise. Never more than TASKS_PER_CALL. `whole`: see `resolveTasks`.
 */
export async function selectTargets(
  context: TaskContext, targets: Targets, { scope, status, whole }: { scope: Scope; status?: TaskFilter['status']; whole?: boolean },
): Promise<Selected> {
  if ((targets.tasks === undefined) === (targets.filter === undefined))
    return { ok: false, failure: failure('invalid', 'Say which tasks: either name them or give a filter.') };
  if (targets.tasks !== undefined) {
    const resolved = await resolveTasks(context, targets.tasks, scope, whole);
    return resolved.ok ? { ok: true, rows: resolved.rows } : resolved;
  }
  const filter = { ...targets.filter, status: targets.filter?.status ?? status };
  const { rows, total } = await findTasks(context.db, context.userId, filter, context, { sort: 'number', limit: TASKS_PER_CALL });
  if (rows.length === 0) return { ok: false, failure: { ...failure('not_found', 'No task matches that.'), candidates: [] } };
  if ((total ?? 0) > TASKS_PER_CALL)
    return { ok: false, failure: failure('limit', `${total} tasks match; at most ${TASKS_PER_CALL} can be changed at once.`) };
  return { ok: true, rows };
}

/** The refusal to change what is in the trash, or null when nothing there is. */
export function firstInTrash(rows: TaskRow[]): ToolFailure | null {
  const row = rows.find(({ deletedAt }) => deletedAt !== null);
  return row ? { ...failure('invalid', `${named(row)} is in the trash. Restore it first.`), candidates: [toTask(row)] } : null;
}
