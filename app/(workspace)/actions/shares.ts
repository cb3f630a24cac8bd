'use server';

import { z } from 'zod';
import { userAction } from '@/lib/http/action';
import { continueShare as continueOwn } from '@/lib/sharing/continue-share';
import { listShares as list } from '@/lib/sharing/list-shares';
import { revokeShare as revoke } from '@/lib/sharing/revoke-share';
import { shareConversation as share, shareOptionsSchema } from '@/lib/sharing/share-conversation';

const id = z.uuid();

/** Answers the link's path; it is not to be had again. */
export const shareConversation = userAction(shareOptionsSchema.extend({ id }), async (user, { id, ...options }) => {
  const { token, ...made } = await share(user.id, id, options);
  return { ...made, path: `/share/${token}` };
});

export const listShares = userAction(z.object({ conversationId: id.optional() }), (user, { conversationId }) =>
  list(user.id, conversationId),
);

export const revokeShare = userAction(z.object({ id }), (user, { id }) => revoke(user.id, id));

/** Makes a shared conversation one's own; answers its id. */
export const continueShare = userAction(z.object({ token: z.string().max(100) }), (user, { token }) => continueOwn(user.id, token));
