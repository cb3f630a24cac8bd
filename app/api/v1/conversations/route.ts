import { listConversations } from '@/lib/conversations/list-conversations';
import { conversationQuerySchema } from '@/lib/http/conversation-query';
import { readQuery } from '@/lib/http/page-query';
import { parseInput } from '@/lib/http/read-json';
import { withUser } from '@/lib/http/with-user';

export const GET = withUser(async (request, { user }) =>
  Response.json(await listConversations(user.id, parseInput(conversationQuerySchema, readQuery(request)))));
