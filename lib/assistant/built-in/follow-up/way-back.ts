import type { Command } from '@/lib/language/commands';
import type { Item } from '../perform';
import { plainText } from '../say-tasks';
import type { FollowUp } from '.';

const PLAIN_UNDO = /\b(?:undo|un-do|revert|roll ?back|take back|reverse)\b/i;
const BOTH = /^(?:undo|revert|take back) (?:both|the two|those two|these two|both of (?:them|those|these)|them both)$/;
const ALL = /^(?:undo|revert|take back) (?:all(?: of)? (?:that|this|it|those|these|them)|everything (?:you|i|we)(?: just)? did|the lot|all (?:my|the|those|these) changes)$/;
const RECAP = /^(?:what (?:did|have|'ve) you (?:just )?(?:do|done|did|add(?:ed)?|changed?|completed?|deleted?|moved?)(?: just now| so far)?|what(?:'s| has| did)? (?:just )?(?:changed?|happen(?:ed)?)(?: just now)?)$/;
/** What has no way back, and what to say of it. */
const FINAL: Record<string, string> = { save_as_template: 'A saved template stays', purge_tasks: 'What was removed for good cannot come back' };

const undo = (text: string, steps = 1): Command => ({ text, kind: 'call', tool: 'undo', input: steps > 1 ? { steps } : {} });

/** Undo in words that only the conversation explains; where it is not certain what is meant, it is asked. */
export function wayBack({ text, said, alone, memory }: FollowUp): Item[] | null {
  const { changes, latest } = memory;
  const last = changes.at(-1);
  const offer = (question: string, steps = 1): Item[] => [{ text, kind: 'question', action: 'update', question, offer: undo(text, steps) }];
  if (RECAP.test(said)) return [{ kind: 'say', text, answer: last ? `The last change here: ${plainText(last.message)}` : 'I have changed nothing in this conversation.' }];
  if (BOTH.test(said)) {
    if (last?.tasks === 2) return [undo(text)];
    return changes.length > 1 ? [undo(text, 2)] : [{ kind: 'say', text, answer: last ? 'There is only one change here to take back. Say "undo" for that.' : 'I have changed nothing here. Say "undo" to take back the last change made elsewhere.' }];
  }
  if (ALL.test(said) && last) return changes.length > 1 ? offer(`That takes back the last ${changes.length} changes. Shall I?`, changes.length) : [undo(text)];
  if ((alone.kind === 'no' || alone.kind === 'none-of-them') && latest?.changed && latest.turnsAgo === 1 && latest.call.tool !== 'undo' && last && !FINAL[latest.call.tool]) {
    return offer(`Shall I take back the last change? It was: ${plainText(last.message)}`);
  }
  if (alone.kind !== 'call' || alone.tool !== 'undo') return null;
  const final = latest?.changed && latest.turnsAgo === 1 ? FINAL[latest.call.tool] : undefined;
  if (final && !alone.input.steps) return [{ kind: 'say', text, answer: `${final}, so nothing was undone. Say "undo" again to take back the change before it.` }];
  // "put it back" is said of what was just done; long after, or of nothing, it may mean anything.
  if (!memory.begun || PLAIN_UNDO.test(said) || (latest?.changed && last)) return null;
  if (!last) return [{ kind: 'say', text, answer: 'I have changed nothing here, so there is nothing to put back. Say "undo" to take back the last change made elsewhere.' }];
  return offer(`Shall I take back the last change here? It was: ${plainText(last.message)}`);
}
