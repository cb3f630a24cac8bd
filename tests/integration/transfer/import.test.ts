import { v7 } from 'uuid';
import { beforeEach, expect, it } from 'vitest';
import { deleteConversation } from '@/lib/conversations/delete-conversation';
import { getConversation } from '@/lib/conversations/get-conversation';
import { listConversations } from '@/lib/conversations/list-conversations';
import { openConversation } from '@/lib/conversations/open-conversation';
import { recountMessages } from '@/lib/conversations/recount-messages';
import { getDatabase } from '@/lib/db/database';
import { recountConversations } from '@/lib/tasks/recount-conversations';
import { exportJson } from '@/lib/transfer/export-json';
import { importFile } from '@/lib/transfer/import-file';
import { retryTurn } from '@/lib/turns/retry-turn';
import { createUser, onEachDatabase } from '../../support/databases';
import { addMessages, writeChange, writeConversation, writeLongConversation, writeToolCall, writeTurn } from '../conversations/fixtures';
import { collect, snapshot, writeRich } from './fixtures';

onEachDatabase(() => {
  let user: string;
  beforeEach(async () => {
    user = await createUser();
  });

  it('gives another account everything back from our own JSON, and adds nothing the second time', async () => {
    const id = await writeRich(user);
    const before = await snapshot(user, id);
    const opened = await openConversation(user, id);
    const file = await collect(exportJson(user));
    const other = await createUser();
    expect(await importFile(other, file)).toEqual({ imported: 1, messages: 3, unchanged: 0, failedCount: 0, failed: [] });
    const after = await snapshot(other, id);
    expect(after).toEqual(before);
    expect(await importFile(other, file)).toEqual({ imported: 0, messages: 0, unchanged: 1, failedCount: 0, failed: [] });
    expect(await snapshot(other, id)).toEqual(after);
    const copy = await openConversation(other, id);
    expect(copy?.messages[1]?.parts[0]).toEqual(opened?.messages[1]?.parts[0]);
    expect(copy?.messages[1]?.parts[1]).toMatchObject({ type: 'tool-delete_tasks', state: 'output-denied' });
    expect(copy?.messages[1]?.metadata?.siblings).toHaveLength(2);
    expect(await collect(exportJson(user, id))).toContain('"state":"requested"');
  });

  it('brings a deleted and even an erased conversation back, its calls found again', async () => {
    const id = await writeRich(user);
    const file = await collect(exportJson(user));
    const before = await snapshot(user, id);
    await deleteConversation(user, id);
    expect(await importFile(user, file)).toMatchObject({ imported: 0, unchanged: 1 });
    expect(await snapshot(user, id)).toEqual(before);
    const { prisma } = await getDatabase();
    await prisma.conversation.delete({ where: { userId_id: { userId: user, id } } });
    expect(await importFile(user, file)).toMatchObject({ imported: 1, messages: 3 });
    const calls = (await openConversation(user, id))?.messages[1]?.parts.filter(({ type }) => type.startsWith('tool-'));
    expect(calls).toHaveLength(2);
    expect(await prisma.toolCall.count({ where: { userId: user } })).toBe(2);
  });

  it('imports a long conversation', async () => {
    const { id } = await writeLongConversation(user, 700);
    const file = await collect(exportJson(user));
    const other = await createUser();
    expect(await importFile(other, file)).toMatchObject({ imported: 1, messages: 700 });
    expect(await getConversation(other, id)).toMatchObject({ messageCount: 700 });
    const page = await openConversation(other, id);
    expect(page?.messages).toEqual((await openConversation(user, id))?.messages);
  });

  it('takes markup for what it is, a text', async () => {
    const [content, title] = ['<script>alert(1)</script> "quoted" \\ [{,', '<img src=x onerror=alert(1)>'];
    const { id } = await writeConversation(user, [{ content }], { title });
    const other = await createUser();
    expect(await importFile(other, await collect(exportJson(user)))).toMatchObject({ imported: 1, failedCount: 0 });
    expect(await openConversation(other, id)).toMatchObject({ conversation: { title }, messages: [{ parts: [{ type: 'text', text: content }] }] });
  });

  it('numbers and counts imported messages as those that are said: after what is there, without moving the branch on screen', async () => {
    const { id } = await writeConversation(user, [{}, {}]);
    const file = await collect(exportJson(user));
    const other = await createUser();
    await importFile(other, file);
    const [mine = ''] = await addMessages(other, id, [{ content: 'said here' }], null);
    const [theirs = ''] = await addMessages(user, id, [{ content: 'said there', createdAt: new Date(Date.now() + 1_000) }], null);
    expect(await importFile(other, await collect(exportJson(user)))).toMatchObject({ messages: 1 });
    const { conversation, messages } = await snapshot(other, id);
    expect(conversation).toMatchObject({ messageCount: 4, nextPosition: 4, leafId: mine });
    expect(conversation?.updatedAt).toEqual(messages.at(-1)?.createdAt);
    expect(messages.map((message) => [message.position, message.id]).slice(2)).toEqual([[2, mine], [3, theirs]]);
    // The trigger is back for whatever follows on the same connection.
    await addMessages(other, id, [{}], theirs);
    expect(await recountMessages(other)).toEqual([]);
  });

  it('takes back what is as long as it may be where an emoji counts once, and cuts what is longer between characters', async () => {
    const [content, title] = ['😀'.repeat(10_000), '😀'.repeat(200)];
    const { id } = await writeConversation(user, [{ content }], { title });
    const other = await createUser();
    expect(await importFile(other, await collect(exportJson(user)))).toMatchObject({ imported: 1, failed: [] });
    expect(await openConversation(other, id)).toMatchObject({ conversation: { title }, messages: [{ parts: [{ text: content }] }] });

    const message = { author: { role: 'user' }, content: { content_type: 'text', parts: [`x${content}`] } };
    expect(await importFile(other, JSON.stringify([{ conversation_id: 'long', mapping: { a: { id: 'a', message } } }]))).toMatchObject({ imported: 1, failed: [] });
  });

  it('gives no call to a turn of another conversation, whose counters would not know of it', async () => {
    const { prisma } = await getDatabase();
    const question = async (id: string) => {
      const { messageIds } = await writeConversation(user, [{ content: 'add milk' }], { id });
      return writeTurn(user, { conversationId: id, userMessageId: messageIds[0] ?? '' });
    };
    const [here, gone] = [v7(), v7()];
    const call = await writeToolCall(user, { turnId: await question(gone) });
    await writeChange(user, call);
    const file = await collect(exportJson(user));
    await prisma.conversation.delete({ where: { userId_id: { userId: user, id: gone } } });
    const turn = await question(here);
    const { turns } = JSON.parse(file).conversations[0].messages[0];
    expect(await importFile(user, file.replaceAll(turns[0].id, turn))).toMatchObject({ imported: 1, failed: [] });
    expect(await recountConversations(user)).toEqual([]);
  });

  it('answers an imported question anew', async () => {
    const { id, messageIds } = await writeConversation(user, [{ content: 'hello' }]);
    const other = await createUser();
    await importFile(other, await collect(exportJson(user)));
    const retry = { userId: other, conversationId: id, messageId: messageIds[0] ?? '', attemptId: v7() };
    const { stream, ended } = await retryTurn(retry);
    await stream.cancel();
    await ended;
    expect((await snapshot(other, id)).turns).toMatchObject([{ attempt: 1, status: 'completed' }]);
  });

  it('imports ChatGPT\'s conversations, their branches and the one on screen, again without doubles', async () => {
    const node = (id: string, parent: string | null, role?: string, text?: string, more: object = {}) => ({
      id, parent, children: [],
      message: role ? { id, author: { role }, create_time: 1_700_000_000.5, content: { content_type: 'text', parts: [text] }, recipient: 'all', ...more } : null,
    });
    const nodes = [
      node('root', null),
      node('system', 'root', 'system', 'You are'),
      node('0190163d-8694-739b-aea5-966c26f8ad91', 'system', 'user', 'Hello'),
      node('call', '0190163d-8694-739b-aea5-966c26f8ad91', 'assistant', 'search()', { recipient: 'browser' }),
      node('tool', 'call', 'tool', 'result'),
      node('answer', 'tool', 'assistant', 'Hi there'),
      node('again', 'tool', 'assistant', 'Hi again'),
      node('loop-a', 'loop-b', 'user', 'in a circle'),
      node('loop-b', 'loop-a', 'user', 'in a circle'),
    ];
    const mapping = Object.fromEntries(nodes.map((each) => [each.id, each]));
    const file = JSON.stringify([
      { title: 'Greeting', create_time: 1_700_000_000, update_time: 1_700_000_100, mapping, current_node: 'answer', conversation_id: 'abc' },
      { title: 'Empty', mapping: { root: node('root', null) } },
      { title: 'Broken', mapping: 7 },
    ]);
    expect(await importFile(user, file)).toMatchObject({ imported: 1, messages: 3, unchanged: 1, failedCount: 1, failed: [{ title: 'Broken' }] });
    expect(await importFile(user, file)).toMatchObject({ imported: 0, messages: 0, unchanged: 2 });
    const { items } = await listConversations(user);
    expect(items).toMatchObject([{ title: 'Greeting', createdAt: '2023-11-14T22:13:20.000Z', messageCount: 3 }]);
    const page = await openConversation(user, items[0]?.id ?? '');
    expect(page?.messages.map(({ role, parts }) => [role, parts])).toEqual([
      ['user', [{ type: 'text', text: 'Hello' }]],
      ['assistant', [{ type: 'text', text: 'Hi there' }]],
    ]);
    expect(page?.messages[1]?.metadata?.siblings).toHaveLength(2);
  });
});
