import { listMessages } from '@/lib/conversations/list-messages';
import { requireId } from '@/lib/conversations/require-id';
import { messagesQuerySchema } from '@/lib/http/conversation-query';
import { readQuery } from '@/lib/http/page-query';
import { parseInput } from '@/lib/http/read-json';
import { withUser } from '@/lib/http/with-user';

export const GET = withUser(async (request, { user, params }) =>
  Response.json(await listMessages(user.id, requireId(params.id), parseInput(messagesQuerySchema, readQuery(request)))));
