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
    const opening = async (id: string) => {
      const { statements } = await countStatements(async () => {
        await readAnswer(await me.chat({ body: chatBody('hello', { conversationId: id, messageId: v7() }) }));
      });
      expect(statements[0]).toContain('"session"');
      expect(statements[1]).toContain('INSERT INTO turn');
      return statements.findIndex((statement) => statement.includes('WITH RECURSIVE')) + 1;
    };
    expect(await opening(conversationId)).toBe(3);
    // A new conversation has no history to read.
    expect(await opening(v7())).toBe(0);
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
