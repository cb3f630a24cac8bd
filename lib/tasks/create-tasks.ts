import { describeRecurrence } from '@/lib/language';
import type { Effect, TaskContext, Transition } from './context';
import { todayIn } from './due';
import { changed } from './effects';
import { newRow, plannedFields, plannedReminder } from './new-task';
import { resolveTask } from './resolve-tasks';
import { TAGS_PER_TASK, TASKS_PER_CALL, type NewTask } from './schemas';
import { failure } from './select-targets';
import { spellTags, uniqueTags } from './tags';
import { toTask, type TaskRow } from './task-row';
import type { ToolFailure } from './tool-output';
import { counted, dueInWords, joined, listed, named, sentence } from './words';

/**
 * Creates tasks with their tags and subtasks, all or none. Dates are meant in the person's zone. Failures: `invalid` (a
 * recurrence that never comes, a subtask of a subtask), `limit`, and what a parent's reference can fail with.
 */
export async function createTasks(context: TaskContext, input: { tasks: NewTask[] }): Promise<Effect> {
  const count = input.tasks.reduce((sum, task) => sum + 1 + (task.subtasks?.length ?? 0), 0);
  if (count > TASKS_PER_CALL) return refuse(failure('limit', `At most ${TASKS_PER_CALL} tasks can be created at once.`));
  const parents = await findParents(context, input.tasks);
  if (!(parents instanceof Map)) return refuse(parents);
  const spell = await spellTags(context.db, context.userId, input.tasks.flatMap((task) => task.tags ?? []));
  const { defaultPriority } = await context.preferences();
  const today = todayIn(context.now, context.timeZone);

  const states = [];
  for (const task of input.tasks) {
    const planned = plannedFields(task, context, today);
    if ('refused' in planned) return refuse(failure('invalid', planned.refused));
    const reminder = plannedReminder(task, planned.dueDate != null, context.timeZone);
    if ('refused' in reminder) return refuse(failure('invalid', reminder.refused));
    const parentId = (task.parent && parents.get(task.parent)?.id) || null;
    if (parentId !== null && task.subtasks?.length) return refuse(failure('invalid', 'A subtask cannot have subtasks of its own.'));
    if (uniqueTags(task.tags ?? []).length > TAGS_PER_TASK) return refuse(failure('limit', `A task has at most ${TAGS_PER_TASK} tags.`));
    states.push({
      ...planned, ...reminder, parentId, title: task.title, description: task.description || null,
      priority: task.priority ?? defaultPriority, durationMinutes: task.durationMinutes ?? null, tags: spell(task.tags ?? []),
      subtasks: task.subtasks ?? [],
    });
  }

  const numbers = (await context.takeNumbers(count)).values();
  const create = (state: Parameters<typeof newRow>[2]): TaskRow => newRow(numbers.next().value ?? 0, context.now, state);
  const made: TaskRow[] = [];
  const all: TaskRow[] = [];
  for (const { subtasks, ...state } of states) {
    const row = create(state);
    // A series is named by its first task.
    if (row.recurrence !== null) row.seriesId = row.id;
    made.push(row);
    all.push(row, ...subtasks.map((title) => create({ title, parentId: row.id, priority: defaultPriority })));
  }
  const transitions: Transition[] = all.map((after) => ({ operation: 'create', before: null, after }));
  return changed(describeCreated(made, all, parents), transitions, { tasks: all.map(toTask) });
}

const refuse = (output: ToolFailure): Effect => ({ output });

async function findParents(context: TaskContext, tasks: NewTask[]): Promise<Map<string, TaskRow> | ToolFailure> {
  const parents = new Map<string, TaskRow>();
  for (const { parent } of tasks) {
    if (parent === undefined || parents.has(parent)) continue;
    const found = await resolveTask(context, parent, 'change');
    if (!found.ok) return found.failure;
    if (found.row.deletedAt !== null) return failure('invalid', `${named(found.row)} is in the trash. Restore it first.`);
    if (found.row.parentId !== null) return failure('invalid', `${named(found.row)} is a subtask itself and cannot have subtasks.`);
    parents.set(parent, found.row);
  }
  return parents;
}

function describeCreated(made: TaskRow[], all: TaskRow[], parents: Map<string, TaskRow>): string {
  const [only] = made;
  if (only === undefined) return 'Nothing was created.';
  const detail = (row: TaskRow) => {
    const below = all.filter((other) => other.parentId === row.id);
    const parent = [...parents.values()].find((other) => other.id === row.parentId);
    return [
      named(row), parent ? `as a subtask of ${named(parent)}` : '', row.dueDate === null ? '' : `due ${dueInWords(row)}`,
      row.recurrence === null ? '' : `repeating ${describeRecurrence(row.recurrence, row.fromCompletion)}`,
      below.length > 0 ? `with ${counted(below.length, 'subtask')}: ${listed(below)}` : '',
    ].filter((part) => part !== '').join(', ').replace('), as', ') as');
  };
  if (made.length === 1) return sentence(`Created ${detail(only)}`);
  const shown = made.slice(0, 10).map(detail);
  const rest = made.length - shown.length;
  const separator = shown.some((text) => text.includes(',')) ? '; ' : null;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  return sentence(`Created ${counted(made.length, 'task')}: ${separator ? parts.join(separator) : joined(parts)}`);
}
