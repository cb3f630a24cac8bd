import { requireId } from '@/lib/conversations/require-id';
import { restoreConversation } from '@/lib/conversations/restore-conversation';
import { withUser } from '@/lib/http/with-user';

export const POST = withUser(async (_request, { user, params }) => {
  return Response.json(await restoreConversation(user.id, requireId(params.id)));
});
