import { v7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { deleteConversation } from '@/lib/conversations/delete-conversation';
import { listMessages } from '@/lib/conversations/list-messages';
import { loadBranch } from '@/lib/conversations/load-branch';
import { openConversation } from '@/lib/conversations/open-conversation';
import { setLeaf } from '@/lib/conversations/set-leaf';
import { countStatements, createUser, onEachDatabase } from '../../support/databases';
import { addMessages, writeChange, writeConversation, writeLongConversation, writeToolCall, writeTurn } from './fixtures';

onEachDatabase(() => {
  let user: string;
  let stranger: string;
  beforeAll(async () => {
    user = await createUser();
    stranger = await createUser();
  });

  const contents = (messages: { parts: { type: string; text?: string }[] }[]) => messages.map(({ parts }) => parts[0]?.text);

  it('opens at the newest page, oldest message first, and goes up page by page without a gap', async () => {
    const { id, messageIds } = await writeConversation(user, Array.from({ length: 53 }, () => ({})));
    const seen: string[] = [];
    let before: string | null = null;
    const sizes: number[] = [];
    do {
      const page = await openConversation(user, id, { before });
      if (!page) throw new Error('not opened');
      seen.unshift(...page.messages.map((message) => message.id));
      sizes.push(page.messages.length);
      before = page.nextCursor;
      if (sizes.length === 1) await addMessages(user, id, [{ content: 'said meanwhile' }], messageIds.at(-1) ?? null);
    } while (before);
    expect(sizes).toEqual([20, 20, 13]);
    expect(seen).toEqual(messageIds);
  });

  it('takes three statements with tool calls, for 20 and for 5,000 messages', async () => {
    const long = await writeLongConversation(user, 4_998);
    const [userMessageId = ''] = await addMessages(user, long.id, [{ content: 'add milk' }], long.lastId);
    const turnId = await writeTurn(user, { conversationId: long.id, userMessageId });
    const call = await writeToolCall(user, { turnId });
    await addMessages(user, long.id, [{ role: 'assistant', content: 'Done.', parts: [{ type: 'tool', id: call }, { type: 'text', text: 'Done.' }] }], userMessageId);
    const opened = await countStatements(() => openConversation(user, long.id));
    expect(opened.count).toBe(3);
    expect(opened.result?.messages).toHaveLength(20);
    expect(opened.result?.conversation.messageCount).toBe(5_000);
    const plain = await writeConversation(user, Array.from({ length: 20 }, () => ({})));
    expect((await countStatements(() => openConversation(user, plain.id))).count).toBe(2);
  });

  it('clamps the limit to 1–100', async () => {
    const { id } = await writeConversation(user, Array.from({ length: 120 }, () => ({})));
    const sizes = [];
    for (const limit of [0, -5, 1, 7, 100, 5_000, undefined]) sizes.push((await openConversation(user, id, { limit }))?.messages.length);
    expect(sizes).toEqual([1, 1, 1, 7, 100, 100, 20]);
  });

  it('shows one branch, with the siblings of each message, and switches to the newest message of another', async () => {
    const { id, messageIds } = await writeConversation(user, [{ content: 'first' }, { content: 'answer' }, { content: 'old' }, { content: 'old answer' }]);
    const [first = '', answer = '', old = '', oldAnswer = ''] = messageIds;
    const [edited = '', retry = ''] = await addMessages(user, id, [{ content: 'new' }, { content: 'new answer' }], answer);
    const [again = ''] = await addMessages(user, id, [{ role: 'assistant', content: 'other answer' }], edited);
    const page = await openConversation(user, id);
    expect(contents(page?.messages ?? [])).toEqual(['first', 'answer', 'new', 'other answer']);
    expect(page?.messages.map(({ metadata }) => metadata?.siblings)).toEqual([undefined, undefined, [old, edited], [retry, again]]);
    expect(page?.nextCursor).toBeNull();
    expect(await setLeaf(user, id, old)).toBe(oldAnswer);
    expect(contents((await openConversation(user, id))?.messages ?? [])).toEqual(['first', 'answer', 'old', 'old answer']);
    expect(await setLeaf(user, id, first)).toBe(again);
    expect(await setLeaf(user, id, retry)).toBe(retry);
    await expect(setLeaf(user, id, v7())).rejects.toMatchObject({ status: 404 });
    const other = await writeConversation(user, [{}]);
    await expect(setLeaf(user, id, other.messageIds[0] ?? '')).rejects.toMatchObject({ status: 404 });
    await expect(setLeaf(stranger, id, first)).rejects.toMatchObject({ status: 404 });
  });

  it('names the siblings of an edited first message', async () => {
    const { id, messageIds } = await writeConversation(user, [{ content: 'first' }]);
    const [edited] = await addMessages(user, id, [{ content: 'first, edited' }], null);
    const page = await openConversation(user, id);
    expect(page?.messages.map(({ metadata }) => metadata?.siblings)).toEqual([[messageIds[0], edited]]);
  });

  it('tells of every message the turn that made it, of a user message its newest', async () => {
    const { id, messageIds } = await writeConversation(user, [{}, {}]);
    const [question = '', answer = ''] = messageIds;
    const first = await writeTurn(user, { conversationId: id, userMessageId: question, answerId: answer });
    const second = await writeTurn(user, { conversationId: id, userMessageId: question, attempt: 2, status: 'failed', errorCode: 'model_timeout' });
    const page = await openConversation(user, id);
    expect(page?.messages.map(({ metadata }) => metadata?.turn)).toMatchObject([
      { id: second, status: 'failed', attempt: 2, error: { code: 'model_timeout' } },
      { id: first, status: 'completed', attempt: 1, error: null, model: 'built-in' },
    ]);
    expect(page?.conversation.turn).toMatchObject({ id: second, status: 'failed', error: { code: 'model_timeout', message: expect.any(String) } });
    const running = await writeTurn(user, { conversationId: id, userMessageId: question, attempt: 3, status: 'running' });
    expect((await openConversation(user, id))?.conversation.turn).toEqual({ id: running, status: 'running', error: null });
  });

  it('fills tool parts from the recorded calls, by their state', async () => {
    const { id, messageIds } = await writeConversation(user, [{}]);
    const turnId = await writeTurn(user, { conversationId: id, userMessageId: messageIds[0] ?? '' });
    const done = await writeToolCall(user, { turnId });
    const failed = await writeToolCall(user, { turnId, state: 'error', result: { ok: false, code: 'not_found', message: 'No task 9.' } });
    const skipped = await writeToolCall(user, { turnId, state: 'skipped', result: undefined });
    const preview = { ok: true, message: 'Deletes 3 tasks.' };
    const waiting = await writeToolCall(user, { turnId, state: 'requested', result: preview });
    const refused = await writeToolCall(user, { turnId, state: 'rejected', result: preview });
    const gone = v7();
    const parts = [
      ...[done, failed, skipped].map((call) => ({ type: 'tool', id: call })),
      { type: 'text', text: 'So.' },
      ...[waiting, refused].map((call) => ({ type: 'approval', id: call })),
      { type: 'tool', id: gone },
      { type: 'hologram', id: gone },
    ];
    const [answer = ''] = await addMessages(user, id, [{ role: 'assistant', content: 'So.', parts }], messageIds[0] ?? null);
    const page = await openConversation(user, id);
    const part = { type: 'tool-create_tasks', input: { tasks: [{ title: 'Buy milk' }] } };
    expect(page?.messages[1]?.parts).toEqual([
      { ...part, toolCallId: `call-${done}`, state: 'output-available', output: { ok: true, id: done, message: 'Created "Buy milk" (1).' } },
      { ...part, toolCallId: `call-${failed}`, state: 'output-available', output: { ok: false, id: failed, code: 'not_found', message: 'No task 9.' } },
      { ...part, toolCallId: `call-${skipped}`, state: 'output-available', output: { ok: false, id: skipped, code: 'skipped', message: expect.any(String) } },
      { type: 'text', text: 'So.' },
      { ...part, toolCallId: `call-${waiting}`, state: 'approval-requested', approval: { id: waiting } },
      { type: 'data-approval', id: waiting, data: { id: waiting, toolCallId: `call-${waiting}`, tool: 'create_tasks', message: 'Deletes 3 tasks.', state: 'requested', preview } },
      { ...part, toolCallId: `call-${refused}`, state: 'output-denied', approval: { id: refused, approved: false, reason: expect.any(String) } },
      { type: 'data-approval', id: refused, data: { id: refused, toolCallId: `call-${refused}`, tool: 'create_tasks', message: 'Deletes 3 tasks.', state: 'rejected', preview } },
    ]);
    expect(await loadBranch(user, id, answer, 1)).toEqual(page?.messages.slice(1));
  });

  it('calls a tool call undone when every change of it is', async () => {
    const { id, messageIds } = await writeConversation(user, [{}]);
    const turnId = await writeTurn(user, { conversationId: id, userMessageId: messageIds[0] ?? '' });
    const undo = await writeToolCall(user, { turnId, tool: 'undo' });
    const [whole, half, none] = [await writeToolCall(user, { turnId }), await writeToolCall(user, { turnId }), await writeToolCall(user, { turnId })];
    await writeChange(user, whole, { undoneBy: undo });
    await writeChange(user, whole, { undoneBy: undo });
    await writeChange(user, half, { undoneBy: undo });
    await writeChange(user, half);
    await writeChange(user, none);
    const parts = [whole, half, none].map((call) => ({ type: 'tool', id: call }));
    await addMessages(user, id, [{ role: 'assistant', content: '', parts }], messageIds[0] ?? null);
    expect((await openConversation(user, id))?.messages[1]?.metadata?.undone).toEqual([whole]);
    const { items } = await listMessages(user, id);
    expect(items[1]?.toolCalls.map(({ undoneAt }) => undoneAt)).toEqual([expect.stringMatching(/^\d{4}-.*Z$/), null, null]);
    expect(items[1]?.toolCalls[0]).toMatchObject({ id: whole, tool: 'create_tasks', skill: 'TaskManagementSkill', state: 'ok', arguments: { tasks: [{ title: 'Buy milk' }] }, result: { ok: true } });
  });

  it('loads the newest messages of any branch for a model', async () => {
    const { id, messageIds } = await writeConversation(user, Array.from({ length: 30 }, () => ({})));
    const middle = messageIds[14] ?? '';
    expect((await loadBranch(user, id, middle, 10)).map((message) => message.id)).toEqual(messageIds.slice(5, 15));
    expect(await loadBranch(stranger, id, middle, 10)).toEqual([]);
    expect(await loadBranch(user, id, v7(), 10)).toEqual([]);
  });

  it('is null for other people, for unknown and malformed ids, and in the trash', async () => {
    const { id, messageIds } = await writeConversation(user, [{}, {}]);
    expect(await openConversation(stranger, id)).toBeNull();
    expect(await openConversation(user, v7())).toBeNull();
    expect(await openConversation(user, 'not-an-id')).toBeNull();
    expect((await openConversation(user, id.toUpperCase()))?.conversation.id).toBe(id);
    for (const before of ['x', v7(), messageIds[0] ?? ''])
      await expect(openConversation(user, id, { before })).rejects.toMatchObject({ code: 'invalid_cursor', status: 400 });
    await expect(listMessages(user, 'x')).rejects.toMatchObject({ code: 'invalid_id', status: 400 });
    await expect(listMessages(stranger, id)).rejects.toMatchObject({ code: 'not_found', status: 404 });
    await expect(listMessages(user, id, { before: 'x' })).rejects.toMatchObject({ code: 'invalid_cursor' });
    await deleteConversation(user, id);
    expect(await openConversation(user, id)).toBeNull();
    await expect(listMessages(user, id)).rejects.toMatchObject({ code: 'not_found' });
  });
});
