import { plannedChanges } from './changed-fields';
import type { Effect, TaskContext } from './context';
import { editRows } from './edit-rows';
import { loadSubtasks } from './load-tasks';
import { resolveTask } from './resolve-tasks';
import { TAGS_PER_TASK, type TaskChanges, type Targets } from './schemas';
import { failure } from './select-targets';
import { spellTags, uniqueTags } from './tags';
import type { TaskRow, TaskState } from './task-row';
import type { ToolFailure } from './tool-output';
import { named } from './words';

/**
 * Changes fields of tasks; absent fields stay, null clears. All tasks are changed or none. Failures: `invalid` (a rule
 * that never comes, a second level of subtasks, a task in the trash), `limit`, and what references can fail with.
 */
export async function updateTasks(context: TaskContext, input: Targets & { changes: TaskChanges }): Promise<Effect> {
  const { changes } = input;
  return editRows(context, input, async (rows) => {
    const shared = await sharedFields(context, rows, changes);
    if ('ok' in shared) return shared;
    return (row) => {
      const planned = plannedChanges(row, changes, context);
      return 'refused' in planned ? failure('invalid', planned.refused) : { ...planned, ...shared };
    };
  });
}

/** Tags and parent, which are the same for all and need the database. */
async function sharedFields(context: TaskContext, rows: TaskRow[], { tags, parent }: TaskChanges): Promise<Partial<TaskState> | ToolFailure> {
  const fields: Partial<TaskState> = {};
  if (tags !== undefined) {
    if (uniqueTags(tags).length > TAGS_PER_TASK) return failure('limit', `A task has at most ${TAGS_PER_TASK} tags.`);
    fields.tags = (await spellTags(context.db, context.userId, tags))(tags);
  }
  if (parent === null) fields.parentId = null;
  if (parent != null) {
    const found = await resolveTask(context, parent, 'change');
    if (!found.ok) return found.failure;
    const { row } = found;
    if (row.deletedAt !== null) return failure('invalid', `${named(row)} is in the trash. Restore it first.`);
    if (row.parentId !== null) return failure('invalid', `${named(row)} is a subtask itself and cannot have subtasks.`);
    if (rows.some(({ id }) => id === row.id)) return failure('invalid', `${named(row)} cannot be a subtask of itself.`);
    const below = await loadSubtasks(context.db, context.userId, rows.map(({ id }) => id));
    const holder = rows.find(({ id }) => below.some((subtask) => subtask.parentId === id));
    if (holder) return failure('invalid', `${named(holder)} has subtasks and so cannot be one.`);
    fields.parentId = row.id;
  }
  return fields;
}
