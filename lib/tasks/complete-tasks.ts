import type { Effect, TaskContext, Transition } from './context';
import { continueSeries } from './continue-series';
import { changedTargets, unchanged } from './effects';
import { changeRow } from './ledger-fields';
import { loadSubtasks } from './load-tasks';
import type { Targets } from './schemas';
import { firstInTrash, selectTargets } from './select-targets';
import { toTask, type TaskRow } from './task-row';
import { counted, listed, sentence, subject, together } from './words';

/**
 * Completes tasks. A recurring one makes the next of its series. Subtasks stay as they are, and the answer says how many
 * are open. Completing a completed task changes nothing and says so.
 */
export async function completeTasks(context: TaskContext, targets: Targets): Promise<Effect> {
  const selected = await selectTargets(context, targets, { scope: 'change', status: 'pending', whole: true });
  if (!selected.ok) return { output: selected.failure };
  const trashed = firstInTrash(selected.rows);
  if (trashed) return { output: trashed };
  const done = selected.rows.filter(({ status }) => status === 'completed');
  const open = selected.rows.filter(({ status }) => status === 'pending');
  const already = done.length === 0 ? '' : sentence(listed(done), done.length === 1 ? 'was' : 'were', 'already completed');
  if (open.length === 0) return unchanged(already, done);

  const completed = open.flatMap((before): Transition[] => {
    const after = changeRow(before, { status: 'completed', completedAt: context.now.toISOString() }, context.now);
    return after ? [{ operation: 'complete', before, after }] : [];
  });
  const below = await loadSubtasks(context.db, context.userId, open.map(({ id }) => id));
  const subtasks = below.filter(({ deletedAt }) => deletedAt === null);
  const { heads, created, notes } = await continueSeries(context, open, subtasks);
  const left = subtasks.filter(({ id, status }) => status === 'pending' && !open.some((row) => row.id === id));
  const transitions = [...completed, ...created.map((after): Transition => ({ operation: 'create', before: null, after }))];
  const message = together(sentence('Completed', subject(open)), already, ...notes, describeLeft(left));
  return changedTargets(selected.rows, sentence('complete', subject(open)), message, transitions, {
    tasks: completed.flatMap(({ after }) => (after ? [toTask(after)] : [])),
    ...(done.length > 0 && { unchanged: done.map(toTask) }),
    ...(heads.length > 0 && { next: heads.map(toTask) }),
  });
}

const describeLeft = (left: TaskRow[]): string =>
  left.length === 0 ? '' : sentence(counted(left.length, 'subtask'), left.length === 1 ? 'is' : 'are', `still open: ${listed(left)}`);
