import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { DELETE as remove, PATCH as change } from '@/app/api/v1/conversations/[id]/route';
import { getConversation } from '@/lib/conversations/get-conversation';
import { recountMessages } from '@/lib/conversations/recount-messages';
import { restoreConversation } from '@/lib/conversations/restore-conversation';
import { getDatabase } from '@/lib/db/database';
import { recountConversations } from '@/lib/tasks/recount-conversations';
import { chatBody, readAnswer } from '@/tests/support/chat-client';
import { onEachDatabase } from '@/tests/support/databases';
import { Chatter } from '../turns/chatter';

const ROUNDS = 8;

onEachDatabase(() => {
  const at = (id: string) => ({ params: Promise.resolve({ id }) });
  const rename = (me: Chatter, id: string, title: string) => change(me.visitor.request('/x', { method: 'PATCH', body: { title } }), at(id));
  const erase = (me: Chatter, id: string) => remove(me.visitor.request('/x', { method: 'DELETE' }), at(id));
  const statuses = async (answers: Promise<Response>[]) => (await Promise.all(answers)).map(({ status }) => status);

  it('of two new titles one stays, whole, and both tabs are told that theirs was taken', async () => {
    const me = await Chatter.join();
    const { conversationId } = await me.say('hello');
    const titles = Array.from({ length: 10 }, (_, index) => `Title ${index}`);
    expect(await statuses(titles.map((title) => rename(me, conversationId, title)))).toEqual(titles.map(() => 200));
    expect(titles).toContain((await getConversation(me.id, conversationId)).title);
  });

  it('of two deletions one is made and the other finds nothing', async () => {
    const me = await Chatter.join();
    const { conversationId } = await me.say('hello');
    expect((await statuses([erase(me, conversationId), erase(me, conversationId)])).sort()).toEqual([200, 404]);
  });

  it('of two messages one opens a turn, and the other is told that an answer is being made, or follows it', async () => {
    const me = await Chatter.join();
    const { conversationId } = await me.say('hello');
    const send = (text: string) => me.chat({ body: chatBody(text, { conversationId, messageId: v7() }) });
    const answers = await Promise.all([send('add milk'), send('add eggs')]);
    const taken = answers.filter(({ status }) => status === 200);
    expect(taken.length).toBeGreaterThan(0);
    for (const answer of answers)
      if (answer.status === 200) await readAnswer(answer);
      else expect([answer.status, await answer.json()]).toMatchObject([409, { error: { code: 'turn_running' } }]);
    const { prisma } = await getDatabase();
    expect(await prisma.message.count({ where: { userId: me.id, conversationId } })).toBe(2 + 2 * taken.length);
    expect(await prisma.task.count({ where: { userId: me.id } })).toBe(taken.length);
  });

  it('renamed, sent to and deleted at once, it is in the trash, and whole: what was taken is in it, what was refused is not', async () => {
    const me = await Chatter.join();
    const { prisma } = await getDatabase();
    for (let round = 0; round < ROUNDS; round++) {
      const { conversationId } = await me.say('hello', {});
      const messageId = v7();
      const [renamed, sent, deleted] = await Promise.all([
        rename(me, conversationId, 'Renamed'),
        me.chat({ body: chatBody('add milk', { conversationId, messageId }) }),
        erase(me, conversationId),
      ]);
      expect(deleted.status).toBe(200);
      expect([200, 404]).toContain(renamed.status);
      expect([200, 404]).toContain(sent.status);
      if (sent.status === 200) await readAnswer(sent);
      await expect(getConversation(me.id, conversationId)).rejects.toMatchObject({ status: 404 });
      expect(await prisma.turn.count({ where: { userId: me.id, status: 'running' } })).toBe(0);
      const restored = await restoreConversation(me.id, conversationId);
      expect(restored.title).toBe(renamed.status === 200 ? 'Renamed' : 'hello');
      expect(await prisma.message.count({ where: { userId: me.id, id: messageId } })).toBe(sent.status === 200 ? 1 : 0);
      expect(await recountMessages(me.id)).toEqual([]);
      expect(await recountConversations(me.id)).toEqual([]);
    }
  });
});
