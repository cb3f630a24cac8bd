import { readTask, type LanguageContext } from '@/lib/language';
import { nextDue } from '@/lib/language/occurrences';
import type { CommandOf, NewDraft } from '@/lib/language/commands';
import { fallsOn } from '@/lib/tasks/recurrence';
import type { Memory } from './memory';
import type { TaskView } from './outcome';
import type { Pending } from './pending';
import type { Call } from './read-prompt';
import { resolveRefs, type Script, type Target } from './resolve-refs';
import { byNumber, sayFailed } from './say-outcome';
import { dueOf, nameOf, repeats } from './say-tasks';

/** What comes of it: a call to make, or something to say, which may leave a question open. */
export type SeriesStep = { kind: 'call'; call: Call } | { kind: 'said'; said: string; task?: TaskView; pending?: Pending };

/** Leaves out the occurrence that is due next: the task moves to the one after it. Looked up first only where a day was named. */
export function* skipOne(command: CommandOf<'skip'>, memory: Memory, ctx: LanguageContext): Script<SeriesStep> {
  const target = yield* resolveRefs([command.ref], memory, ctx);
  const [ref] = target.kind === 'tasks' ? target.refs : [];
  const known = memory.focus.find(({ number }) => String(number) === ref);
  const found = known?.status === 'completed' ? known : command.when || !ref ? yield* lookUp(command, memory, ctx) : undefined;
  if (found && 'kind' in found) return found;
  if (found) {
    const say = (said: string): SeriesStep => ({ kind: 'said', said, task: found });
    if (found.status === 'completed') {
      const next = memory.latest?.outcome.kind === 'ok' ? memory.latest.outcome.next[0] : undefined;
      if (!next) return say(`${nameOf(found)} is completed, so there is nothing to skip.`);
      const offer: CommandOf<'skip'> = { text: command.text, kind: 'skip', ref: { kind: 'number', n: next.number } };
      return {
        kind: 'said',
        said: `${nameOf(found)} is completed. Shall I skip the next one, due ${dueOf(next)}?`,
        task: found,
        pending: { kind: 'offer', command: offer },
      };
    }
    if (!found.recurrence && command.when) {
      const offer: CommandOf<'change'> = { text: command.text, kind: 'change', tool: 'delete_tasks', refs: [{ kind: 'number', n: found.number }] };
      return { kind: 'said', said: `${nameOf(found)} does not repeat, so there is none to leave out. Shall I delete it?`, task: found, pending: { kind: 'offer', command: offer } };
    }
    const { from, to } = command.when ?? {};
    if (found.dueDate && ((from && found.dueDate < from) || (to && found.dueDate > to))) {
      return say(`${nameOf(found)} is next due ${dueOf(found)}, and only that one can be skipped. Say "skip this one" for it.`);
    }
  }
  return { kind: 'call', call: { tool: 'snooze_tasks', input: { tasks: [found ? String(found.number) : ref ?? ''], toNext: true } } };
}

/** "cancel yoga next Monday": said of one day of a task that repeats, it is asked whether only that day is meant. */
export function perhapsOnce({ text, tool, refs }: CommandOf<'change'>, target: Target): { said: string; pending: Pending } | null {
  const [ref, more] = refs;
  const [task, other] = target.kind === 'tasks' ? target.found ?? [] : [];
  if (tool !== 'delete_tasks' || more || ref?.kind !== 'filter' || !ref.filter.dueFrom || !ref.filter.dueTo || !task?.recurrence || other) return null;
  return {
    said: `${nameOf(task)} ${repeats(task.recurrence, task.fromCompletion)}. Shall I skip only the one due ${dueOf(task)}? To delete all of it, say "delete task ${task.number}".`,
    pending: { kind: 'offer', command: { text, kind: 'skip', ref: { kind: 'number', n: task.number } } },
  };
}

