import { badRequest } from '@/lib/errors';
import { conversationTitleSchema } from './schemas';
import { set, updateConversation } from './update-conversation';

/**
 * Gives a conversation a title that no model will replace.
 * @param title 1–200 characters after trimming. @throws AppError 400 `invalid_input` or `invalid_id`, 404 `not_found`.
 */
export async function renameConversation(userId: string, id: string, title: string): Promise<void> {
  const checked = conversationTitleSchema.safeParse(title);
  if (!checked.success) throw badRequest('invalid_input', checked.error.issues[0]?.message ?? 'That is no title.');
  await updateConversation(userId, id, [set.title(checked.data)]);
}
