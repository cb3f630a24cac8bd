import type { Effect, TaskContext, Transition } from './context';
import { changedTargets, unchanged } from './effects';
import { changeRow } from './ledger-fields';
import { loadSubtasks, loadTasks } from './load-tasks';
import type { Targets } from './schemas';
import { selectTargets } from './select-targets';
import { toTask, type TaskRow } from './task-row';
import { counted, listed, sentence, subject, together } from './words';

/**
 * Takes tasks out of the trash, together with the subtasks that went there with them. A subtask whose parent stays in the
 * trash comes back as a task of its own, so that it can be seen.
 */
export async function restoreTasks(context: TaskContext, targets: Targets): Promise<Effect> {
  const selected = await selectTargets(context, targets, { scope: 'restore', status: 'trash' });
  if (!selected.ok) return { output: selected.failure };
  const { db, userId } = context;
  const live = selected.rows.filter(({ deletedAt }) => deletedAt === null);
  const trashed = selected.rows.filter(({ deletedAt }) => deletedAt !== null);
  const already = live.length === 0 ? '' : sentence(listed(live), live.length === 1 ? 'is' : 'are', 'not in the trash');
  if (trashed.length === 0) return unchanged(already, live);

  const below = (await loadSubtasks(db, userId, trashed.map(({ id }) => id))).filter((subtask) => {
    const parent = trashed.find(({ id }) => id === subtask.parentId);
    return subtask.deletedAt !== null && subtask.deletedAt === parent?.deletedAt && !trashed.some(({ id }) => id === subtask.id);
  });
  const parents = await loadTasks(db, userId, trashed.flatMap(({ parentId }) => parentId ?? []));
  const isOrphan = (row: TaskRow) =>
    parents.some(({ id, deletedAt }) => id === row.parentId && deletedAt !== null && !trashed.some((other) => other.id === id));
  const orphans = trashed.filter(isOrphan);
  const restore = (before: TaskRow): Transition[] => {
    const after = changeRow(before, { deletedAt: null, ...(isOrphan(before) && { parentId: null }) }, context.now);
    return after ? [{ operation: 'restore', before, after }] : [];
  };
  const transitions = [...trashed, ...below].flatMap(restore);
  const withThem = below.length === 0 ? '' : `with ${counted(below.length, 'subtask')}`;
  const alone = orphans.length === 0 ? '' : sentence(listed(orphans), orphans.length === 1 ? 'is' : 'are', 'no longer a subtask, because the task above is in the trash');
  const more = live.length > 0 ? { unchanged: live.map(toTask) } : {};
  return changedTargets(selected.rows, sentence('restore', subject(trashed), withThem), together(sentence('Restored', subject(trashed), withThem), already, alone), transitions, more);
}
