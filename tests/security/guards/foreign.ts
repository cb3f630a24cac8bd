import type { furnish } from '../../integration/auth/belongings';

/** What somebody owns, as `furnish` makes it. */
type Things = Awaited<ReturnType<typeof furnish>>;

type Asked = { id: string; body?: unknown };

/** For every route with an id in its address: whose id to put there, and a body that is valid in itself. */
export const FOREIGN_ROUTES: Record<string, (things: Things) => Asked> = {
  '/api/chat/[id]/approval': (things) => ({
    id: things.conversationId,
    body: { approvalId: things.waiting, approved: true },
  }),
  '/api/chat/[id]/retry': (things) => ({
    id: things.conversationId,
    body: { messageId: things.questionId, attemptId: crypto.randomUUID() },
  }),
  '/api/chat/[id]/stop': (things) => ({ id: things.conversationId, body: {} }),
  '/api/chat/[id]/stream': (things) => ({ id: things.conversationId }),
  '/api/v1/activity/[id]/undo': (things) => ({ id: things.madeBy, body: {} }),
  '/api/v1/conversations/[id]': (things) => ({ id: things.conversationId, body: { title: 'Mine now' } }),
  '/api/v1/conversations/[id]/messages': (things) => ({ id: things.conversationId }),
  '/api/v1/conversations/[id]/restore': (things) => ({ id: things.conversationId, body: {} }),
  '/api/v1/conversations/[id]/shares': (things) => ({ id: things.conversationId, body: {} }),
  '/api/v1/conversations/[id]/export': (things) => ({ id: things.conversationId }),
  '/api/v1/shares/[id]': (things) => ({ id: things.share }),
  '/api/v1/tasks/[id]': (things) => ({ id: things.task, body: { title: 'Mine now' } }),
  '/api/v1/tasks/[id]/complete': (things) => ({ id: things.task, body: {} }),
  '/api/v1/tasks/[id]/reopen': (things) => ({ id: things.task, body: {} }),
  '/api/v1/tasks/[id]/restore': (things) => ({ id: things.task, body: {} }),
};

/** For every server action that takes ids: input with somebody else's. Null: it takes none. */
export const FOREIGN_ACTIONS: Record<string, ((things: Things) => object) | null> = {
  signOut: null,
  deleteAccount: null,
  changePreferences: null,
  decideConsent: null,
  moreConversations: null,
  renameConversation: ({ conversationId: id }) => ({ id, title: 'Mine now' }),
  pinConversation: ({ conversationId: id }) => ({ id, pinned: true }),
  archiveConversation: ({ conversationId: id }) => ({ id, archived: true }),
  deleteConversation: ({ conversationId: id }) => ({ id }),
  restoreConversation: ({ conversationId: id }) => ({ id }),
  changeSeveral: ({ conversationId }) => ({ ids: [conversationId], change: 'delete' }),
  purgeConversations: ({ conversationId }) => ({ ids: [conversationId] }),
  emptyConversationTrash: null,
  continueConversation: ({ conversationId: id }) => ({ id }),
  markRead: ({ conversationId: id }) => ({ id }),
  newestMessages: ({ conversationId: id }) => ({ id }),
  olderMessages: ({ conversationId: id, answerId: before }) => ({ id, before }),
  newerMessages: ({ conversationId: id, questionId: after }) => ({ id, after }),
  leftEffects: ({ conversationId: id, answerId: leafId }) => ({ id, leafId }),
  switchBranch: ({ conversationId: id, answerId: leafId }) => ({ id, leafId }),
  shareConversation: ({ conversationId: id }) => ({ id }),
  listShares: null,
  revokeShare: ({ share: id }) => ({ id }),
  createApiKey: null,
  revokeApiKey: ({ apiKey: id }) => ({ id }),
  disconnectApp: () => ({ clientId: 'somebody-elses' }),
  continueShare: null,
  sendFeedback: ({ answerId: messageId }) => ({ messageId, feedback: 1 }),
  quickAdd: ({ task: parent }) => ({ text: 'Mine now', parent }),
  readRepeat: null,
  listSubtasks: ({ task: id }) => ({ id }),
  listTasks: null,
  readTasks: ({ task }) => ({ ids: [task] }),
  changeTask: ({ task: id }) => ({ id, changes: { title: 'Mine now' } }),
  completeTask: ({ task: id }) => ({ id }),
  reopenTask: ({ task: id }) => ({ id }),
  deleteTask: ({ task: id }) => ({ id }),
  restoreTask: ({ task: id }) => ({ id }),
  purgeTask: ({ task: id }) => ({ id, version: 1 }),
  emptyTrash: null,
  undoCall: ({ madeBy: toolCallId }) => ({ toolCallId }),
  undoCalls: ({ madeBy }) => ({ toolCallIds: [madeBy] }),
};

/** What an action answers, as data, that has nothing to say of what is not one's own; the others refuse with `not_found`. */
export const FOREIGN_ANSWERS: Record<string, unknown> = { changeSeveral: [], leftEffects: null, listSubtasks: [], readTasks: [] };
