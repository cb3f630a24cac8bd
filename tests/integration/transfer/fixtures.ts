import { v7 } from 'uuid';
import { pinConversation } from '@/lib/conversations/pin-conversation';
import { getDatabase } from '@/lib/db/database';
import { addMessages, writeConversation, writeToolCall, writeTurn } from '../conversations/fixtures';

/** All of a file that is told piece by piece. */
export async function collect(pieces: AsyncGenerator<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

/** A conversation with a branch, a tool call, an open approval and feedback. */
export async function writeRich(user: string): Promise<string> {
  const at = new Date('2026-03-01T10:00:00Z');
  const { id, messageIds } = await writeConversation(user, [{ content: 'add milk', createdAt: at }], { title: 'Milk *and* more', createdAt: at, updatedAt: at });
  const [question = ''] = messageIds;
  const answer = v7();
  const turnId = await writeTurn(user, { conversationId: id, userMessageId: question, answerId: answer });
  const call = await writeToolCall(user, { turnId, actionTaken: 'Created "Buy milk" (1).' });
  const waiting = await writeToolCall(user, { turnId, state: 'requested', tool: 'delete_tasks', result: { ok: true, message: 'Deletes 3 tasks.' } });
  const parts = [{ type: 'tool', id: call }, { type: 'approval', id: waiting }, { type: 'text', text: 'Done.' }];
  await addMessages(user, id, [{ id: answer, role: 'assistant', content: 'Done.', parts, skillUsed: 'TaskManagementSkill', createdAt: at }], question);
  await addMessages(user, id, [{ role: 'assistant', content: 'Other answer.', createdAt: at }], question);
  const { prisma } = await getDatabase();
  await prisma.message.update({ where: { userId_id: { userId: user, id: answer } }, data: { feedback: 1, feedbackComment: 'good' } });
  await prisma.conversation.update({ where: { userId_id: { userId: user, id } }, data: { leafId: answer } });
  await pinConversation(user, id, true);
  return id;
}

/** What the database holds of a conversation, its owner left out. */
export const snapshot = async (owner: string, id: string) => {
  const { prisma } = await getDatabase();
  const where = { userId: owner, conversationId: id };
  const messages = await prisma.message.findMany({ where, orderBy: { position: 'asc' }, omit: { userId: true } });
  const turns = await prisma.turn.findMany({ where, orderBy: { id: 'asc' }, omit: { userId: true, leaseToken: true, leaseExpiresAt: true } });
  const conversation = await prisma.conversation.findFirst({ where: { userId: owner, id }, omit: { userId: true, readAt: true } });
  return { messages, turns, conversation };
};
