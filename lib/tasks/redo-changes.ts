import type { Effect, TaskContext } from './context';
import { changed } from './effects';
import { findCalls, loadEntries, loadUndone, type Steps } from './ledger-calls';
import { rewind } from './rewind';
import { failure } from './select-targets';
import { counted, together } from './words';

/**
 * Takes back the newest undos that were not taken back yet, or those with certain ids: what they undid stands again. Fails with
 * `nothing_to_undo`, or with `conflict` when all of it has changed since. `data.left`: why tasks were left as they are.
 */
export async function redoChanges(context: TaskContext, which: Steps): Promise<Effect> {
  const { db, userId } = context;
  const calls = await findCalls(db, userId, 'redo', which);
  if (calls.length === 0) return { output: failure('nothing_to_undo', 'There is nothing to redo.') };
  const { transitions, taken, reasons } = await rewind(context, await loadEntries(db, userId, calls));
  if (transitions.length === 0) return { output: failure('conflict', together('Nothing was redone.', ...reasons)) };
  const standing = (await loadUndone(db, userId, calls)).filter(({ taskId, undoneBy }) =>
    taken.some((entry) => entry.callId === undoneBy && entry.taskId === taskId));
  const again = [...new Set(standing.flatMap(({ actionTaken }) => actionTaken ?? []))];
  const said = again.length === 1 ? `Done again: ${again[0]}` : `${counted(again.length, 'change')} done again: ${again.join(' ')}`;
  const short = 'steps' in which && calls.length < which.steps ? 'There was nothing more to redo.' : '';
  const effect = changed(together(said, ...reasons, short), transitions);
  const { output } = effect;
  return { ...effect, ...(output.ok && { output: { ...output, data: { left: reasons } } }), ledger: { undone: taken.map(({ id }) => id), redone: standing.map(({ id }) => id) } };
}
