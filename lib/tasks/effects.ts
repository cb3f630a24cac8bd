import type { Effect, Transition } from './context';
import { toTask, type TaskRow } from './task-row';
import type { ToolSuccess } from './tool-output';

/** What a change says besides its sentence. */
type More = Omit<ToolSuccess, 'ok' | 'id' | 'message' | 'changes'>;

/** A successful effect: the tasks as they are afterwards (unless `more` names others), and what is to be written. */
export function changed(message: string, transitions: Transition[], more: More = {}): Effect {
  const after = transitions.flatMap(({ after: row }) => (row ? [toTask(row)] : []));
  return { output: { ok: true, message, tasks: after, ...more }, transitions };
}

/** The same for a change of tasks that a person chose; `would` says in a preview what `message` says afterwards. */
export const changedTargets = (targets: TaskRow[], would: string, ...done: Parameters<typeof changed>): Effect => ({
  ...changed(...done), targets, would,
});

/** A successful effect in which nothing had to be changed. */
export const unchanged = (message: string, rows: TaskRow[]): Effect => ({
  output: { ok: true, message, tasks: rows.map(toTask), changes: [], unchanged: rows.map(toTask) },
});
