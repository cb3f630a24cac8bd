import { v7 } from 'uuid';
import { beforeEach, expect, it, vi } from 'vitest';
import { getDatabase } from '@/lib/db/database';
import { retryTurn } from '@/lib/turns/retry-turn';
import { startChat } from '@/lib/turns/start-chat';
import { stopTurn } from '@/lib/turns/stop-turn';
import { createUser, onEachDatabase } from '@/tests/support/databases';
import { words } from '@/tests/support/openai-replies';
import { addMilk, hear, request, stored } from './hearing';
import { withModelServer } from './model-server';

const model = withModelServer();
beforeEach(() => {
  model().journal.length = 0;
});

onEachDatabase(() => {
  it('keeps the answer, its tokens and a better title', async () => {
    const userId = await createUser();
    model().answer({ text: 'Hello there.', usage: { input: 30, output: 4 } });
    const said = request(userId, 'hello');
    expect(await hear(await startChat(said))).toMatchObject({ text: 'Hello there.', error: null });
    const { messages, turns, conversation, chunks } = await stored(userId, said.conversationId);
    expect(messages.map(({ role, content }) => [role, content])).toEqual([['user', 'hello'], ['assistant', 'Hello there.']]);
    expect(turns).toMatchObject([{ status: 'completed', tokensIn: 30, tokensOut: 4, model: 'gpt-5.1' }]);
    expect(conversation).toMatchObject({ title: 'A made-up title', titleSource: 'model', messageCount: 2 });
    expect(chunks).toBe(0);
  });

  it('carries out tool calls and records them with the message', async () => {
    const userId = await createUser();
    model().answer(({ toolOutputs }) => (toolOutputs.length === 0 ? addMilk : { text: 'Added "Milk" (1).' }));
    const said = request(userId, 'add milk');
    const heard = await hear(await startChat(said));
    expect(heard).toMatchObject({ tools: ['create_tasks'], text: 'Added "Milk" (1).' });
    const { messages, calls, tasks, conversation } = await stored(userId, said.conversationId);
    expect(tasks).toMatchObject([{ title: 'Milk', number: 1 }]);
    expect(calls).toMatchObject([{ state: 'ok', tool: 'create_tasks', source: 'chat' }]);
    expect(messages[1]).toMatchObject({ skillUsed: 'TaskManagementSkill', content: 'Added "Milk" (1).' });
    expect(messages[1]?.parts).toEqual([{ type: 'tool', id: calls[0]?.id }, { type: 'text', text: 'Added "Milk" (1).' }]);
    expect(conversation).toMatchObject({ tasksCreated: 1, tasksCompleted: 0 });
  });

  it('runs the calls of one step in order, and skips those after a failure', async () => {
    const userId = await createUser();
    const call = (name: string, input: unknown) => ({ name, arguments: input });
    model().answer(({ toolOutputs }) =>
      toolOutputs.length > 0
        ? { text: 'One done, one failed, one skipped.' }
        : {
            calls: [
              call('create_tasks', { tasks: [{ title: 'Eggs' }] }),
              call('complete_tasks', { tasks: ['no such thing'] }),
              call('create_tasks', { tasks: [{ title: 'Ham \0' }] }),
            ],
          },
    );
    const said = request(userId, 'add eggs, complete no such thing, add ham');
    await hear(await startChat(said));
    const { calls, tasks, messages } = await stored(userId, said.conversationId);
    expect(calls.map(({ state }) => state)).toEqual(['ok', 'error', 'skipped']);
    expect(tasks.map(({ title }) => title)).toEqual(['Eggs']);
    expect(messages[1]?.parts).toHaveLength(4);
  });

  it('goes on when the listener leaves', async () => {
    const userId = await createUser();
    model().answer({ text: words(40), wordMs: 5 });
    const said = request(userId, 'talk');
    const { stream, ended } = await startChat(said);
    const reader = stream.getReader();
    for (let heard = 0; heard < 5; heard++) await reader.read();
    await reader.cancel();
    await ended;
    expect((await stored(userId, said.conversationId)).messages[1]?.content).toBe(words(40));
  });

  it('gives the same answer to the same message id, during and after, and asks the model once', async () => {
    const userId = await createUser();
    model().answer({ text: words(30), wordMs: 10 });
    const said = request(userId, 'talk');
    const first = hear(await startChat(said));
    await model().waitFor(({ wordsSent }) => wordsSent > 3);
    const during = hear(await startChat(said));
    expect((await first).text).toBe(words(30));
    expect((await during).text).toBe(words(30));
    expect((await hear(await startChat(said))).text).toBe(words(30));
    expect(model().journal.filter(({ tools }) => tools.length > 0)).toHaveLength(1);
    expect((await stored(userId, said.conversationId)).messages).toHaveLength(2);
  });

  it('refuses a second message while one is answered, and keeps nothing of it', async () => {
    const userId = await createUser();
    model().answer({ text: words(20), wordMs: 10 });
    const said = request(userId, 'talk');
    const { ended } = await startChat(said);
    await expect(startChat(request(userId, 'and another', said.conversationId))).rejects.toMatchObject({
      code: 'turn_running',
      status: 409,
    });
    await ended;
    expect((await stored(userId, said.conversationId)).messages).toHaveLength(2);
  });

  it.each(['message', 'retry'] as const)('takes a %s after all where the answer in its way ends meanwhile', async (kind) => {
    const userId = await createUser();
    model().answer({ text: 'Hello.' });
    const said = request(userId, 'talk');
    await hear(await startChat(said));
    const { prisma } = await getDatabase();
    const where = { userId, conversationId: said.conversationId };
    await prisma.turn.updateMany({ where, data: { status: 'running', endedAt: null } });
    // It ends after the request was refused, and before it is asked why.
    const real = prisma.$queryRaw.bind(prisma);
    const query = vi.spyOn(prisma, '$queryRaw').mockImplementation((async (...args: Parameters<typeof real>) => {
      const rows = await real(...args);
      const refused = JSON.stringify(args[0]).includes('INSERT INTO turn') && (rows as unknown[]).length === 0;
      if (refused) await prisma.turn.updateMany({ where, data: { status: 'completed', endedAt: new Date() } });
      return rows;
    }) as typeof prisma.$queryRaw);
    try {
      const { conversationId, messageId } = said;
      const answering = kind === 'message'
        ? startChat(request(userId, 'and another', conversationId))
        : retryTurn({ userId, conversationId, messageId, attemptId: v7() });
      expect((await hear(await answering)).text).toBe('Hello.');
    } finally {
      query.mockRestore();
    }
  });

  it('stops: the model is hung up on, and what was said is kept', async () => {
    const userId = await createUser();
    model().answer({ text: words(500), wordMs: 20 });
    const said = request(userId, 'talk');
    const { ended } = await startChat(said);
    await model().waitFor(({ wordsSent }) => wordsSent > 3);
    expect(await stopTurn(userId, said.conversationId)).toBe(true);
    await ended;
    const entry = await model().waitFor(({ end }) => end !== 'open');
    expect(entry.end).toBe('hung_up');
    const { messages, turns } = await stored(userId, said.conversationId);
    expect(turns).toMatchObject([{ status: 'stopped', errorCode: null }]);
    expect(messages[1]?.content).toMatch(/^word0 word1 word2/);
    expect(await stopTurn(userId, said.conversationId)).toBe(false);
  });

  it('hands recorded results to a retry and never runs them again', async () => {
    const userId = await createUser();
    model().answer(({ toolOutputs }) => (toolOutputs.length === 0 ? addMilk : { text: words(9), breakAfter: 2 }));
    const said = request(userId, 'add milk');
    expect((await hear(await startChat(said))).error).not.toBeNull();
    model().answer(({ toolOutputs }) => (toolOutputs.length === 0 ? addMilk : { text: 'There is milk now.' }));
    const attempt = { userId, conversationId: said.conversationId, messageId: said.messageId, attemptId: v7() };
    const retried = await hear(await retryTurn(attempt));
    expect(retried).toMatchObject({ tools: ['create_tasks'], text: 'There is milk now.' });
    expect((await hear(await retryTurn(attempt))).text).toBe('There is milk now.');
    const { tasks, turns, messages, conversation } = await stored(userId, said.conversationId);
    expect(tasks).toHaveLength(1);
    expect(turns.map(({ status }) => status)).toEqual(['failed', 'completed']);
    expect(messages).toHaveLength(3);
    expect(messages[2]?.parentId).toBe(said.messageId);
    expect(conversation).toMatchObject({ tasksCreated: 1, leafId: messages[2]?.id });
  });

  it('answers with the built-in assistant where it is asked for', async () => {
    const userId = await createUser();
    model().answer({ status: 401 });
    const said = request(userId, 'add milk');
    await hear(await startChat(said));
    const asked = model().journal.length;
    const attempt = { userId, conversationId: said.conversationId, messageId: said.messageId, attemptId: v7() };
    const retried = await hear(await retryTurn({ ...attempt, model: 'built-in' }));
    expect(retried.tools).toEqual(['create_tasks']);
    expect(model().journal).toHaveLength(asked);
    expect((await stored(userId, said.conversationId)).tasks.map(({ title }) => title.toLowerCase())).toEqual(['milk']);
  });

  it('shows the model the open tasks as they are when the message comes, and after what the message allowed', async () => {
    const userId = await createUser();
    const remove = { calls: [{ name: 'delete_tasks', arguments: { filter: { status: 'pending' } } }] };
    model().answer(({ userText, toolOutputs }) => {
      if (toolOutputs.length > 0) return { text: 'Done.' };
      return userText === 'add milk' ? addMilk : userText.startsWith('delete') ? remove : { text: 'Hello.' };
    });
    const { conversationId } = request(userId, '');
    const say = async (text: string) => hear(await startChat(request(userId, text, conversationId)));
    const shown = () => JSON.stringify(model().journal.findLast(({ tools }) => tools.length > 0)?.body.input?.[0]);
    await say('add milk');
    expect(shown()).not.toContain('Milk');
    await say('hello');
    expect(shown()).toContain(String.raw`{\"number\":1,\"title\":\"Milk\"}`);
    await say('delete everything');
    await say('yes');
    expect(shown()).not.toContain('Milk');
  });

  it('keeps users’ texts out of the provider’s storage', async () => {
    const userId = await createUser();
    model().answer({ text: 'Ok.' });
    await hear(await startChat(request(userId, 'hello')));
    const [entry] = model().journal.filter(({ tools }) => tools.length > 0);
    expect(entry?.body).toMatchObject({ store: false });
    expect(entry?.tools).toContain('create_tasks');
  });
});
