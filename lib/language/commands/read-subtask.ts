import { readTask } from '..';
import type { LanguageContext } from '../types';
import { trimEnds } from './normalize';
import { bareTitle } from './read-refs';
import type { CommandOf } from './types';
import { DOING_VERB } from './vocabulary';

/** "add a subtask to book flights: compare prices": the parent is said first. */
const NAMED_LAST = /^(?:add|create|put|make)\s+(?:a |an |the |another )?(?:new )?(?:sub-?tasks?|steps?)\s+(?:to|under|for|on|in|of)\s+(?:the )?(.{1,80}?)\s*(?::|,? (?:called|named|saying)\b)\s*(.+)$/i;

/** "add email to pack for the trip": a step of a task, if there is one by that name. */
const MAIL_TO = new RegExp(`^(?:add|put) (?:an? |the )?(e-?mails?) to (?:the |my )?((?:${DOING_VERB})\\b.{2,80})$`, 'i');

/** The task that a new one is put under: "add butter to my reminder to buy bread", "add a subtask call Ann to task 3". */
export function readSubtask(clause: string, ctx: LanguageContext): CommandOf<'create' | 'question'> | null {
  const mail = MAIL_TO.exec(clause);
  if (mail?.[1] && mail[2]) {
    const offer: CommandOf<'create'> = { text: clause, kind: 'create', tasks: [readTask(`"${mail[1]}"`, ctx)], parent: { kind: 'title', text: bareTitle(mail[2]) } };
    return { text: clause, kind: 'question', action: 'none', question: `Shall I add "${mail[1]}" as a subtask of "${bareTitle(mail[2])}"?`, offer };
  }
  const named = NAMED_LAST.exec(clause);
  const found =
    named ??
    /^(?:add|create|put|make)\s+(?:a |an |the |another )?(?:new )?(?:sub-?tasks?|steps?|check ?list items?|sub-?items?)\b[\s:,]*(?:called |named |to )?(.+?)\s+(?:to|under|for|on|in|of)\s+(?:the )?(task #?\d+|#\d+|\d+|it|that|.+?)$/i.exec(clause) ??
    /^(?:add|create|put)\s+(.+?)\s+(?:as (?:a )?(?:sub-?task|step|sub-?item)s?)\s+(?:to|under|of|for)\s+(.+)$/i.exec(clause) ??
    /^(?:add|put)\s+(.+?)\s+(?:to|on|under)\s+((?:my|the) (?:reminder|task|to-?do|note) (?:to|for|about|called|of) .+)$/i.exec(clause) ??
    /^under (.+?),? (?:add|put|create)\s+(?:a sub-?task )?(.+)$/i.exec(clause);
  if (!found?.[1] || !found[2]) return null;
  const under = /^under /i.test(clause) || found === named;
  const [child, parent] = under ? [found[2], found[1]] : [found[1], found[2]];
  const number = /^(?:the )?(?:task )?#?(\d{1,9})$/i.exec(parent.trim());
  const draft = readTask(trimEnds(child), ctx);
  if (!draft.title) return null;
  const ref = number
    ? ({ kind: 'number', n: Number(number[1]) } as const)
    : /^(?:it|that|this)$/i.test(parent.trim())
      ? ({ kind: 'pronoun', which: 'it' } as const)
      : ({ kind: 'title', text: bareTitle(parent) } as const);
  return { text: clause, kind: 'create', tasks: [draft], parent: ref };
}
