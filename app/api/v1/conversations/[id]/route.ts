import { changeConversation } from '@/lib/conversations/change-conversation';
import { deleteConversation } from '@/lib/conversations/delete-conversation';
import { getConversation } from '@/lib/conversations/get-conversation';
import { conversationChangesSchema } from '@/lib/conversations/schemas';
import { requireId } from '@/lib/conversations/require-id';
import { readJson } from '@/lib/http/read-json';
import { withUser } from '@/lib/http/with-user';

export const GET = withUser(async (_request, { user, params }) => {
  return Response.json(await getConversation(user.id, requireId(params.id)));
});

export const PATCH = withUser(async (request, { user, params }) => {
  const id = requireId(params.id);
  return Response.json(await changeConversation(user.id, id, await readJson(request, conversationChangesSchema)));
});

export const DELETE = withUser(async (_request, { user, params }) => {
  return Response.json(await deleteConversation(user.id, requireId(params.id)));
});
