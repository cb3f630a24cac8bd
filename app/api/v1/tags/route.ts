import { asUser } from '@/lib/db/as-user';
import { pageOf } from '@/lib/http/page-of';
import { pageQuerySchema, readQuery } from '@/lib/http/page-query';
import { parseInput } from '@/lib/http/read-json';
import { withUser } from '@/lib/http/with-user';
import { loadTags } from '@/lib/tasks/list-tags';

export const GET = withUser(async (request, { user }) => {
  const query = parseInput(pageQuerySchema, readQuery(request));
  return Response.json(pageOf(await asUser(user.id, (db) => loadTags(db, user.id)), query));
});
