import { listMessages } from '@/lib/conversations/list-messages';
import { requireId } from '@/lib/conversations/require-id';
import { withUser } from '@/lib/http/with-user';

export const GET = withUser(async (request, { user, params }) => {
  const query = new URL(request.url).searchParams;
  const page = { before: query.get('before'), limit: query.get('limit') };
  return Response.json(await listMessages(user.id, requireId(params.id), page));
});
