import { readTask } from '..';
import { pattern } from '../pattern';
import type { LanguageContext } from '../types';
import { trimEnds } from './normalize';
import { bareTitle, readRefs } from './read-refs';
import type { CommandOf, Ref } from './types';
import { DOING_VERB } from './vocabulary';

/** "add email to pack for the trip": a step of a task, if there is one by that name. */
const MAIL_TO = new RegExp(`^(?:add|put) (?:an? |the )?(e-?mails?) to (?:the |my )?((?:${DOING_VERB})\\b.{2,80})$`, 'i');

/** "break it down: outline, draft, final", "split task 9 into buy soil and plant". */
const BROKEN = pattern('i')`
  ^(?:break|split|divide) (?:up |down )?(it|that|this|task #?\d+|#\d+|(?:the|my) .{2,60}?) ?(?:down|up)? ?(?:in ?to)?(?: (?:the )?(?:following |these )?(?:\d |two |three |four )?(?:sub-?tasks|steps|parts|tasks|pieces)
  )?\s*(?::|(?<=into )|(?<=in to ))\s*(.{3,300})$
`;
/** "subtasks: outline, draft, final", just after a task. */
const STEPS = /^(?:(?:with|and) )?(?:the )?(?:sub-?tasks|steps|parts)()\s*(?::| are)\s*(.{3,300})$/i;

const ADD = '(?:add|create|put|make)';
const SUBTASK = '(?:sub-?tasks?|steps?|check ?list items?|sub-?items?)';
const A_SUBTASK = `${ADD} (?:an? |the |another |some |more )?(?:new )?${SUBTASK}`;
const UNDER = '(?:to|under|for|on|in|of)';

/** Ways to say a new task's place under another one, and where each names the parent; those without a name mean the task in focus. */
const SHAPES: { pattern: RegExp; parent: 1 | 2 | null }[] = [
  // "add a subtask to book flights: compare prices"
  { pattern: new RegExp(`^${A_SUBTASK} ${UNDER} (?:the )?(.{1,80}?)\\s*(?::|,? (?:called|named|saying)\\b)\\s*(.+)$`, 'i'), parent: 1 },
  // "add a subtask: call Ann"
  { pattern: new RegExp(`^(?:${A_SUBTASK}|(?:another |new )?sub-?tasks?)\\s*(?::|,? (?:called|named|saying)\\b)\\s*(.+)$`, 'i'), parent: null },
  // "add milk and eggs as subtasks"
  { pattern: new RegExp(`^${ADD} (.+?) as (?:an? |another )?(?:new )?${SUBTASK}$`, 'i'), parent: null },
  // "add milk to the checklist of task 4", "add milk to its steps"
  { pattern: new RegExp(`^${ADD} (.+?) (?:to|on|in) (?:the |its )?(?:check-?list|sub-?tasks|steps) ${UNDER} (.+)$`, 'i'), parent: 2 },
  { pattern: new RegExp(`^${ADD} (.+?) (?:to|on|in) (?:its (?:check-?list|steps)|(?:its|the) sub-?tasks)$`, 'i'), parent: null },
  // "add a subtask call Ann to task 3"
  { pattern: new RegExp(`^${A_SUBTASK}\\b[\\s:,]*(?:called |named |to )?(.+?) ${UNDER} (?:the )?(task #?\\d+|#\\d+|\\d+|it|that|.+?)$`, 'i'), parent: 2 },
  // "add call Ann as a subtask of task 3"
  { pattern: new RegExp(`^${ADD} (.+?) as (?:an? |another )?(?:new )?${SUBTASK} (?:to|under|of|for) (.+)$`, 'i'), parent: 2 },
  // "add butter to my reminder to buy bread"
  { pattern: /^(?:add|put) (.+?) (?:to|on|under) ((?:my|the) (?:reminder|task|to-?do|note) (?:to|for|about|called|of) .+)$/i, parent: 2 },
  // "under task 3, add call Ann"
  { pattern: /^under (.+?),? (?:add|put|create) (?:a sub-?task )?(.+)$/i, parent: 1 },
];

/** "add a subtask to task 4", and its name is still to be said. */
const NAMELESS = new RegExp(`^(?:add (?:an? |the |another |some |more )?(?:new )?${SUBTASK}|${ADD} (?:an? |another |new )+sub-?tasks?)(?: ${UNDER} (?:the )?(.{1,80}))?$`, 'i');

const listed = (text: string): string[] => text.split(/\s*[,;]\s*(?:and\s+)?|\s+and\s+/i).map(trimEnds).filter(Boolean);

function parentOf(name: string | undefined): Ref {
  const number = /^(?:the )?(?:task )?#?(\d{1,9})$/i.exec(name?.trim() ?? '');
  if (number) return { kind: 'number', n: Number(number[1]) };
  return !name || /^(?:it|that|this)$/i.test(name.trim()) ? { kind: 'pronoun', which: 'it' } : { kind: 'title', text: bareTitle(name) };
}

/** The task that a new one is put under: "add butter to my reminder to buy bread", "add a subtask call Ann to task 3". */
export function readSubtask(clause: string, ctx: LanguageContext): CommandOf<'create' | 'question'> | null {
  const mail = MAIL_TO.exec(clause);
  if (mail?.[1] && mail[2]) {
    const offer: CommandOf<'create'> = { text: clause, kind: 'create', tasks: [readTask(`"${mail[1]}"`, ctx)], parent: { kind: 'title', text: bareTitle(mail[2]) } };
    return { text: clause, kind: 'question', action: 'none', question: `Shall I add "${mail[1]}" as a subtask of "${bareTitle(mail[2])}"?`, offer };
  }
  const broken = BROKEN.exec(trimEnds(clause)) ?? STEPS.exec(trimEnds(clause));
  const names = listed(broken?.[2] ?? '');
  if (broken && names.length > 1) {
    const [, name = ''] = broken;
    const [parent] = /^(?:it|that|this|)$/i.test(name) ? [{ kind: 'pronoun', which: 'it' } as const] : readRefs(name, ctx);
    const tasks = names.map((step) => readTask(step, ctx));
    if (!parent || tasks.some(({ title, problem }) => !title || problem)) return null;
    const question = `Shall I add ${tasks.map(({ title }) => `"${title}"`).join(', ')} as subtasks${name && !/^(?:it|that|this)$/i.test(name) ? ` of ${name}` : ''}?`;
    return { text: clause, kind: 'question', action: 'add', question, offer: { text: clause, kind: 'create', tasks, parent } };
  }
  for (const { pattern: shape, parent } of SHAPES) {
    const said = shape.exec(clause);
    const child = said?.[parent === 1 ? 2 : 1];
    if (!child) continue;
    const several = /\b(?:sub-?tasks|steps|items)\b/i.test(clause.replace(child, ''));
    const tasks = (several ? listed(child) : [child]).map((step) => readTask(trimEnds(step), ctx));
    return tasks.every(({ title }) => title) ? { text: clause, kind: 'create', tasks, parent: parentOf(parent ? said[parent] : undefined) } : null;
  }
  const nameless = NAMELESS.exec(trimEnds(clause));
  if (!nameless) return null;
  const then: CommandOf<'create'> = { text: clause, kind: 'create', tasks: [], parent: parentOf(nameless[1]) };
  return { text: clause, kind: 'question', action: 'add', wants: 'title', question: 'What should the subtask be called?', then };
}
