import { requireId } from '@/lib/conversations/require-id';
import { withUser } from '@/lib/http/with-user';
import { revokeShare } from '@/lib/sharing/revoke-share';

export const DELETE = withUser(async (_request, { user, params }) => {
  await revokeShare(user.id, requireId(params.id));
  return new Response(null, { status: 204 });
});
