import type { UIMessageChunk } from 'ai';
import { v7 } from 'uuid';
import { getDatabase } from '@/lib/db/database';
import type { Answering } from '@/lib/turns/answering';
import { summarize } from '@/tests/support/chat-client';
import { addTask } from '@/tests/support/openai-replies';

/** A new message, in a new conversation unless one is named. */
export const request = (userId: string, text: string, conversationId = v7()) => ({
  userId,
  conversationId,
  messageId: v7(),
  text,
  parentId: undefined,
  timeZone: 'UTC',
});

/** Listens to an answer's end. */
export async function hear({ stream, ended }: Answering) {
  const chunks: UIMessageChunk[] = [];
  for await (const batch of stream) chunks.push(...batch);
  await ended;
  return { chunks, ...summarize(chunks) };
}

/** What the database holds of a conversation. */
export const stored = async (userId: string, conversationId: string) => {
  const { prisma } = await getDatabase();
  const messages = await prisma.message.findMany({ where: { userId, conversationId }, orderBy: { position: 'asc' } });
  const turns = await prisma.turn.findMany({ where: { userId, conversationId }, orderBy: { attempt: 'asc' } });
  const calls = await prisma.toolCall.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
  const tasks = await prisma.task.findMany({ where: { userId, deletedAt: null }, orderBy: { number: 'asc' } });
  const conversation = await prisma.conversation.findFirst({ where: { userId, id: conversationId } });
  return { messages, turns, calls, tasks, conversation, chunks: await prisma.turnChunk.count({ where: { userId } }) };
};

export const addMilk = addTask('Milk');
