import type { Effect, TaskContext, Transition } from './context';
import { changedTargets, unchanged } from './effects';
import { changeRow } from './ledger-fields';
import type { Targets } from './schemas';
import { firstInTrash, selectTargets } from './select-targets';
import { toTask } from './task-row';
import { listed, sentence, subject, together } from './words';

/** Makes completed tasks pending again. What a recurring one had made next stays. */
export async function reopenTasks(context: TaskContext, targets: Targets): Promise<Effect> {
  const selected = await selectTargets(context, targets, { scope: 'reopen', status: 'completed' });
  if (!selected.ok) return { output: selected.failure };
  const trashed = firstInTrash(selected.rows);
  if (trashed) return { output: trashed };
  const open = selected.rows.filter(({ status }) => status === 'pending');
  const done = selected.rows.filter(({ status }) => status === 'completed');
  const already = open.length === 0 ? '' : sentence(listed(open), open.length === 1 ? 'is' : 'are', 'not completed');
  if (done.length === 0) return unchanged(already, open);
  const transitions = done.flatMap((before): Transition[] => {
    const after = changeRow(before, { status: 'pending', completedAt: null }, context.now);
    return after ? [{ operation: 'reopen', before, after }] : [];
  });
  const more = open.length > 0 ? { unchanged: open.map(toTask) } : {};
  return changedTargets(selected.rows, sentence('reopen', subject(done)), together(sentence('Reopened', subject(done)), already), transitions, more);
}
