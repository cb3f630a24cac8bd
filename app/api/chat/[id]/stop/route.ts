import { requireConversation } from '@/lib/conversations/require-conversation';
import { withUser } from '@/lib/http/with-user';
import { stopTurn } from '@/lib/turns/stop-turn';

export const POST = withUser(async (_request, { user, params }) => {
  const stopping = await stopTurn(user.id, await requireConversation(user.id, params.id));
  return stopping ? Response.json({ stopping: true }) : new Response(null, { status: 204 });
});
