import type { LanguageContext } from '@/lib/language';
import type { CommandOf } from '@/lib/language/commands';
import { TITLE_MAX } from '@/lib/tasks/schemas';
import { isPushed, keepDue, laterDay } from './keep-due';
import type { Memory } from './memory';
import type { TaskView } from './outcome';
import { resolveRefs, type Script, type Target } from './resolve-refs';
import { byNumber, sayFailed } from './say-outcome';

type Input = { input: Record<string, unknown> };
type Stop = Extract<Target, { kind: 'ask' | 'none' }>;

/** What the tool of a change takes: which tasks, and what is to become of them; or the question that has to be asked first. */
export function* changeInput(command: CommandOf<'change'>, target: Extract<Target, { kind: 'tasks' | 'filter' }>, memory: Memory, ctx: LanguageContext): Script<Input | Stop> {
  const targets = target.kind === 'tasks' ? { tasks: target.refs } : { filter: target.filter };
  const { tool, text, snooze } = command;
  if (tool === 'add_tags' || tool === 'remove_tags') return { input: { ...targets, tags: command.tags ?? [] } };
  if (tool !== 'update_tasks' && tool !== 'snooze_tasks') return { input: targets };
  const [ref, more] = target.kind === 'tasks' ? target.refs : [];
  const day = tool === 'snooze_tasks' ? snooze?.dueDate : command.changes?.dueDate;
  const named = ref && !more ? yield* asItIs(ref, day && isPushed(text) ? 'looked up' : 'known', memory, ctx) : undefined;
  if (named && 'kind' in named) return named;
  if (tool === 'snooze_tasks') return { input: { ...targets, ...snooze, ...(named && snooze ? laterDay(text, snooze, named) : {}) } };
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

/** The task as it was reported last; looked up where that matters. One that is not found is left to the change to tell. */
function* asItIs(ref: string, how: 'known' | 'looked up', { focus }: Memory, ctx: LanguageContext): Script<TaskView | Stop | undefined> {
  const known = focus.find(({ number }) => String(number) === ref);
  if (known || how === 'known') return known;
  const call = { tool: 'get_task', input: { task: ref } };
  const outcome = yield { call };
  if (outcome.kind === 'failed' && outcome.code === 'ambiguous') {
    return { kind: 'ask', question: sayFailed(outcome, ctx, call), candidates: byNumber(outcome.candidates) };
  }
  return outcome.kind === 'ok' ? outcome.tasks[0] : undefined;
}
