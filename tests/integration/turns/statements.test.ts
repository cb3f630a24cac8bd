import { v7 } from 'uuid';
import { expect, it, vi } from 'vitest';
import ChatPage from '@/app/(workspace)/chat/[id]/page';
import { chatBody, readAnswer } from '@/tests/support/chat-client';
import { countStatements, onEachDatabase } from '@/tests/support/databases';
import { actAs } from '../auth/fake-next';
import { Chatter } from './chatter';

vi.mock('next/headers', () => import('../auth/fake-next'));

onEachDatabase(() => {
  it('opens a turn with three statements: the session, the turn, what the model is given', async () => {
    const me = await Chatter.join();
    const { conversationId } = await me.say('add milk');
    for (const id of [conversationId, v7()]) {
      const { statements } = await countStatements(async () => {
        await readAnswer(await me.chat({ body: chatBody('hello', { conversationId: id, messageId: v7() }) }));
      });
      const history = statements.findIndex((statement) => statement.includes('WITH RECURSIVE'));
      expect(statements.slice(0, history + 1)).toHaveLength(3);
      expect(statements[0]).toContain('"session"');
      expect(statements[1]).toContain('INSERT INTO turn');
    }
  });

  it('opens the page of a conversation with at most four statements, the session look-up included', async () => {
    const me = await Chatter.join();
    const { conversationId } = await me.say('add milk and add eggs');
    for (const text of ['complete milk', 'delete all completed', 'what is left?', 'undo']) await me.say(text, { conversationId });
    actAs(me.visitor);
    const { count, statements } = await countStatements(() => ChatPage({ params: Promise.resolve({ id: conversationId }) }));
    expect(statements[0]).toContain('"session"');
    expect(count).toBeLessThanOrEqual(4);
  });
});
