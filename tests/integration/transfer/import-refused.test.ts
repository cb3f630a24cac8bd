import { v7 } from 'uuid';
import { beforeEach, expect, it } from 'vitest';
import { listConversations } from '@/lib/conversations/list-conversations';
import { openConversation } from '@/lib/conversations/open-conversation';
import { getDatabase } from '@/lib/db/database';
import { exportJson } from '@/lib/transfer/export-json';
import { importFile } from '@/lib/transfer/import-file';
import { createUser, onEachDatabase } from '../../support/databases';
import { writeConversation } from '../conversations/fixtures';
import { collect } from './fixtures';

onEachDatabase(() => {
  let user: string;
  beforeEach(async () => {
    user = await createUser();
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

  const words = { parts: ['hi'], content_type: 'text' };
  it.each<[string, object, string]>([
    ['a mapping that is none', { mapping: [] }, 'Its list of messages is missing, or is not what an export has there.'],
    ['a mapping that is nothing', { mapping: null }, 'Its list of messages is missing, or is not what an export has there.'],
    ['a node that is none', { mapping: { a: 1 } }, 'One of its messages is missing, or is not what an export has there.'],
    ['a speaker that is none', { mapping: { a: { id: 'a', message: { author: 'me', content: words } } } }, 'The speaker of one of its messages is missing, or is not what an export has there.'],
    ['a title that is none', { title: 7, mapping: {} }, 'Its title is missing, or is not what an export has there.'],
    ['a title and nothing else', { title: 'x', mapping: { a: { id: 'a', message: { author: { role: 'user' } } } } }, 'The text of one of its messages is missing, or is not what an export has there.'],
  ])('says of a conversation of ChatGPT with %s what is wrong, in words', async (_, conversation, reason) => {
    expect((await importFile(user, JSON.stringify([conversation]))).failed).toEqual([{ title: expect.any(String), reason }]);
  });

  it('says which message of an export is wrong, and which rule it breaks', async () => {
    const reasonOf = async (text: string, by: string) => {
      const file = JSON.parse(await collect(exportJson(user)));
      const [conversation] = file.conversations;
      Object.assign(text === 'title' ? conversation : conversation.messages[1], { [text]: by });
      return (await importFile(user, JSON.stringify(file))).failed[0]?.reason;
    };
    await writeConversation(user, [{}, {}]);
    expect(await reasonOf('content', 'x'.repeat(200_001))).toBe('The text of message 2 cannot be taken. At most 200,000 characters.');
    expect(await reasonOf('createdAt', 'yesterday')).toBe('The date of message 2 is missing, or is not what an export has there.');
    expect(await reasonOf('title', 'x'.repeat(201))).toBe('Its title cannot be taken. At most 200 characters.');
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

  it('refuses a later version of the format, and takes characters that the database does not', async () => {
    await expect(importFile(user, '{"format":"sayso.conversations","version":2,"conversations":[]}')).rejects.toMatchObject({ code: 'unsupported_version' });
    const { id } = await writeConversation(user, [{ content: 'MARK' }], { title: 'Odd' });
    const file = (await collect(exportJson(user))).replace('MARK', 'a\\u0000b\\ud800c');
    const other = await createUser();
    expect(await importFile(other, file)).toMatchObject({ imported: 1 });
    expect((await openConversation(other, id))?.messages[0]?.parts).toEqual([{ type: 'text', text: 'ab\uFFFDc' }]);
  });
});
