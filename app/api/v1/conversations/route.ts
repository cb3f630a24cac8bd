import { listConversations } from '@/lib/conversations/list-conversations';
import { listQuerySchema } from '@/lib/conversations/schemas';
import { parseInput } from '@/lib/http/read-json';
import { withUser } from '@/lib/http/with-user';

export const GET = withUser(async (request, { user }) => {
  const query = parseInput(listQuerySchema, Object.fromEntries(new URL(request.url).searchParams));
  return Response.json(await listConversations(user.id, query));
});
