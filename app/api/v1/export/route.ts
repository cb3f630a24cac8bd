import { withUser } from '@/lib/http/with-user';
import { exportResponse } from '@/lib/transfer/export-response';

export const maxDuration = 300;

export const GET = withUser(async (request, { user }) => {
  return exportResponse(user.id, new URL(request.url).searchParams.get('format'));
});
