import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import ChatPage from '@/app/(workspace)/chat/[id]/page';
import { chatBody, readAnswer } from '@/tests/support/chat-client';
import { countStatements, onEachDatabase } from '@/tests/support/databases';
import { actAs } from '@/tests/support/fake-next';
import { Chatter } from './chatter';

const isHeartbeat = (statement: string) => statement.includes('WITH mine AS');

onEachDatabase(() => {
  it('opens a turn with two statements, the session and the turn with what the model is given, and ends it with one', async () => {
    const me = await Chatter.join();
    const { conversationId } = await me.say('add milk');
    for (const id of [conversationId, v7()]) {
      const { statements } = await countStatements(async () => {
        await readAnswer(await me.chat({ body: chatBody('hello', { conversationId: id, messageId: v7() }) }));
      });
      // One for all turns of a process, every so often.
      const own = statements.filter((statement) => !isHeartbeat(statement));
      expect(own.slice(0, 3)).toEqual([
        expect.stringContaining('"session"'),
        expect.stringContaining('INSERT INTO turn'),
        expect.stringContaining('UPDATE turn SET status'),
      ]);
    }
  });

  it('opens the page of a conversation with at most four statements, the session look-up included', async () => {
    const me = await Chatter.join();
    const { conversationId } = await me.say('add milk and add eggs');
    for (const text of ['complete milk', 'delete all completed', 'what is left?', 'undo']) await me.say(text, { conversationId });
    actAs(me.visitor);
    const { count, statements } = await countStatements(() => ChatPage({ params: Promise.resolve({ id: conversationId }), searchParams: Promise.resolve({}) }));
    expect(statements[0]).toContain('"session"');
    expect(count).toBeLessThanOrEqual(4);
  });
});
