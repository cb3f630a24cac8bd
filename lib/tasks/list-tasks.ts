import type { Effect, TaskContext } from './context';
import { findTasks } from './find-tasks';
import { loadTasks } from './load-tasks';
import { closeTitles, type Titled } from './match-title';
import type { TaskFilter } from './schemas';
import type { Order, Sort } from './sort-sql';
import { toTask, type TaskRow } from './task-row';
import { counted, joined, listed, named, sentence } from './words';

/** How many tasks a list shows unless it is told otherwise, and at most. */
export const LISTED = 50;
export const LISTED_AT_MOST = 100;

/** A filter with its order; days are the person's own. */
type ListInput = TaskFilter & { sort?: Sort; order?: Order; limit?: number };

/** Lists the tasks that pass a filter, by due date unless said otherwise; `total` counts all of them. */
export async function listTasks(context: TaskContext, { sort, order, limit = LISTED, ...filter }: ListInput): Promise<Effect> {
  const { rows, total } = await findTasks(context.db, context.userId, filter, context, { sort, order, limit });
  const all = total ?? rows.length;
  const message = all === 0 ? 'There are no such tasks.' : describeFound(rows, all);
  return { output: { ok: true, message, tasks: rows.map(toTask), total: all } };
}

/** Finds tasks by words in title, description or tags; when none has them all, offers titles that are close. */
export async function searchTasks(context: TaskContext, { query, q, ...input }: ListInput & { query: string }): Promise<Effect> {
  const effect = await listTasks(context, { ...input, q: q ? `${query} ${q}` : query });
  if (!effect.output.ok || effect.output.total) return effect;
  const close = await findClose(context, query);
  const offer = close.length > 0 ? ` Close to it: ${joined(close.map(named))}.` : '';
  return { output: { ...effect.output, message: `Nothing matches "${query}".${offer}`, data: { close: close.map(toTask) } } };
}

function describeFound(rows: TaskRow[], total: number): string {
  const more = total > rows.length ? `, ${rows.length} of them shown` : '';
  return sentence(`${counted(total, 'task')}${more}: ${listed(rows)}`);
}

async function findClose({ db, userId }: TaskContext, query: string): Promise<TaskRow[]> {
  const titles = await db.$queryRaw<Titled[]>`
    SELECT id, number, title FROM task WHERE user_id = ${userId}::uuid AND deleted_at IS NULL ORDER BY number DESC LIMIT 2000`;
  const close = closeTitles(query, titles);
  const rows = await loadTasks(db, userId, close.map(({ id }) => id));
  return close.flatMap(({ id }) => rows.find((row) => row.id === id) ?? []);
}
