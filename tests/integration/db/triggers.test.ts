import { v7 } from 'uuid';
import { beforeEach, expect, it } from 'vitest';
import { asUser } from '@/lib/db/as-user';
import { getDatabase } from '@/lib/db/database';
import { createUser, onEachDatabase } from '../../support/databases';
import { insert } from './rows';

onEachDatabase(() => {
  let userId: string;
  const conversation = { id: '' };

  const addMessage = (content: string, createdAt?: string) => {
    const id = v7();
    const row = { user_id: userId, id, conversation_id: conversation.id, role: 'user', content };
    return insert('message', createdAt ? { ...row, created_at: createdAt } : row).then(() => id);
  };

  const read = async () => {
    const { prisma } = await getDatabase();
    return prisma.conversation.findUniqueOrThrow({ where: { userId_id: { userId, id: conversation.id } } });
  };

  beforeEach(async () => {
    userId = await createUser();
    conversation.id = v7();
    await insert('conversation', { user_id: userId, id: conversation.id, title: 'Errands' });
  });

  it('numbers 20 messages that arrive at once densely, and counts them', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => addMessage(`message ${index}`)));
    const { prisma } = await getDatabase();
    const messages = await prisma.message.findMany({ where: { userId }, orderBy: { position: 'asc' } });
    expect(messages.map(({ position }) => position)).toEqual(Array.from({ length: 20 }, (_, index) => index));
    const { messageCount, nextPosition, leafId } = await read();
    expect({ messageCount, nextPosition }).toEqual({ messageCount: 20, nextPosition: 20 });
    expect(leafId).toBe(messages.at(-1)?.id);
  });

  it('numbers for itself whatever position is asked for', async () => {
    await insert('message', {
      user_id: userId,
      id: v7(),
      conversation_id: conversation.id,
      role: 'user',
      content: 'x',
      position: 99,
    });
    const { prisma } = await getDatabase();
    expect((await prisma.message.findFirstOrThrow({ where: { userId } })).position).toBe(0);
  });

  it('moves updated_at to the message, and never back', async () => {
    await addMessage('later', '2035-05-05T05:05:05Z');
    expect((await read()).updatedAt).toEqual(new Date('2035-05-05T05:05:05Z'));
    await addMessage('earlier', '2001-01-01T00:00:00Z');
    expect((await read()).updatedAt).toEqual(new Date('2035-05-05T05:05:05Z'));
  });

  it('leaves positions and counters as they were when the transaction of a message is rolled back', async () => {
    await addMessage('kept');
    const failing = asUser(
      userId,
      async (db) => {
        await db.message.create({
          data: { userId, id: v7(), conversationId: conversation.id, position: 0, role: 'user', content: 'lost' },
        });
        throw new Error('after the message');
      },
      { transaction: true },
    );
    await expect(failing).rejects.toThrow('after the message');
    expect(await read()).toMatchObject({ messageCount: 1, nextPosition: 1 });
    await addMessage('next');
    expect(await read()).toMatchObject({ messageCount: 2, nextPosition: 2 });
  });

  it('gives each new user preferences, once', async () => {
    const { prisma } = await getDatabase();
    expect(await prisma.preferences.findUnique({ where: { userId } })).toMatchObject({
      nextTaskNumber: 1,
      changeSequence: 0n,
      contextSize: 50,
      autoDeleteDays: null,
    });
    await expect(insert('preferences', { user_id: userId })).rejects.toThrow(/duplicate key|23505/);
  });
});
