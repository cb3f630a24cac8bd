import { withUser } from '@/lib/http/with-user';
import { readChanges } from '@/lib/live/read-changes';

export const GET = withUser(async (request, { user }) => {
  const since = new URL(request.url).searchParams.get('since');
  return Response.json(await readChanges(user.id, since), { headers: { 'cache-control': 'no-store' } });
});
