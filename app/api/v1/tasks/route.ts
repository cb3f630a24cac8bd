import { asUser } from '@/lib/db/as-user';
import { zoneOf } from '@/lib/auth/zone-of';
import { readQuery } from '@/lib/http/page-query';
import { parseInput, readJson } from '@/lib/http/read-json';
import { runForPage } from '@/lib/http/run-for-page';
import { taskBodySchema, taskQuerySchema, toFind } from '@/lib/http/task-query';
import { withUser } from '@/lib/http/with-user';
import { findTasks } from '@/lib/tasks/find-tasks';
import { toTask } from '@/lib/tasks/task-row';

export const GET = withUser(async (request, { user }) => {
  const { filter, options } = toFind(parseInput(taskQuerySchema, readQuery(request)));
  const clock = { now: new Date(), timeZone: await zoneOf(user.id) };
  const { rows, nextCursor } = await asUser(user.id, (db) => findTasks(db, user.id, filter, clock, options));
  return Response.json({ items: rows.map(toTask), nextCursor });
});

export const POST = withUser(async (request, { user }) => {
  const { timeZone, ...task } = await readJson(request, taskBodySchema);
  const { tasks } = await runForPage(user, 'create_tasks', { tasks: [task] }, timeZone);
  return Response.json(tasks?.[0], { status: 201 });
});
