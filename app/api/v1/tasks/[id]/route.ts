import { readJson } from '@/lib/http/read-json';
import { changeByRef, taskByRef } from '@/lib/http/task-by-ref';
import { taskChangesBodySchema } from '@/lib/http/task-query';
import { withUser } from '@/lib/http/with-user';

export const GET = withUser(async (_request, { user, params }) => Response.json(await taskByRef(user.id, params.id)));

export const PATCH = withUser(async (request, { user, params }) => {
  const { timeZone, ...changes } = await readJson(request, taskChangesBodySchema);
  return Response.json(await changeByRef(user, params.id, 'update_tasks', { changes }, timeZone));
});

export const DELETE = withUser(async (_request, { user, params }) =>
  Response.json(await changeByRef(user, params.id, 'delete_tasks')));
