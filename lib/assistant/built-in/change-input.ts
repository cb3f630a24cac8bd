import type { LanguageContext } from '@/lib/language';
import type { CommandOf } from '@/lib/language/commands';
import { TITLE_MAX } from '@/lib/tasks/schemas';
import { keepDue } from './keep-due';
import type { Memory } from './memory';
import { resolveRefs, type Script, type Target } from './resolve-refs';

type Input = { input: Record<string, unknown> };

/** What the tool of a change takes: which tasks, and what is to become of them; or the question that has to be asked first. */
export function* changeInput(command: CommandOf<'change'>, target: Extract<Target, { kind: 'tasks' | 'filter' }>, memory: Memory, ctx: LanguageContext): Script<Input | Extract<Target, { kind: 'ask' | 'none' }>> {
  const targets = target.kind === 'tasks' ? { tasks: target.refs } : { filter: target.filter };
  if (command.tool === 'add_tags' || command.tool === 'remove_tags') return { input: { ...targets, tags: command.tags ?? [] } };
  if (command.tool === 'snooze_tasks') return { input: { ...targets, ...command.snooze } };
  if (command.tool !== 'update_tasks') return { input: targets };
  const named = target.kind === 'tasks' && target.refs.length === 1 ? memory.focus.find((task) => String(task.number) === target.refs[0]) : undefined;
  const changes: Record<string, unknown> = { ...keepDue(command, named, ctx) };
  if (command.parent === null) changes.parent = null;
  else if (command.parent) {
    const parent = yield* resolveRefs([command.parent], memory, ctx);
    if (parent.kind === 'ask' || parent.kind === 'none') return parent;
    changes.parent = parent.kind === 'tasks' ? parent.refs[0] : null;
  }
  if (command.changes?.title) changes.title = command.changes.title.slice(0, TITLE_MAX);
  return { input: { ...targets, changes } };
}
