import { v7 } from 'uuid';
import { beforeEach, expect, it } from 'vitest';
import { deleteConversation } from '@/lib/conversations/delete-conversation';
import { getConversation } from '@/lib/conversations/get-conversation';
import { listConversations } from '@/lib/conversations/list-conversations';
import { openConversation } from '@/lib/conversations/open-conversation';
import { pinConversation } from '@/lib/conversations/pin-conversation';
import { recountMessages } from '@/lib/conversations/recount-messages';
import { getDatabase } from '@/lib/db/database';
import { recountConversations } from '@/lib/tasks/recount-conversations';
import { exportJson } from '@/lib/transfer/export-json';
import { exportMarkdown } from '@/lib/transfer/export-markdown';
import { importFile } from '@/lib/transfer/import-file';
import { retryTurn } from '@/lib/turns/retry-turn';
import { countStatements, createUser, onEachDatabase } from '../../support/databases';
import { addMessages, writeChange, writeConversation, writeLongConversation, writeToolCall, writeTurn } from '../conversations/fixtures';

async function collect(pieces: AsyncGenerator<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

onEachDatabase(() => {
  let user: string;
  beforeEach(async () => {
    user = await createUser();
  });

  /** A conversation with a branch, a tool call, an open approval and feedback. */
  async function writeRich(): Promise<string> {
    const at = new Date('2026-03-01T10:00:00Z');
    const { id, messageIds } = await writeConversation(user, [{ content: 'add milk', createdAt: at }], { title: 'Milk *and* more', createdAt: at, updatedAt: at });
    const [question = ''] = messageIds;
    const answer = v7();
    const turnId = await writeTurn(user, { conversationId: id, userMessageId: question, answerId: answer });
    const call = await writeToolCall(user, { turnId, actionTaken: 'Created "Buy milk" (1).' });
    const waiting = await writeToolCall(user, { turnId, state: 'requested', tool: 'delete_tasks', result: { ok: true, message: 'Deletes 3 tasks.' } });
    const parts = [{ type: 'tool', id: call }, { type: 'approval', id: waiting }, { type: 'text', text: 'Done.' }];
    await addMessages(user, id, [{ id: answer, role: 'assistant', content: 'Done.', parts, skillUsed: 'TaskManagementSkill', createdAt: at }], question);
    await addMessages(user, id, [{ role: 'assistant', content: 'Other answer.', createdAt: at }], question);
    const { prisma } = await getDatabase();
    await prisma.message.update({ where: { userId_id: { userId: user, id: answer } }, data: { feedback: 1, feedbackComment: 'good' } });
    await prisma.conversation.update({ where: { userId_id: { userId: user, id } }, data: { leafId: answer } });
    await pinConversation(user, id, true);
    return id;
  }

  const snapshot = async (owner: string, id: string) => {
    const { prisma } = await getDatabase();
    const where = { userId: owner, conversationId: id };
    const messages = await prisma.message.findMany({ where, orderBy: { position: 'asc' }, omit: { userId: true } });
    const turns = await prisma.turn.findMany({ where, orderBy: { id: 'asc' }, omit: { userId: true, leaseToken: true, leaseExpiresAt: true } });
    const conversation = await prisma.conversation.findFirst({ where: { userId: owner, id }, omit: { userId: true, readAt: true } });
    return { messages, turns, conversation };
  };

  it('gives another account everything back from our own JSON, and adds nothing the second time', async () => {
    const id = await writeRich();
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
    const id = await writeRich();
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

  it('leaves out the trash and other people', async () => {
    const kept = await writeConversation(user, [{ content: 'kept' }]);
    const deleted = await writeConversation(user, [{ content: 'deleted' }]);
    await deleteConversation(user, deleted.id);
    await writeConversation(await createUser(), [{ content: 'foreign' }]);
    const file = JSON.parse(await collect(exportJson(user)));
    expect(file).toMatchObject({ format: 'sayso.conversations', version: 1, conversations: [{ id: kept.id }] });
    expect(file.conversations).toHaveLength(1);
    expect(await collect(exportMarkdown(user))).not.toMatch(/deleted|foreign/);
  });

  it('writes Markdown of the branch on screen, with what was done', async () => {
    const id = await writeRich();
    expect(await collect(exportMarkdown(user, id))).toBe(
      '# Milk \\*and\\* more\n\n2026-03-01\n\n## You · 2026-03-01 10:00 UTC\n\nadd milk\n\n' +
        '## Sayso · 2026-03-01 10:00 UTC\n\nDone.\n\n- Created "Buy milk" (1).\n',
    );
  });

  it('reads 2,000 messages in batches, whole in both formats', async () => {
    const { id } = await writeLongConversation(user, 2_000);
    const { count, result } = await countStatements(async () => {
      const pieces: number[] = [];
      for await (const piece of exportJson(user, id)) pieces.push(piece.length);
      return pieces;
    });
    expect(count).toBeLessThan(20);
    expect(Math.max(...result)).toBeLessThan(2_000);
    expect((await collect(exportMarkdown(user, id))).match(/^Message \d+$/gm)).toHaveLength(2_000);
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

  it.each<[string, { messages?: object[] | string; createdAt?: string; id?: string; title?: string }]>([
    ['a parent that is missing', { messages: [{ parentId: v7() }] }],
    ['a message twice', { messages: [{ id: '0190163d-8694-739b-aea5-966c26f8ad90' }, { id: '0190163d-8694-739b-aea5-966c26f8ad90' }] }],
    ['a message of 10,001 characters', { messages: [{ content: 'x'.repeat(10_001) }] }],
    ['a blank message', { messages: [{ content: ' \n ' }] }],
    ['a role of its own', { messages: [{ role: 'admin' }] }],
    ['a date that is none', { createdAt: 'yesterday' }],
    ['an id that is none', { id: '1' }],
    ['a title of 201 characters', { title: 'x'.repeat(201) }],
    ['no messages', { messages: 'none' }],
    ['deep nesting', { messages: [{ turns: [JSON.parse('['.repeat(2_000) + ']'.repeat(2_000))] }] }],
  ])('refuses %s, keeps nothing of that conversation, and takes the others', async (_, broken) => {
    const message = { id: v7(), parentId: null, role: 'user', content: 'hello', parts: null, skillUsed: null, feedback: null, feedbackComment: null, createdAt: '2026-01-01T00:00:00Z', turns: [] };
    const valid = { id: v7(), title: 'Fine', titleSource: 'user', pinnedAt: null, archivedAt: null, createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z', leafId: null, messages: [message] };
    const messages = Array.isArray(broken.messages) ? [{ ...message, id: v7() }, ...broken.messages.map((part: object) => ({ ...message, id: v7(), ...part }))] : broken.messages;
    const file = { format: 'sayso.conversations', version: 1, exportedAt: '', conversations: [{ ...valid, id: v7(), ...broken, ...(messages && { messages }) }, valid] };
    expect(await importFile(user, JSON.stringify(file))).toMatchObject({ imported: 1, messages: 1, failedCount: 1, failed: [{ reason: expect.any(String) }] });
    expect((await listConversations(user)).items.map(({ title }) => title)).toEqual(['Fine']);
    const { prisma } = await getDatabase();
    expect(await prisma.message.count({ where: { userId: user } })).toBe(1);
  });

  it('refuses a message that another conversation has', async () => {
    const { id } = await writeConversation(user, [{ content: 'mine' }], { title: 'First' });
    const file = (await collect(exportJson(user))).replaceAll(id, v7());
    expect(await importFile(user, file)).toMatchObject({ imported: 0, failedCount: 1 });
    expect((await listConversations(user)).items).toHaveLength(1);
  });

  it.each(['', '{', 'null', '0'.repeat(1_000_000), '[1]', '{"a":1}', '['.repeat(100_000), '[{"title":"x"}]', '{"format":"sayso.conversations","version":1}'])(
    'refuses a file that is none (%#)',
    async (text) => {
      await expect(importFile(user, text)).rejects.toMatchObject({ code: 'invalid_file', status: 400 });
    },
  );

  it('refuses a file of a million brackets before it is read', async () => {
    await expect(importFile(user, `${'['.repeat(1_000_001)}${']'.repeat(1_000_001)}`)).rejects.toMatchObject({ code: 'file_too_complex', status: 400 });
  });

  it('takes markup for what it is, a text', async () => {
    const [content, title] = ['<script>alert(1)</script> "quoted" \\ [{,', '<img src=x onerror=alert(1)>'];
    const { id } = await writeConversation(user, [{ content }], { title });
    const other = await createUser();
    expect(await importFile(other, await collect(exportJson(user)))).toMatchObject({ imported: 1, failedCount: 0 });
    expect(await openConversation(other, id)).toMatchObject({ conversation: { title }, messages: [{ parts: [{ type: 'text', text: content }] }] });
  });

  it('ends a file that broke off where the conversations end that are whole, and takes the rest the next time', async () => {
    const first = await writeConversation(user, [{}, {}], { title: 'First' });
    await writeConversation(user, [{}, {}, {}], { title: 'Second' });
    const file = await collect(exportJson(user));
    const other = await createUser();
    await expect(importFile(other, file.slice(0, -20))).rejects.toMatchObject({ code: 'invalid_file' });
    expect((await listConversations(other)).items).toEqual([]);
    const half = JSON.parse(file);
    half.conversations[1].messages[2].parentId = v7();
    expect(await importFile(other, JSON.stringify(half))).toMatchObject({ imported: 1, messages: 2, failedCount: 1 });
    expect((await listConversations(other)).items.map(({ id }) => id)).toEqual([first.id]);
    expect(await importFile(other, file)).toMatchObject({ imported: 1, messages: 3, unchanged: 1, failedCount: 0 });
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

  it('refuses a later version of the format, and takes characters that the database does not', async () => {
    await expect(importFile(user, '{"format":"sayso.conversations","version":2,"conversations":[]}')).rejects.toMatchObject({ code: 'unsupported_version' });
    const { id } = await writeConversation(user, [{ content: 'MARK' }], { title: 'Odd' });
    const file = (await collect(exportJson(user))).replace('MARK', 'a\\u0000b\\ud800c');
    const other = await createUser();
    expect(await importFile(other, file)).toMatchObject({ imported: 1 });
    expect((await openConversation(other, id))?.messages[0]?.parts).toEqual([{ type: 'text', text: 'ab\uFFFDc' }]);
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
