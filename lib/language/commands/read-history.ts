import type { Command } from './types';
import { NUMBER_WORDS } from './vocabulary';
import { pattern } from '../pattern';

const EXCLAMATIONS = pattern('i')`
  ^(?:
    (?:no|actually|oops|whoops|wait|sorry|argh|damn|shit|my bad|never ?mind|not that|stop|please|oh|hey)[\s,!.;-]+
  )+(?=\S)
`;
const UNDO = pattern('i')`
  ^(?:undo|un-do|revert|roll ?back|take back|reverse)(?: (?:that|this|it|the change|what you (?:just )?did|what i (?:just )?did|please)
  )*(?: (?:the )?(?:last|previous|latest|past|recent)?\s*(\w+)?\s*(?:
      changes?|steps?|actions?|commands?|things?|edits?|ones?|deletions?|times?|of them|moves?
    )?(?: (?:you|i|we) (?:just )?(?:did|made))?
  )?$
`;
/** What may follow "undo" and is no name of a task. */
const UNDONE_WORD = pattern('i')`
  ^(?:
    last|previous|change|changes|step|action|command|thing|edit|one|ones|task|deletion|two|three|four|five|six|seven
    |eight|nine|ten|couple|few|everything|all|twice|once|thrice|\d+|again|now|completion|delete|update|move
  )$
`;
/** "undo deleting …". */
const UNDO_DOING = pattern('i')`
  ^(?:undo|revert) (?:
    deleting|completing|adding|moving|renaming|the deletion of|the completion of|changing|tagging
  )\b.*$
`;
const PUT_BACK = pattern('i')`
  ^(?:put|bring|change|set|turn|add) (?:it|that|this|those|these|them|everything|things)(?: all)? back(?: on| in)?(?: (?:the way|to how|how|as) (?:it|they) (?:was|were)(?: before)?| again| please| to what it was
  )?$
`;
const NOT_MEANT = /^(?:i )?(?:didn't|did not) (?:mean|want) (?:to do )?(?:that|this|it)$/i;
/** What is taken back is not told to be a change: while a question waits it is answered by it. */
const TAKEN_BACK = /^(?:scratch|scrap|strike|cancel|ignore|disregard) (?:that(?: last one| one)?|the last one|what i (?:just )?said)$|^forget (?:i said that|what i said)$/i;
const WAS_A_MISTAKE = /^(?:that|this) was (?:a mistake|wrong|not what i (?:meant|wanted))$|^wrong (?:one|task)$/i;
/** "no, I didn't". */
const DID_NOT = /^(?:no|actually|oops|wait)[\s,.!-]+(?:i |we )?(?:didn't|did not|haven't|have not)[.!]*$/i;
const REDO = pattern('i')`
  ^(?:
    redo|re-do|re-apply|reapply|do (?:it|that) again after all|undo the undo|restore the change
  )(?: (?:that|this|it|the change))?(?: (?:the )?(?:last )?\s*(\w+)?\s*(?:changes?|steps?|actions?|commands?|things?|times?|of them)?
  )?$
`;

/** Undo and redo with their number of steps. */
export function readHistory(clause: string): Command | null {
  const sentence = clause.replace(/[\s.!?]+$/, '').replace(EXCLAMATIONS, '').replace(/(?<=\S),? (?:too|as well)$/i, '');
  const undo =
    UNDO.exec(sentence) ??
    /^(?:undo|revert|take back|reverse|roll ?back) (?:the |my |your )?(?:last|previous|latest|most recent)(?: (\w+))?(?: \w+)?$/i.exec(sentence);
  if (undo) {
    if (undo[1] && !UNDONE_WORD.test(undo[1])) return null;
    return history('undo', undo[1], clause);
  }
  if (UNDO_DOING.test(sentence)) return history('undo', undefined, clause);
  if (PUT_BACK.test(sentence)) return history('undo', undefined, clause);
  if (/^(?:go|step) back(?: (?:one|a) step| (\w+) steps?)?$/i.test(sentence)) return history('undo', /back (\w+) steps?/i.exec(sentence)?.[1], clause);
  if (NOT_MEANT.test(sentence) || TAKEN_BACK.test(sentence) || WAS_A_MISTAKE.test(sentence) || DID_NOT.test(clause.trim())) return history('undo', undefined, clause);
  const redo = REDO.exec(sentence);
  return redo ? history('redo', redo[1], clause) : null;
}

function history(tool: 'undo' | 'redo', count: string | undefined, text: string): Command {
  const word = (count ?? '').toLowerCase();
  const steps = word === 'twice' ? 2 : word === 'thrice' ? 3 : /^(?:everything|all)$/.test(word) ? 20 : NUMBER_WORDS[word] ?? Number(word);
  return { text, kind: 'call', tool, input: Number.isInteger(steps) && steps > 1 ? { steps: Math.min(steps, 20) } : {} };
}
