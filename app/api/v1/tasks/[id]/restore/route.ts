import { changeByRef } from '@/lib/http/task-by-ref';
import { withUser } from '@/lib/http/with-user';

export const POST = withUser(async (_request, { user, params }) =>
  Response.json(await changeByRef(user, params.id, 'restore_tasks')));
