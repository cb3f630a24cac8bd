import type { CommandOf } from '@/lib/language/commands';
import type { TaskView } from '../outcome';
import type { Item } from '../perform';
import { listOf, nameOf } from '../say-tasks';
import type { FollowUp } from '.';

type Tool = CommandOf<'change'>['tool'];
const LEAD = /^(?:(?:ok(?:ay)?|k|alright|all right|and|yes|yeah|yep|great|good|well|now|so|also|please|all)[\s,.!]+)+/;
const ALL_DONE = /^(?:all (?:done|finished|complete|completed)|(?:they(?:'re| are)|those are|these are) (?:all )?(?:done|finished))$/;
/** A verb by itself, what it does, and the question about the one task that it may be said of. */
const VERBS: [RegExp, Tool, (name: string) => string][] = [
  [/^(?:done|finished|complete|completed|finish|check|tick|did it|got it done|i did|done (?:it|that|with it)|it'?s done now)$/, 'complete_tasks', (name) => `Is ${name} done?`],
  [/^(?:reopen|re-open|uncheck|untick|not done(?: yet)?|undone)$/, 'reopen_tasks', (name) => `Shall I reopen ${name}?`],
  [/^(?:delete|remove|erase|trash|take (?:it|that|this) off(?: (?:the|my|that) list)?)$/, 'delete_tasks', (name) => `Shall I delete ${name}?`],
  [/^(?:restore|undelete)$/, 'restore_tasks', (name) => `Shall I restore ${name}?`],
];
const FITS: Partial<Record<Tool, (task: TaskView) => boolean>> = {
  complete_tasks: (task) => task.status !== 'completed' && !task.deletedAt,
  reopen_tasks: (task) => task.status === 'completed' && !task.deletedAt,
  delete_tasks: (task) => !task.deletedAt,
  restore_tasks: (task) => Boolean(task.deletedAt),
};

/** "ok done", "reopen": of the one task that was just spoken of it is asked, of several which. */
export function bareVerb({ text, said, memory, ctx }: FollowUp): Item[] | null {
  const { focus, latest } = memory;
  if (!latest || latest.turnsAgo > 2 || !focus.length || ALL_DONE.test(said)) return null;
  const word = said.replace(LEAD, '');
  const [, tool, ask] = VERBS.find(([verb]) => verb.test(word)) ?? [];
  const fits = tool && FITS[tool];
  if (!tool || !fits || !ask) return null;
  const tasks = focus.filter(fits);
  const [only, more] = tasks;
  const command: CommandOf<'change'> = { text, kind: 'change', tool, refs: only ? [{ kind: 'number', n: only.number }] : [] };
  if (only && !more) return [{ text, kind: 'question', action: 'update', question: ask(nameOf(only)), offer: command }];
  if (more && tasks.length <= 10) {
    return [{
      kind: 'say',
      text,
      answer: `Which one do you mean?\n\n${listOf(tasks, ctx)}`,
      pending: { kind: 'pick', command, candidates: tasks },
    }];
  }
  return only || tool !== 'complete_tasks' || word === said ? null : [{ kind: 'say', text, answer: 'All right. What else would you like to do?' }];
}
