import { set, updateConversation } from './update-conversation';

/**
 * Notes that the user has seen everything said so far, which clears the unread mark in every tab.
 * @throws AppError 400 `invalid_id`, 404 `not_found`.
 */
export const markRead = (userId: string, id: string): Promise<void> => updateConversation(userId, id, [set.read()]);
