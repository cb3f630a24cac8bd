'use server';

import { z } from 'zod';
import { leftEffects as effectsOf } from '@/lib/activity/left-effects';
import { archiveConversation as archive } from '@/lib/conversations/archive-conversation';
import { changeSeveral as several, SEVERAL_MAX } from '@/lib/conversations/change-several';
import { continueConversation as goOn } from '@/lib/conversations/continue-conversation';
import { instantSchema } from '@/lib/conversations/cursor';
import { deleteConversation as remove } from '@/lib/conversations/delete-conversation';
import { listConversations } from '@/lib/conversations/list-conversations';
import { markRead as read } from '@/lib/conversations/mark-read';
import { newerMessages as newer } from '@/lib/conversations/newer-messages';
import { openAtMessage } from '@/lib/conversations/open-at-message';
import { openConversation } from '@/lib/conversations/open-conversation';
import { pinConversation as pin } from '@/lib/conversations/pin-conversation';
import { emptyConversationTrash as emptyTrash, purgeConversations as purge } from '@/lib/conversations/purge-conversations';
import { renameConversation as rename } from '@/lib/conversations/rename-conversation';
import { restoreConversation as restore } from '@/lib/conversations/restore-conversation';
import { conversationTitleSchema } from '@/lib/conversations/schemas';
import { setFeedback } from '@/lib/conversations/set-feedback';
import { setLeaf } from '@/lib/conversations/set-leaf';
import { SKILLS } from '@/lib/conversations/skills';
import { notFound } from '@/lib/errors';
import { userAction } from '@/lib/http/action';

const id = z.uuid();
const instant = instantSchema.optional();

/** A title that the user typed. */
export const renameConversation = userAction(z.object({ id, title: conversationTitleSchema }), (user, { id, title }) =>
  rename(user.id, id, title),
);

export const pinConversation = userAction(z.object({ id, pinned: z.boolean() }), (user, { id, pinned }) =>
  pin(user.id, id, pinned),
);

export const archiveConversation = userAction(z.object({ id, archived: z.boolean() }), (user, { id, archived }) =>
  archive(user.id, id, archived),
);

export const deleteConversation = userAction(z.object({ id }), (user, { id }) => remove(user.id, id));

export const restoreConversation = userAction(z.object({ id }), (user, { id }) => restore(user.id, id));

/** Deletes, restores or archives several at once; answers the ids of those that it changed. */
export const changeSeveral = userAction(
  z.object({ ids: z.array(id).min(1).max(SEVERAL_MAX), change: z.enum(['delete', 'restore', 'archive', 'unarchive']) }),
  (user, { ids, change }) => several(user.id, ids, change),
);

/** Erases conversations of the trash; answers the ids of those that are gone. */
export const purgeConversations = userAction(z.object({ ids: z.array(id).min(1).max(SEVERAL_MAX) }), (user, { ids }) => purge(user.id, ids));

/** Erases every conversation in the trash; answers how many. */
export const emptyConversationTrash = userAction(z.object({}), (user) => emptyTrash(user.id));

/** Begins a conversation that goes on from a long one with a summary of it; answers its id. */
export const continueConversation = userAction(z.object({ id }), (user, { id }) => goOn(user.id, id));

/** Clears the unread mark. */
export const markRead = userAction(z.object({ id }), (user, { id }) => read(user.id, id));

/** The page of messages before a cursor (`nextCursor` of the page below it). */
export const olderMessages = userAction(z.object({ id, before: z.uuid() }), async (user, { id, before }) => {
  const opened = await openConversation(user.id, id, { before });
  if (!opened) throw notFound('conversation');
  return { messages: opened.messages, nextCursor: opened.nextCursor };
});

/** The page of messages after one (`newerCursor` of a view that was opened in the middle). */
export const newerMessages = userAction(z.object({ id, after: z.uuid() }), (user, { id, after }) => newer(user.id, id, { after }));

/** A page of the sidebar, of the archive, of the trash, or of what a search finds. */
export const moreConversations = userAction(
  z.object({
    cursor: z.string().max(500).nullish(),
    limit: z.number().int().optional(),
    q: z.string().max(1_000).nullish(),
    archived: z.boolean().optional(),
    trash: z.boolean().optional(),
    from: instant,
    to: instant,
    skill: z.enum(SKILLS).optional(),
    changedTasks: z.boolean().optional(),
  }),
  (user, options) => listConversations(user.id, options),
);

/** Shows the branch of a message, and answers with what was said around it there. */
export const switchBranch = userAction(z.object({ id, leafId: z.uuid() }), async (user, { id, leafId }) => {
  await setLeaf(user.id, id, leafId);
  const opened = await openAtMessage(user.id, id, leafId);
  if (!opened) throw notFound('conversation');
  return opened;
});

/** What the branch that ends with a message has done to tasks and still stands, when another is on screen; null for nothing. */
export const leftEffects = userAction(z.object({ id, leafId: z.uuid() }), (user, { id, leafId }) => effectsOf(user.id, id, leafId));

export const sendFeedback = userAction(
  z.object({
    messageId: z.uuid(),
    feedback: z.union([z.literal(-1), z.literal(1), z.null()]),
    comment: z.string().max(1_000).nullish(),
  }),
  (user, { messageId, feedback, comment }) => setFeedback(user.id, messageId, feedback, comment),
);
