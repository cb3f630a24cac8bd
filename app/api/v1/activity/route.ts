import { listActivity } from '@/lib/activity/list-activity';
import { pageQuerySchema, readQuery } from '@/lib/http/page-query';
import { parseInput } from '@/lib/http/read-json';
import { withUser } from '@/lib/http/with-user';

export const GET = withUser(async (request, { user }) =>
  Response.json(await listActivity(user.id, parseInput(pageQuerySchema, readQuery(request)))));
