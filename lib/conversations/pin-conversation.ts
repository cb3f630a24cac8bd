import { set, updateConversation } from './update-conversation';

/** Pins a conversation above the others, or unpins it. @throws AppError 400 `invalid_id`, 404 `not_found`. */
export const pinConversation = (userId: string, id: string, pinned: boolean): Promise<void> =>
  updateConversation(userId, id, [set.pinned(pinned)]);
