import type { CommandOf } from '@/lib/language/commands';
import { pattern } from '@/lib/language/pattern';
import type { Item } from '../perform';
import { plainText } from '../say-tasks';
import type { FollowUp } from '.';
import { undo } from './way-back';

/** "put it back", "I want that back": with the name of the task in the place of "it". */
const BACK = pattern('')`
  ^(?:(?:no|oh|wait|actually|but|sorry|hmm+|please|can you|could you|and)[\s,.!-]+)*(?:
    (?:put|bring|get|take|stick|pop) (?:it|that|this|them|those|both)(?: both| all)? back(?: (?:on|in|again|please|up|to do|on (?:the|my) list|open))*
    |i(?:'?d)? (?:still |really |do )*(?:want|need|wanted|like|would like) (?:it|that|this|them|those|both) back(?: (?:again|please|on|on (?:the|my) list|after all))*
    |(?:keep|leave) (?:it|that|this|them) (?:open|active|undone|unticked|on(?: (?:the|my) list)?)(?: (?:for now|please|though|still))*
    |(?:can|could) i (?:have|get) (?:it|that|this|them) back
    |(?:it|that|this)(?:'?s| is) not (?:actually |really )?(?:done|finished|complete)(?: yet)?,? (?:so )?(?:put|bring) it back
  )$
`;
/** "actually, keep it", of what was deleted. */
const KEEP = /^(?:(?:no|oh|wait|actually|but|sorry|hm+|maybe|ok|on second thoughts?|i think|let'?s|i'?ll)[\s,.!-]+)*keep (?:it|that|this|them|those)(?: after all| actually| then| for now| please)*$/;
/** More than one may want back at once are no pronoun's. */
const MANY = 10;

/** What was completed is opened again, and what was deleted restored, when it is wanted back: the task itself says which. */
export function wantedBack({ text, said, alone, memory: { focus, latest, changes } }: FollowUp): Item[] | null {
  if (!focus.length || focus.length > MANY || !(BACK.test(said) || (KEEP.test(said) && focus.every(({ deletedAt }) => deletedAt)))) return null;
  const done = latest?.changed && latest.turnsAgo === 1 && latest.outcome.kind === 'ok' && latest.call.tool !== 'undo' ? latest.outcome.tasks : [];
  // Just after a change of these alone, it is that change which is taken back, with all that came of it.
  if (done.length === focus.length && done.every(({ number }) => focus.some((task) => task.number === number))) {
    return [alone.kind === 'call' ? alone : undo(text, changes.slice(-1))];
  }
  const refs: CommandOf<'change'>['refs'] = focus.map(({ number: n }) => ({ kind: 'number', n }));
  if (focus.every(({ deletedAt }) => deletedAt)) return [{ text, kind: 'change', tool: 'restore_tasks', refs }];
  if (focus.every(({ status, deletedAt }) => status === 'completed' && !deletedAt)) return [{ text, kind: 'change', tool: 'reopen_tasks', refs }];
  const [task, more] = focus;
  const of = task && !more ? changes.filter(({ message }) => message.includes(`"${task.title}"`)).slice(-1) : [];
  const [change] = of;
  return change && change !== changes.at(-1) ? [{ text, kind: 'question', action: 'update', question: `Shall I take back the last change to it? It was: ${plainText(change.message)}`, offer: undo(text, of) }] : null;
}
