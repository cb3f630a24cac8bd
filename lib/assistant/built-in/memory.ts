import { saysBeside } from '@/lib/language/commands';
import { tierOf } from '@/lib/tasks/match-title';
import { isRecord, type Outcome, type TaskView } from './outcome';
import type { Call, Turn } from './read-prompt';
import type { Pending } from './pending';

/** What one call came to. */
export type Step = { call: Call; outcome: Outcome };

/** What the conversation so far leaves to refer to. */
export type Memory = {
  /** Tasks in the results of the newest turn that had any: "it" when there is one, "them" otherwise. */
  focus: TaskView[];
  /** The list last shown, in its order: "the second one". */
  shown: TaskView[];
  /** The newest list held nothing: "those" are none of the tasks before it. */
  empty?: boolean;
  /** The set that "the other one" picks from: the newest pair of which one was then acted on. */
  pair: TaskView[];
  /** The newest call that changed tasks: what "and the other one" repeats. */
  change?: Call;
  /** The newest task that was added here. */
  created?: TaskView;
  /** The tasks that were changed here, the newest last. */
  changed?: TaskView[];
  /** The newest turn only added one task, which has no day yet. */
  undated?: boolean;
  /** Changes made in this conversation that still stand, the newest last: the recorded call, in which turn, how many tasks it touched and what it said. */
  changes: { id?: string; turn: number; tool: string; tasks: number; message: string }[];
  /** The newest call that looked something up. */
  query?: Call;
  /** The newest turn that called a tool: its last call, what the person had said, and whether anything was changed by it. */
  latest?: Step & { user: string; changed: boolean; turnsAgo: number };
  /** What the days of the tasks added last were counted from ("a week before"); null where that is none of the tasks. */
  anchor?: TaskView | null;
  /** Something was said before. */
  begun?: true;
  /** The question that waits for the next message. */
  pending?: Pending;
};

/** How many changed tasks a name may mean that is said without their titles. */
const CHANGED_AT_MOST = 12;

const REPEATABLE = /^(?:update|complete|reopen|delete|restore|snooze)_tasks$|_tags$/;
const LISTS = new Set(['list_tasks', 'search_tasks', 'recommend_next', 'plan_day']);

export const emptyMemory = (): Memory => ({ focus: [], shown: [], pair: [], changes: [] });

/** Each task once, the newest state of it, in the order of first mention. */
export function unique(tasks: TaskView[]): TaskView[] {
  const byNumber = new Map<number, TaskView>();
  for (const task of tasks) byNumber.set(task.number, task);
  return [...byNumber.values()];
}

/** The tasks that one outcome names, for pronouns. A next occurrence is told, but not what "it" means. */
export function tasksOf(call: Turn['calls'][number]): TaskView[] {
  const { outcome } = call;
  if (!outcome || outcome.kind === 'denied') return [];
  // What an undo threw away is named, but nobody goes on speaking of it.
  if (call.tool === 'undo' && outcome.kind === 'ok' && outcome.tasks.some((task) => !task.deletedAt)) return outcome.tasks.filter((task) => !task.deletedAt);
  // Of a task that was made with its steps, one goes on speaking of the task.
  const whole = outcome.kind === 'ok' && call.tool.startsWith('create_') ? outcome.tasks.filter((task) => !task.parentId) : [];
  if (whole.length) return whole;
  return outcome.kind === 'ok'
    ? [...outcome.tasks, ...outcome.unchanged.filter((task) => !outcome.tasks.some((other) => other.number === task.number))]
    : outcome.candidates;
}

/** The memory after one more call of the same turn. `fresh` is false when the turn has already put tasks in focus. */
export function remembering(memory: Memory, call: Call & { outcome?: Turn['calls'][number]['outcome'] }, fresh: boolean): Memory {
  const recorded = { id: '', ...call };
  const tasks = unique(tasksOf(recorded));
  const { outcome } = recorded;
  if (outcome?.kind === 'ok' && LISTS.has(call.tool) && !tasks.length) return { ...memory, shown: [], empty: true };
  if (!outcome || outcome.kind === 'denied' || !tasks.length) return memory;
  const next: Memory = { ...memory, empty: false };
  const isList = outcome.kind === 'failed' || LISTS.has(call.tool);
  if (isList) next.shown = tasks;
  next.focus = fresh || !memory.focus.length ? tasks : unique([...memory.focus, ...tasks]);
  if (tasks.length >= 2) next.pair = tasks;
  if (outcome.kind === 'ok' && REPEATABLE.test(call.tool)) next.change = { tool: call.tool, input: call.input };
  if (call.tool === 'create_tasks' || call.tool === 'create_from_template') {
    const added = tasks.at(-1);
    // Two added one after the other are "both".
    if (
      added &&
      tasks.length === 1 &&
      memory.created &&
      memory.focus.length === 1 &&
      memory.focus[0]?.number === memory.created.number
    ) next.pair = [memory.created, added];
    if (added) next.created = added;
  }
  return next;
}

