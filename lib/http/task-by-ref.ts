import { validate } from 'uuid';
import type { ToolName } from '@/lib/assistant/tool-skills';
import type { CurrentUser } from '@/lib/auth/current-user';
import { asUser } from '@/lib/db/as-user';
import { notFound } from '@/lib/errors';
import { loadNamed } from '@/lib/tasks/load-tasks';
import type { Task } from '@/lib/tasks/schemas';
import { toTask } from '@/lib/tasks/task-row';
import { runForPage } from './run-for-page';

const NUMBER_MAX = 2_147_483_647;

/** The user's task with an id or number from a path, in the trash too. @throws AppError 404 not_found. */
export async function taskByRef(userId: string, ref: string | undefined): Promise<Task> {
  const number = ref !== undefined && /^[1-9]\d{0,9}$/.test(ref) ? Number(ref) : null;
  const numbers = number !== null && number <= NUMBER_MAX ? [number] : [];
  const ids = ref !== undefined && validate(ref) ? [ref] : [];
  const [row] = numbers.length + ids.length > 0 ? await asUser(userId, (db) => loadNamed(db, userId, numbers, ids)) : [];
  if (!row) throw notFound('task');
  return toTask(row);
}

/** Runs a tool on the one task that a path names. @returns the task afterwards. @throws AppError */
export async function changeByRef(
  user: CurrentUser, ref: string | undefined, tool: ToolName, input: Record<string, unknown> = {}, timeZone?: string,
): Promise<Task> {
  const task = await taskByRef(user.id, ref);
  await runForPage(user, tool, { tasks: [String(task.number)], ...input }, timeZone);
  return taskByRef(user.id, task.id);
}
