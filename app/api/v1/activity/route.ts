import { listActivity } from '@/lib/activity/list-activity';
import { withUser } from '@/lib/http/with-user';

export const GET = withUser(async (request, { user }) => {
  const query = new URL(request.url).searchParams;
  return Response.json(await listActivity(user.id, { cursor: query.get('cursor'), limit: query.get('limit') }));
});
