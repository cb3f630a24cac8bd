import { beforeAll, expect, it } from 'vitest';
import { recountMessages } from '@/lib/conversations/recount-messages';
import { getDatabase } from '@/lib/db/database';
import { createUser, onEachDatabase } from '../../support/databases';
import { addMessages, writeConversation } from './fixtures';

onEachDatabase(() => {
  let user: string;
  beforeAll(async () => {
    user = await createUser();
  });

  it('finds no difference after branches and messages written at once', async () => {
    const { id, messageIds } = await writeConversation(user, [{}, {}]);
    await Promise.all(Array.from({ length: 20 }, () => addMessages(user, id, [{}], messageIds[1] ?? null)));
    await writeConversation(user, []);
    expect(await recountMessages(user)).toEqual([]);
  });

  it('finds a counter that was tampered with', async () => {
    const { id } = await writeConversation(user, [{}, {}, {}]);
    const { prisma } = await getDatabase();
    await prisma.conversation.update({ where: { userId_id: { userId: user, id } }, data: { messageCount: 7 } });
    expect(await recountMessages(user)).toEqual([
      { conversationId: id, messageCount: 7, shouldBeCount: 3, nextPosition: 3, shouldBePosition: 3 },
    ]);
    expect(await recountMessages(await createUser())).toEqual([]);
  });
});
