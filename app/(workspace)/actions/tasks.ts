'use server';

import { z } from 'zod';
import { emptyTrash as empty } from '@/lib/assistant/empty-trash';
import { quickAdd as add } from '@/lib/assistant/quick-add';
import { runTool } from '@/lib/assistant/run-tool';
import { undoCall as undo, undoCalls as undoSeveral } from '@/lib/assistant/undo-call';
import { asUser } from '@/lib/db/as-user';
import { userAction } from '@/lib/http/action';
import { pageActor } from '@/lib/http/page-actor';
import { timeZoneSchema } from '@/lib/preferences/time-zone';
import { findTasks } from '@/lib/tasks/find-tasks';
import { LISTED, LISTED_AT_MOST } from '@/lib/tasks/list-tasks';
import { loadSubtasks, loadTasks } from '@/lib/tasks/load-tasks';
import { readRepeat as readWords } from '@/lib/tasks/read-repeat';
import { toTask } from '@/lib/tasks/task-row';
import { dateSchema, SORTS, taskChangesSchema, taskFilterSchema } from '@/lib/tasks/schemas';

const timeZone = timeZoneSchema.optional();
const one = z.object({ id: z.uuid() });

/** Adds the task that one line says: "Pay rent every 1st !high #home"; with `parent`, as a subtask of that task. */
export const quickAdd = userAction(
  z.object({ text: z.string().max(1_000), parent: z.uuid().optional(), timeZone }),
  async (user, { text, parent, timeZone: zone }) => add(await pageActor(user.id, zone), text, parent),
);

/** What a repetition in words means for a task that is due on `dueDate`; changes nothing. */
export const readRepeat = userAction(
  z.object({ text: z.string().trim().min(1, 'Say how often.').max(200), dueDate: dateSchema.nullable(), timeZone }),
  async (user, { text, dueDate, timeZone: zone }) => readWords(text, await pageActor(user.id, zone), dueDate),
);

/** The subtasks of a task, those in the trash left out. */
export const listSubtasks = userAction(one, async (user, { id }) => {
  const rows = await asUser(user.id, (db) => loadSubtasks(db, user.id, [id]));
  return rows.filter(({ deletedAt }) => deletedAt === null).map(toTask);
});

/** The tasks with these ids, those in the trash among them; those that the person does not have are left out. */
export const readTasks = userAction(z.object({ ids: z.array(z.uuid()).max(500) }), async (user, { ids }) =>
  (await asUser(user.id, (db) => loadTasks(db, user.id, ids))).map(toTask));

/** Changes fields of a task. With `version`, only if nobody has changed it meanwhile. */
export const changeTask = userAction(
  z.object({ id: z.uuid(), changes: taskChangesSchema, version: z.number().int().optional(), timeZone }),
  async (user, { id, changes, version, timeZone: zone }) => {
    const actor = await pageActor(user.id, zone);
    const expected = version === undefined ? {} : { expectedVersions: { [id]: version } };
    return runTool({ ...actor, ...expected }, 'update_tasks', { tasks: [id], changes });
  },
);

export const completeTask = userAction(one, async (user, { id }) => runTool(await pageActor(user.id), 'complete_tasks', { tasks: [id] }));

export const reopenTask = userAction(one, async (user, { id }) => runTool(await pageActor(user.id), 'reopen_tasks', { tasks: [id] }));

export const deleteTask = userAction(one, async (user, { id }) => runTool(await pageActor(user.id), 'delete_tasks', { tasks: [id] }));

export const restoreTask = userAction(one, async (user, { id }) => runTool(await pageActor(user.id), 'restore_tasks', { tasks: [id] }));

/** Erases a task of the trash, with its subtasks, unless it has left the trash or changed meanwhile. */
export const purgeTask = userAction(z.object({ id: z.uuid(), version: z.number().int() }), async (user, { id, version }) => {
  const actor = await pageActor(user.id);
  return runTool({ ...actor, expectedVersions: { [id]: version } }, 'purge_tasks', { tasks: [id] });
});

/** Erases everything in the trash; answers the ids of what is gone. */
export const emptyTrash = userAction(z.object({}), async (user) => empty(await pageActor(user.id)));

/** Takes back what a recorded call changed. */
export const undoCall = userAction(z.object({ toolCallId: z.uuid() }), async (user, { toolCallId }) =>
  undo(await pageActor(user.id), toolCallId));

/** Takes back what several recorded calls changed, together. */
export const undoCalls = userAction(z.object({ toolCallIds: z.array(z.uuid()).min(1).max(500) }), async (user, { toolCallIds }) =>
  undoSeveral(await pageActor(user.id), toolCallIds));

const listSchema = z.object({
  ...taskFilterSchema.shape,
  sort: z.enum(SORTS).optional(),
  order: z.enum(['asc', 'desc']).optional(),
  limit: z.number().int().min(1).max(LISTED_AT_MOST).optional(),
  cursor: z.string().max(4_000).optional(),
});

/** A page of the person's tasks. */
export const listTasks = userAction(listSchema, async (user, { sort, order, limit = LISTED, cursor, ...filter }) => {
  const { now, timeZone: zone } = await pageActor(user.id);
  const { rows, total, nextCursor } = await asUser(user.id, (db) =>
    findTasks(db, user.id, filter, { now, timeZone: zone }, { sort, order, limit, cursor }));
  return { items: rows.map(toTask), total, nextCursor };
});
