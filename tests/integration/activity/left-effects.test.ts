import { v7 } from 'uuid';
import { beforeEach, expect, it, } from 'vitest';
import { leftEffects } from '@/lib/activity/left-effects';
import { listActivity } from '@/lib/activity/list-activity';
import { undoCalls } from '@/lib/assistant/undo-call';
import { setLeaf } from '@/lib/conversations/set-leaf';
import { createUser, countStatements, onEachDatabase } from '../../support/databases';
import { addMessages } from '../conversations/fixtures';
import { newActor, rowOf, succeed } from '../tasks/people';
import { Chatter } from '../turns/chatter';
import { readAnswer } from '@/tests/support/chat-client';

onEachDatabase(() => {
  let me: Chatter;
  let conversationId: string;
  beforeEach(async () => {
    me = await Chatter.join();
    conversationId = v7();
  });

  const leafOf = async () => {
    const { openConversation } = await import('@/lib/conversations/open-conversation');
    return (await openConversation(me.id, conversationId))?.conversation.leafId ?? '';
  };
  /** Says something instead of what was said after `parentId`. */
  const edit = async (text: string, parentId: string | null) =>
    readAnswer(await me.chat({ body: { id: conversationId, parentId, message: { id: v7(), role: 'user', parts: [{ type: 'text', text }] } } }));
  const said = async (leaf: string) =>
    (await leftEffects(me.id, conversationId, leaf))?.changes.map(({ operation, title }) => `${operation} ${title}`) ?? null;
  const actor = () => newActor({ userId: me.id });

  it('names what a branch has done that an edit left, in one statement, and undoes it together', async () => {
    await me.say('add call mom', { conversationId });
    const shared = await leafOf();
    await me.say('add buy milk', { conversationId });
    await me.say('complete call mom', { conversationId });
    const left = await leafOf();
    expect(await said(left)).toBeNull();
    await edit('hello', shared);
    const { count, result } = await countStatements(() => leftEffects(me.id, conversationId, left));
    expect(count).toBe(1);
    expect(result?.changes).toEqual([{ operation: 'create', title: 'buy milk' }, { operation: 'complete', title: 'call mom' }]);

    const before = (await listActivity(me.id)).items.length;
    const output = await undoCalls(await actor(), result?.calls ?? []);
    expect(output).toMatchObject({ ok: true, message: expect.stringMatching(/^Undone 2 changes/) });
    expect(await rowOf(await actor(), 1)).toMatchObject({ title: 'call mom', status: 'pending' });
    expect((await rowOf(await actor(), 2)).deletedAt).not.toBeNull();
    expect((await listActivity(me.id)).items.length).toBe(before + 1);
    expect(await said(left)).toBeNull();
    await succeed(await actor(), 'redo', {});
    expect(await said(left)).toEqual(['create buy milk', 'complete call mom']);
  });

  it('leaves a task that has changed since as it is, and says so', async () => {
    await me.say('add buy milk', { conversationId });
    await me.say('add buy eggs', { conversationId });
    const left = await leafOf();
    await edit('hello', null);
    await succeed(await actor(), 'update_tasks', { tasks: ['1'], changes: { title: 'buy oat milk' } });
    const effects = await leftEffects(me.id, conversationId, left);
    const output = await undoCalls(await actor(), effects?.calls ?? []);
    expect(output.ok).toBe(true);
    expect(output.message).toMatch(/"buy oat milk" \(1\) has changed since, so it was left as it is/);
    expect((await rowOf(await actor(), 2)).deletedAt).not.toBeNull();
    expect((await rowOf(await actor(), 1)).deletedAt).toBeNull();
    expect(await said(left)).toEqual(['create buy oat milk']);
    expect(await undoCalls(await actor(), effects?.calls ?? [])).toMatchObject({ ok: false, code: 'conflict' });
  });

  it('knows the branch left by any message of it, and after a switch back nothing of it', async () => {
    await me.say('add buy milk', { conversationId });
    const answer = await leafOf();
    await me.say('add buy eggs', { conversationId });
    const left = await leafOf();
    await edit('add buy bread', null);
    const other = await leafOf();
    expect(await said(answer)).toEqual(['create buy milk', 'create buy eggs']);
    await setLeaf(me.id, conversationId, left);
    expect(await said(answer)).toBeNull();
    expect(await said(other)).toEqual(['create buy bread']);
  });

  it('goes up branches that part at the beginning and are long', async () => {
    await me.say('add buy milk', { conversationId });
    const [leaf = ''] = (await addMessages(me.id, conversationId, Array.from({ length: 60 }, () => ({})), await leafOf())).slice(-1);
    await edit('hello', null);
    expect(await said(leaf)).toEqual(['create buy milk']);
  });

  it('says nothing to anybody else, nor of an unknown message', async () => {
    await me.say('add buy milk', { conversationId });
    const left = await leafOf();
    await edit('hello', null);
    const stranger = await createUser();
    expect(await leftEffects(stranger, conversationId, left)).toBeNull();
    expect(await leftEffects(me.id, conversationId, v7())).toBeNull();
    await expect(leftEffects(me.id, conversationId, 'x')).rejects.toMatchObject({ code: 'invalid_id' });
    const calls = (await leftEffects(me.id, conversationId, left))?.calls ?? [];
    await expect(undoCalls(await newActor({ userId: stranger }), calls)).rejects.toMatchObject({ code: 'not_found' });
    expect((await rowOf(await actor(), 1)).deletedAt).toBeNull();
  });
});
