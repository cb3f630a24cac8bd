import type { Effect, TaskContext } from './context';
import { changed } from './effects';
import { findCalls, loadEntries, type Steps } from './ledger-calls';
import { rewind } from './rewind';
import { failure } from './select-targets';
import { counted, together } from './words';

/**
 * Takes back the newest changes that still stand, one call a step, whoever made them; or the calls with certain ids. Fails with
 * `nothing_to_undo`, or with `conflict` when all it could take back has changed since. `data.left`: why tasks were left as they are.
 */
export async function undoChanges(context: TaskContext, which: Steps): Promise<Effect> {
  const calls = await findCalls(context.db, context.userId, 'undo', which);
  if (calls.length === 0) return { output: failure('nothing_to_undo', 'calls' in which ? 'That was undone already.' : 'There is nothing to undo.') };
  const { transitions, taken, reasons } = await rewind(context, await loadEntries(context.db, context.userId, calls));
  if (transitions.length === 0) return { output: failure('conflict', together('Nothing was undone.', ...reasons)) };
  const undone = calls.filter(({ id }) => taken.some(({ callId }) => callId === id)).map(({ actionTaken }) => actionTaken ?? '');
  const said = undone.length === 1 ? `Undone: ${undone[0]}` : `Undone ${counted(undone.length, 'change')}: ${undone.join(' ')}`;
  const short = 'steps' in which && calls.length < which.steps ? 'There was nothing more to undo.' : '';
  const effect = changed(together(said, ...reasons, short), transitions);
  const { output } = effect;
  return { ...effect, ...(output.ok && { output: { ...output, data: { undone: [...new Set(taken.map(({ callId }) => callId))], left: reasons } } }), ledger: { undone: taken.map(({ id }) => id), redone: [] } };
}
