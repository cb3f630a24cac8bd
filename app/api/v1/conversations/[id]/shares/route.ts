import { requireId } from '@/lib/conversations/require-id';
import { readJson } from '@/lib/http/read-json';
import { withUser } from '@/lib/http/with-user';
import { listShares } from '@/lib/sharing/list-shares';
import { shareConversation, shareOptionsSchema } from '@/lib/sharing/share-conversation';

export const GET = withUser(async (_request, { user, params }) => {
  return Response.json({ items: await listShares(user.id, requireId(params.id)), nextCursor: null });
});

export const POST = withUser(async (request, { user, params }) => {
  const id = requireId(params.id);
  const { token, ...share } = await shareConversation(user.id, id, await readJson(request, shareOptionsSchema));
  return Response.json({ ...share, path: `/share/${token}` }, { status: 201 });
});
