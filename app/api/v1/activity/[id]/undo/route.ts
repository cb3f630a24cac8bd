import { undoForPage } from '@/lib/http/run-for-page';
import { withUser } from '@/lib/http/with-user';

export const POST = withUser(async (_request, { user, params }) => Response.json(await undoForPage(user, params.id ?? '')));
