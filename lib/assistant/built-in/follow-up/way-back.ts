import type { Command } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';
import type { Memory } from '../memory';
import type { Item } from '../perform';
import { plainText } from '../say-tasks';
import { tierOf } from '@/lib/tasks/match-title';
import type { FollowUp } from '.';

const PLAIN_UNDO = /\b(?:undo|un-do|revert|roll ?back|take back|reverse)\b/i;
const BOTH = /^(?:undo|revert|take back) (?:both|the two|those two|these two|both of (?:them|those|these)|them both)$/;
const ALL = pattern('')`
  ^(?:undo|revert|take back) (?:
    all(?:(?: of)? (?:that|this|it|those|these|them))?
    |everything(?: (?:that )?(?:you|i|we)(?:'ve| have)?(?: just)? (?:did|done|changed))?|the lot
    |all (?:my|the|those|these|of my|of the) changes
  )(?: (?:today|here|so far|in this (?:chat|conversation)))?$
`;
/** "undo the milk one": the change that speaks of it. */
const NAMED_CHANGE = /^(?:undo|revert|take back|reverse) (?:the |my )?(?:change (?:to|of) (?:the )?)?(.{2,50}?)(?: (?:one|change|thing))?$/;
/** Everything that was done here; the rest speaks of what was just done. */
const EVERYTHING = /\b(?:everything|the lot|all(?: (?:my|the) changes)?$)/;
/** "I already have that", just after it was added. */
const HAVE = /^(?:(?:no|oh|wait|but|oops|sorry)[\s,]+)*i (?:already |still )?(?:have|had|got|did) (?:that|it|this|one)(?: one)?(?: already)?$/;
/** "no, I want it again". */
const WANTED = /^(?:(?:no|nope|wait|oh|actually|but|sorry)[\s,]+)*i (?:still )?(?:want|need|wanted|needed) (?:it|that|this|them|those)(?: back| again| after all)*$/;
/** What has no way back, and what to say of it. */
const FINAL: Record<string, string> = { save_as_template: 'A saved template stays',
  rename_template: 'A renamed template keeps its name until it is renamed again',
  delete_template: 'A deleted template cannot come back',
  purge_tasks: 'What was removed for good cannot come back' };

/** Undo takes twenty changes at most. */
const MOST = 20;
/** How many changes a question names. */
const NAMED = 5;

/** Takes back these changes, and no newer ones that were made elsewhere meanwhile. */
export function undo(text: string, which: Memory['changes']): Command {
  const calls = which.flatMap(({ id }) => id ?? []);
  const input = calls.length === which.length ? { calls } : which.length > 1 ? { steps: which.length } : {};
  return { text, kind: 'call', tool: 'undo', input };
}

/** What would be taken back, the newest first. */
const told = (which: Memory['changes']): string =>
  [...which].reverse().slice(0, NAMED).map(({ message }) => plainText(message)).join(' ') + (which.length > NAMED ? ` And ${which.length - NAMED} more.` : '');

const speaksOf = (message: string, name: string): boolean =>
  [...message.matchAll(/"([^"]+)"/g)].some(([, title = '']) => tierOf(name, title) !== null);

/** Undo in words that only the conversation explains; where it is not certain what is meant, it is asked. */
export function wayBack({ text, said, alone, memory }: FollowUp): Item[] | null {
  const { changes, latest } = memory;
  const last = changes.at(-1);
  const offer = (question: string, which = changes.slice(-1)): Item[] => [{ text, kind: 'question', action: 'update', question, offer: undo(text, which) }];
  const name = alone.kind === 'call' ? undefined : NAMED_CHANGE.exec(said)?.[1];
  const named = name ? changes.filter(({ message }) => speaksOf(message, name)) : [];
  if (named.length === 1) return [undo(text, named)];
  if (named.length > 1) return offer(`Shall I take back the newest of these? It was: ${told(named.slice(-1))}`, named.slice(-1));
  if (BOTH.test(said)) {
    if (last?.tasks === 2) return [undo(text, [last])];
    return changes.length > 1
      ? [undo(text, changes.slice(-2))]
      : [{
        kind: 'say',
        text,
        answer: last
          ? 'There is only one change here to take back. Say "undo" for that.'
          : 'I have changed nothing here. Say "undo" to take back the last change made elsewhere.',
      }];
  }
  if (ALL.test(said) && !last) {
    const offer: Command = { text, kind: 'call', tool: 'undo', input: { steps: MOST } };
    return [{
      text,
      kind: 'question',
      action: 'update',
      question: `I have changed nothing in this conversation. Shall I take back the last ${MOST} changes, wherever they were made?`,
      offer,
    }];
  }
  if (ALL.test(said) && last) {
    const together = EVERYTHING.test(said) ? [] : changes.filter(({ turn }) => turn === last.turn);
    if (together.length > 1 || changes.length === 1) return [undo(text, together.length ? together : changes)];
    const all = changes.slice(-MOST);
    return offer(`That takes back ${all.length} changes: ${told(all)} Shall I?`, all);
  }
  if ((alone.kind === 'no' || alone.kind === 'none-of-them') && latest?.changed && latest.turnsAgo === 1 && latest.call.tool !== 'undo' && last && !FINAL[latest.call.tool]) {
    return offer(`Shall I take back the last change? It was: ${plainText(last.message)}`);
  }
  if (HAVE.test(said) && last && latest?.changed && latest.turnsAgo === 1 && latest.call.tool === 'create_tasks') {
    return offer(`Shall I take back the last change? It was: ${plainText(last.message)}`);
  }
  if (WANTED.test(said) && last && latest?.changed && latest.turnsAgo === 1 && latest.call.tool === 'delete_tasks') return [undo(text, [last])];
  if (alone.kind !== 'call' || alone.tool !== 'undo') return null;
  const final = latest?.changed && latest.turnsAgo === 1 ? FINAL[latest.call.tool] : undefined;
  if (final && !alone.input.steps) return [{ kind: 'say', text, answer: `${final}, so nothing was undone. Say "undo" again to take back the change before it.` }];
  // "put it back" is said of what was just done; long after, or of nothing, it may mean anything.
  if (!memory.begun || PLAIN_UNDO.test(said) || (latest?.changed && last && latest.turnsAgo === 1)) return null;
  if (!last) {
    return [{
      kind: 'say',
      text,
      answer: 'I have changed nothing here, so there is nothing to put back. Say "undo" to take back the last change made elsewhere.',
    }];
  }
  return offer(`Shall I take back the last change here? It was: ${plainText(last.message)}`);
}
