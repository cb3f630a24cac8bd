import { asUser } from '@/lib/db/as-user';
import { findTasks } from '@/lib/tasks/find-tasks';
import { TASKS_PER_CALL } from '@/lib/tasks/schemas';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import type { Actor } from './actor';
import { runTool } from './run-tool';

/**
 * Erases everything in the trash, as many tasks a call as one may name. A task that leaves the trash meanwhile is kept:
 * then nothing more is erased, and the reason is answered. @returns the ids of what is gone, or why it stopped.
 */
export async function emptyTrash(actor: Actor): Promise<Extract<ToolOutput, { ok: false }> | { ok: true; ids: string[] }> {
  const ids: string[] = [];
  for (;;) {
    const { rows } = await asUser(actor.userId, (db) =>
      findTasks(db, actor.userId, { status: 'trash' }, actor, { sort: 'number', limit: TASKS_PER_CALL }));
    if (rows.length === 0) return { ok: true, ids };
    const expectedVersions = Object.fromEntries(rows.map(({ id, version }) => [id, version]));
    const output = await runTool({ ...actor, expectedVersions }, 'purge_tasks', { tasks: rows.map(({ id }) => id) });
    if (!output.ok) return output;
    ids.push(...(output.changes ?? []).map(({ taskId }) => taskId));
  }
}