/** Names of tools that only look something up. */
export const ASKS = /^(?:list|search|get|recommend|plan)_/;

/** Tools whose change shows in no task that is left. */
const CHANGES_NO_TASK = /^(?:(?:rename|delete)_template|save_as_template|purge_tasks)$/;

/** Whether a call did change something. */
const changes = ({ tool, outcome }: Turn['calls'][number]): boolean =>
  outcome?.kind === 'ok' &&
  !ASKS.test(tool) &&
  (outcome.changes.length > 0 || CHANGES_NO_TASK.test(tool) || (outcome.tasks.length > 0 && tool.startsWith('create_')));

/** The changes that stand after one more call, and the newest question. */
function keepingCount(memory: Memory, call: Turn['calls'][number], turn: number): Memory {
  const { outcome, tool, input } = call;
  if (outcome?.kind !== 'ok') return memory;
  if (ASKS.test(tool)) return { ...memory, query: { tool, input } };
  if (tool === 'undo') {
    // What an undo took back may have been done elsewhere.
    const undone = isRecord(outcome.data) && Array.isArray(outcome.data.undone) ? outcome.data.undone : null;
    return {
      ...memory,
      changes: undone
        ? memory.changes.filter(({ id }) => !undone.includes(id))
        : memory.changes.slice(0, -(typeof input.steps === 'number' ? input.steps : 1)),
    };
  }
  const { id, message, tasks } = outcome;
  return changes(call) ? { ...memory, changed: unique([...(memory.changed ?? []), ...tasks]).slice(-CHANGED_AT_MOST), changes: [...memory.changes, { ...(id ? { id } : {}), turn, tool, tasks: tasks.length, message }] } : memory;
}

/** What the days of the next tasks are counted from after a turn that counted one so: the same; after any other turn it is the task in focus. */
function anchorAfter({ user, calls }: Turn, { anchor, focus }: Memory): TaskView | null | undefined {
  const added = calls.filter(({ tool, outcome }) => tool === 'create_tasks' && outcome?.kind === 'ok');
  if (!added[0] || !saysBeside(user)) return undefined;
  if (added.length > 1) return tasksOf(added[0])[0];
  const looked = calls.find(({ tool }) => tool === 'search_tasks');
  const named = looked && typeof looked.input.query === 'string' ? looked.input.query : '';
  const spoken = anchor === undefined ? focus : anchor ? [anchor] : [];
  const known = looked ? tasksOf(looked).filter(({ title, dueDate }) => dueDate && tierOf(named, title)) : spoken;
  return (known.length === 1 && known[0]) || null;
}

/** What the turns before the current one leave behind, without the question that may wait. */
export function remember(turns: Turn[]): Memory {
  let memory: Memory = { ...emptyMemory(), ...(turns.length ? { begun: true } : {}) };
  for (const [index, turn] of turns.entries()) {
    let fresh = true;
    const start = memory;
    const done = turn.calls.at(-1);
    if (done?.outcome) {
      const changed = turn.calls.some((call) => changes(call));
      memory = { ...memory, latest: { call: { tool: done.tool, input: done.input }, outcome: done.outcome, user: turn.user, changed, turnsAgo: turns.length - index } };
    }
    for (const call of turn.calls) {
      memory = keepingCount(memory, call, index);
      const before = memory;
      memory = remembering(memory, call, fresh);
      if (memory !== before) fresh = false;
    }
    if (memory.focus !== start.focus) memory = { ...memory, anchor: anchorAfter(turn, start) };
  }
  const [call, more] = turns.at(-1)?.calls ?? [];
  const [added, other] = call?.tool === 'create_tasks' && !more ? tasksOf(call) : [];
  return added && !other && !added.dueDate && !added.recurrence ? { ...memory, undated: true } : memory;
}

/** The task that steps were just added to: the next step is one of it as well. */
export function parentOfLatest({ latest }: Memory): string | undefined {
  const added = latest?.call.tool === 'create_tasks' && latest.outcome.kind === 'ok' && Array.isArray(latest.call.input.tasks) ? latest.call.input.tasks : [];
  const parents = new Set(added.map((task: unknown) => (isRecord(task) && typeof task.parent === 'string' ? task.parent : undefined)));
  return parents.size === 1 ? [...parents][0] : undefined;
}
