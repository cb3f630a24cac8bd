'use server';

import { z } from 'zod';
import { openConversation } from '@/lib/conversations/open-conversation';
import { notFound } from '@/lib/errors';
import { userAction } from '@/lib/http/action';

/** The newest page of a conversation as it is now: read again after a broken connection, a retry or a decision. */
export const newestMessages = userAction(z.object({ id: z.uuid() }), async (user, { id }) => {
  const opened = await openConversation(user.id, id);
  if (!opened) throw notFound('conversation');
  return opened;
});