/** Nothing rests here; what can be done instead is said, and offered where a day was named. */
export function* pauseIt(command: CommandOf<'pause'>, memory: Memory, ctx: LanguageContext): Script<SeriesStep> {
  const found = yield* lookUp(command, memory, ctx);
  if ('kind' in found) return found;
  const { recurrence, dueDate } = found;
  const day = command.until && recurrence && dueDate && !/COUNT=/.test(recurrence) ? firstFrom(recurrence, dueDate, command.until) : command.until;
  if (day && (!dueDate || day > dueDate)) {
    const offer: CommandOf<'change'> = {
      text: command.text,
      kind: 'change',
      tool: 'update_tasks',
      refs: [{ kind: 'number', n: found.number }],
      changes: { dueDate: day },
    };
    return {
      kind: 'said',
      said: `A task cannot be paused, but ${nameOf(found)} can wait: shall I move it to ${dueOf({ dueDate: day })}?`,
      task: found,
      pending: { kind: 'offer', command: offer },
    };
  }
  const repeating = 'skip the next one ("skip this one"), move it to a later day ("move it to 1 March") or end the repetition ("stop it repeating")';
  const single = 'move it to a later day ("move it to 1 March") or take its date off ("remove the date")';
  return {
    kind: 'said',
    said: `A task cannot be paused, so nothing was changed. I can ${recurrence ? repeating : single}. It is ${nameOf(found)}${dueDate ? `, due ${dueOf(found)}` : ''}.`,
    task: found,
  };
}

/** The task once more is a new one, so what it would be is asked first. */
export function* copyIt(command: CommandOf<'copy'>, memory: Memory, ctx: LanguageContext): Script<SeriesStep> {
  const found = yield* lookUp(command, memory, ctx);
  if ('kind' in found) return found;
  const date = command.day ?? found.dueDate;
  const { priority, recurrence } = found;
  const draft: NewDraft = {
    ...readTask(`"${found.title}"`, ctx), title: found.title, description: found.description ?? null, tags: found.tags,
    priority: priority === 'high' || priority === 'medium' || priority === 'low' ? priority : null, durationMinutes: found.durationMinutes ?? null,
    due: date ? { date, time: found.dueTime ?? null } : null, recurrence: command.day ? null : recurrence ?? null,
  };
  const when = date ? `, due ${dueOf({ dueDate: date, dueTime: found.dueTime })}` : '';
  return {
    kind: 'said',
    said: `Shall I add ${nameOf(found)} once more as a new task${when}?`,
    task: found,
    pending: { kind: 'offer', command: { text: command.text, kind: 'create', tasks: [draft], described: 'again' } },
  };
}

/** The task as it is now; what has to be asked or said first where it is not clear. */
function* lookUp(command: CommandOf<'skip' | 'pause' | 'copy'>, memory: Memory, ctx: LanguageContext): Script<TaskView | SeriesStep> {
  const target = yield* resolveRefs([command.ref], memory, ctx);
  if (target.kind === 'ask') return { kind: 'said', said: target.question, pending: { kind: 'pick', command, candidates: target.candidates } };
  const task = target.kind === 'tasks' ? target.refs[0] : undefined;
  if (!task) return { kind: 'said', said: target.kind === 'none' ? target.message : 'Which task do you mean? Say its number or its title.' };
  const call = { tool: 'get_task', input: { task } };
  const outcome = yield { call };
  const [found] = outcome.kind === 'ok' ? outcome.tasks : [];
  if (found) return found;
  if (outcome.kind !== 'failed') return { kind: 'said', said: 'Nothing was changed.' };
  const candidates = outcome.code === 'ambiguous' ? byNumber(outcome.candidates) : outcome.candidates;
  return { kind: 'said', said: sayFailed(outcome, ctx, call), ...(candidates.length ? { pending: { kind: 'pick', command, candidates } } : {}) };
}

/** The first occurrence on `day` or later. */
function firstFrom(rule: string, dueDate: string, day: string): string | undefined {
  if (day <= dueDate || fallsOn(rule, day)) return day;
  return nextDue(rule, { from: dueDate, start: dueDate, after: day })?.date ?? undefined;
}
