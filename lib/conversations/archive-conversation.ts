import { set, updateConversation } from './update-conversation';

/** Moves a conversation to the archive, or back into the list. @throws AppError 400 `invalid_id`, 404 `not_found`. */
export const archiveConversation = (userId: string, id: string, archived: boolean): Promise<void> =>
  updateConversation(userId, id, [set.archived(archived)]);
