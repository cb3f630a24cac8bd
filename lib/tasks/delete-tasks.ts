import type { Effect, TaskContext, Transition } from './context';
import { changedTargets, unchanged } from './effects';
import { changeRow } from './ledger-fields';
import { loadSubtasks } from './load-tasks';
import type { Targets } from './schemas';
import { selectTargets } from './select-targets';
import { toTask, type TaskRow } from './task-row';
import { counted, listed, sentence, subject, together } from './words';

/** Moves tasks to the trash, their subtasks with them. */
export async function deleteTasks(context: TaskContext, targets: Targets): Promise<Effect> {
  const selected = await selectTargets(context, targets, { scope: 'change', whole: true });
  if (!selected.ok) return { output: selected.failure };
  const gone = selected.rows.filter(({ deletedAt }) => deletedAt !== null);
  const live = selected.rows.filter(({ deletedAt }) => deletedAt === null);
  const already = gone.length === 0 ? '' : sentence(listed(gone), gone.length === 1 ? 'is' : 'are', 'already in the trash');
  if (live.length === 0) return unchanged(already, gone);
  const subtasks = await loadSubtasks(context.db, context.userId, live.map(({ id }) => id));
  const below = subtasks.filter(({ id, deletedAt }) => deletedAt === null && !live.some((row) => row.id === id));
  const remove = (before: TaskRow): Transition[] => {
    const after = changeRow(before, { deletedAt: context.now.toISOString() }, context.now);
    return after ? [{ operation: 'delete', before, after }] : [];
  };
  const transitions = [...live, ...below].flatMap(remove);
  const withThem = below.length === 0 ? '' : `with ${counted(below.length, 'subtask')}`;
  const more = gone.length > 0 ? { unchanged: gone.map(toTask) } : {};
  return changedTargets(selected.rows, sentence('delete', subject(live), withThem), together(sentence('Deleted', subject(live), withThem), already), transitions, more);
}
