import type { Effect, TaskContext, Transition } from './context';
import { changedTargets } from './effects';
import { loadSubtasks } from './load-tasks';
import type { Targets } from './schemas';
import { selectTargets } from './select-targets';
import { counted, sentence, subject, together } from './words';

/**
 * Removes tasks and their subtasks for good, from the trash or from anywhere; a filter means the trash unless it says
 * otherwise. The ledger forgets what they held. There is no undo.
 */
export async function purgeTasks(context: TaskContext, targets: Targets): Promise<Effect> {
  const selected = await selectTargets(context, targets, { scope: 'purge', status: 'trash' });
  if (!selected.ok) return { output: selected.failure };
  const { rows } = selected;
  const subtasks = await loadSubtasks(context.db, context.userId, rows.map(({ id }) => id));
  const below = subtasks.filter(({ id }) => !rows.some((row) => row.id === id));
  const transitions = [...rows, ...below].map((before): Transition => ({ operation: 'purge', before, after: null }));
  const withThem = below.length === 0 ? '' : `with ${counted(below.length, 'subtask')}`;
  const would = together(sentence('remove', subject(rows), withThem, 'for good'), 'This cannot be undone.');
  return changedTargets(rows, would, sentence('Removed', subject(rows), withThem, 'for good'), transitions, { total: transitions.length });
}
