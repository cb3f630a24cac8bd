import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { setLeaf } from '@/lib/conversations/set-leaf';
import { getDatabase } from '@/lib/db/database';
import { chatBody, readAnswer } from '@/tests/support/chat-client';
import { onEachDatabase } from '@/tests/support/databases';
import { askedFor, Chatter } from './chatter';

const stateOf = async (id: string) => (await (await getDatabase()).prisma.toolCall.findFirst({ where: { id } }))?.state;

/** Says something after a message of one's choice: another branch. */
const sayAfter = async (me: Chatter, conversationId: string, parentId: string | null, text: string) =>
  readAnswer(await me.chat({ body: { ...chatBody(text, { conversationId, messageId: v7() }), parentId } }));

async function leafOf(conversationId: string): Promise<string> {
  const { prisma } = await getDatabase();
  const { leafId } = await prisma.conversation.findFirstOrThrow({ where: { id: conversationId } });
  if (!leafId) throw new Error('Nothing was said.');
  return leafId;
}

onEachDatabase(() => {
  /** Somebody who has two completed and two open tasks. */
  async function begin() {
    const me = await Chatter.join();
    const { conversationId } = await me.say('add milk, add eggs, add bread and add salt');
    await me.say('complete milk and eggs', { conversationId });
    return { me, conversationId, before: await leafOf(conversationId) };
  }

  it('a "yes" that follows something else approves nothing: what waited is withdrawn', async () => {
    const { me, conversationId } = await begin();
    const { id } = askedFor(await me.say('delete all completed', { conversationId }));
    // As by editing the first message of the conversation.
    await sayAfter(me, conversationId, null, 'yes');
    expect(await stateOf(id)).toBe('expired');
    expect(await (await getDatabase()).prisma.task.count({ where: { userId: me.id, deletedAt: null } })).toBe(4);
  });

  it('a "yes" approves what the branch on screen asked, not what another one did', async () => {
    const { me, conversationId, before } = await begin();
    await me.say('hello', { conversationId });
    const side = await leafOf(conversationId);
    const there = askedFor(await sayAfter(me, conversationId, before, 'delete all completed'));
    await setLeaf(me.id, conversationId, side);
    const here = askedFor(await me.say('add tag home to all of my open tasks', { conversationId }));
    expect((await me.say('yes', { conversationId })).text).toMatch(/tagged/);
    expect([await stateOf(here.id), await stateOf(there.id)]).toEqual(['ok', 'requested']);
    expect(await (await getDatabase()).prisma.task.count({ where: { userId: me.id, deletedAt: null } })).toBe(4);
  });

  it('a "yes" that names the question which it follows approves it, whatever is on screen', async () => {
    const { me, conversationId, before } = await begin();
    await me.say('hello', { conversationId });
    const side = await leafOf(conversationId);
    const { id } = askedFor(await sayAfter(me, conversationId, before, 'delete all completed'));
    const question = await leafOf(conversationId);
    await setLeaf(me.id, conversationId, side);
    await sayAfter(me, conversationId, question, 'yes');
    expect(await stateOf(id)).toBe('ok');
  });
});
