import { readTask } from '..';
import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { trimEnds } from './normalize';
import { bareTitle, readRefs } from './read-refs';
import type { CommandOf } from './types';
import { DOING_VERB } from './vocabulary';

/** "add a subtask to book flights: compare prices": the parent is said first. */
const NAMED_LAST = /^(?:add|create|put|make)\s+(?:a |an |the |another )?(?:new )?(?:sub-?tasks?|steps?)\s+(?:to|under|for|on|in|of)\s+(?:the )?(.{1,80}?)\s*(?::|,? (?:called|named|saying)\b)\s*(.+)$/i;

/** "add email to pack for the trip": a step of a task, if there is one by that name. */
const MAIL_TO = new RegExp(`^(?:add|put) (?:an? |the )?(e-?mails?) to (?:the |my )?((?:${DOING_VERB})\\b.{2,80})$`, 'i');

/** "break it down: outline, draft, final", "split task 9 into buy soil and plant". */
const BROKEN = pattern('i')`
  ^(?:break|split|divide) (?:up |down )?(it|that|this|task #?\d+|#\d+|(?:the|my) .{2,60}?) ?(?:down|up)? ?(?:in ?to)?(?: (?:the )?(?:following |these )?(?:\d |two |three |four )?(?:sub-?tasks|steps|parts|tasks|pieces)
  )?\s*(?::|(?<=into )|(?<=in to ))\s*(.{3,300})$
`;
/** "subtasks: outline, draft, final", just after a task. */
const STEPS = /^(?:(?:with|and) )?(?:the )?(?:sub-?tasks|steps|parts)()\s*(?::| are)\s*(.{3,300})$/i;

const ADD_SUBTASK = pattern('i')`
  ^(?:add|create|put|make)\s+(?:a |an |the |another )?(?:new )?(?:
    sub-?tasks?|steps?|check ?list items?|sub-?items?
  )\b[\s:,]*(?:called |named |to )?(.+?)\s+(?:to|under|for|on|in|of)\s+(?:the )?(task #?\d+|#\d+|\d+|it|that|.+?)$
`;

/** The task that a new one is put under: "add butter to my reminder to buy bread", "add a subtask call Ann to task 3". */
export function readSubtask(clause: string, ctx: LanguageContext): CommandOf<'create' | 'question'> | null {
  const mail = MAIL_TO.exec(clause);
  if (mail?.[1] && mail[2]) {
    const offer: CommandOf<'create'> = { text: clause, kind: 'create', tasks: [readTask(`"${mail[1]}"`, ctx)], parent: { kind: 'title', text: bareTitle(mail[2]) } };
    return { text: clause, kind: 'question', action: 'none', question: `Shall I add "${mail[1]}" as a subtask of "${bareTitle(mail[2])}"?`, offer };
  }
  const broken = BROKEN.exec(trimEnds(clause)) ?? STEPS.exec(trimEnds(clause));
  const names = broken?.[2]?.split(/\s*[,;]\s*(?:and\s+)?|\s+and\s+/i).map(trimEnds).filter(Boolean) ?? [];
  if (broken && names.length > 1) {
    const [, name = ''] = broken;
    const [parent] = /^(?:it|that|this|)$/i.test(name) ? [{ kind: 'pronoun', which: 'it' } as const] : readRefs(name, ctx);
    const tasks = names.map((step) => readTask(step, ctx));
    if (!parent || tasks.some(({ title, problem }) => !title || problem)) return null;
    const question = `Shall I add ${tasks.map(({ title }) => `"${title}"`).join(', ')} as subtasks${name && !/^(?:it|that|this)$/i.test(name) ? ` of ${name}` : ''}?`;
    return { text: clause, kind: 'question', action: 'add', question, offer: { text: clause, kind: 'create', tasks, parent } };
  }
  const named = NAMED_LAST.exec(clause);
  const found =
    named ??
    ADD_SUBTASK.exec(clause) ??
    /^(?:add|create|put)\s+(.+?)\s+(?:as (?:a )?(?:sub-?task|step|sub-?item)s?)\s+(?:to|under|of|for)\s+(.+)$/i.exec(clause) ??
    /^(?:add|put)\s+(.+?)\s+(?:to|on|under)\s+((?:my|the) (?:reminder|task|to-?do|note) (?:to|for|about|called|of) .+)$/i.exec(clause) ??
    /^under (.+?),? (?:add|put|create)\s+(?:a sub-?task )?(.+)$/i.exec(clause);
  if (!found?.[1] || !found[2]) return null;
  const under = /^under /i.test(clause) || found === named;
  const [child, parent] = under ? [found[2], found[1]] : [found[1], found[2]];
  const number = /^(?:the )?(?:task )?#?(\d{1,9})$/i.exec(parent.trim());
  const several = named && /^\S+ (?:the |some )?(?:new )?(?:sub-?tasks|steps)\b/i.test(clause)
    ? child.split(/\s*[,;]\s*(?:and\s+)?|\s+and\s+/i).map(trimEnds).filter(Boolean)
    : [child];
  const drafts = several.map((step) => readTask(trimEnds(step), ctx));
  const draft = readTask(trimEnds(child), ctx);
  if (!draft.title || drafts.some(({ title }) => !title)) return null;
  const ref = number
    ? ({ kind: 'number', n: Number(number[1]) } as const)
    : /^(?:it|that|this)$/i.test(parent.trim())
      ? ({ kind: 'pronoun', which: 'it' } as const)
      : ({ kind: 'title', text: bareTitle(parent) } as const);
  return { text: clause, kind: 'create', tasks: drafts, parent: ref };
}
