import { expect, it } from 'vitest';
import { decideTurn } from '@/lib/turns/decide-turn';
import { retryTurn } from '@/lib/turns/retry-turn';
import { startChat } from '@/lib/turns/start-chat';
import { createUser, onEachDatabase } from '@/tests/support/databases';
import { v7 } from 'uuid';
import { hear, request, stored } from './hearing';
import { withModelServer } from './model-server';

const model = withModelServer();
const open = { filter: { status: 'pending' } };
const complete = { name: 'complete_tasks', arguments: open };
const remove = { name: 'delete_tasks', arguments: { filter: { status: 'completed' } } };
const add = { name: 'create_tasks', arguments: { tasks: [{ title: 'Ham' }] } };

/** Somebody with two tasks, whose model wants both completed, both deleted and another added, all in one step. */
async function asked() {
  const userId = await createUser();
  model().answer(({ userText, toolOutputs }) => {
    if (userText === 'add') return toolOutputs.length > 0 ? { text: 'Added.' } : { calls: [{ name: 'create_tasks', arguments: { tasks: [{ title: 'Milk' }, { title: 'Eggs' }] } }] };
    if (toolOutputs.length === 0) return { calls: [complete, remove, add] };
    return toolOutputs.length === 3 ? { calls: [remove, add] } : { text: 'Done.' };
  });
  const { conversationId } = request(userId, '');
  await hear(await startChat(request(userId, 'add', conversationId)));
  const said = request(userId, 'complete them, delete them and add ham', conversationId);
  const answer = await hear(await startChat(said));
  const state = async () => {
    const { calls, tasks, messages } = await stored(userId, conversationId);
    return { messages, calls: calls.slice(1).map(({ tool, state }) => `${tool} ${state}`), tasks: tasks.map(({ title, status }) => `${title} ${status}`) };
  };
  const decide = async (approved: boolean) => {
    const waiting = (await stored(userId, conversationId)).calls.find(({ state }) => state === 'requested');
    return hear(await decideTurn(userId, conversationId, { approvalId: waiting?.id ?? '', approved }));
  };
  return { userId, said, answer, state, decide };
}

const requests = () => model().journal.filter(({ tools }) => tools.length > 0);

onEachDatabase(() => {
  it('a call that comes after one that waits for approval waits as well', async () => {
    const { answer, state } = await asked();
    expect(answer.text).toMatch(/^This would complete 2 tasks/);
    expect(await state()).toMatchObject({
      calls: ['complete_tasks requested', 'delete_tasks skipped', 'create_tasks skipped'],
      tasks: ['Milk pending', 'Eggs pending'],
    });
  });

  it('approved, the model learns what is left and asks for the next', async () => {
    const { answer: first, state, decide } = await asked();
    const second = await decide(true);
    expect(first.tools).toEqual(['complete_tasks', 'delete_tasks', 'create_tasks']);
    const outputs = requests().at(-1)?.toolOutputs ?? [];
    expect(outputs.map((output) => (JSON.parse(output) as { message: string }).message)).toEqual([
      expect.stringMatching(/^Not done yet/), expect.stringMatching(/^Not done yet/), expect.stringMatching(/^Completed 2 tasks/),
    ]);
    expect(second.text).toMatch(/^This would delete 2 tasks/);
    expect((await state()).tasks).toEqual(['Milk completed', 'Eggs completed']);

    const last = await decide(false);
    expect(last.text).toBe('You said no, so that was not done. What was to come after it was not done either.');
    const { tasks, messages } = await state();
    expect(tasks).toEqual(['Milk completed', 'Eggs completed']);
    // Each answer follows the one before: no branches.
    expect(messages.slice(-3).map(({ parentId }) => parentId)).toEqual(messages.slice(-4, -1).map(({ id }) => id));
    // The model is told every call as it made it, with one result each.
    model().answer({ text: 'Hello.' });
    await hear(await startChat(request(messages[0]?.userId ?? '', 'hello', messages[0]?.conversationId)));
    const input = requests().at(-1)?.body.input ?? [];
    const idsOf = (type: string) => input.flatMap((item) => (item.type === type ? [item.call_id] : [])).sort();
    expect(new Set(idsOf('function_call')).size).toBe(6);
    expect(idsOf('function_call_output')).toEqual(idsOf('function_call'));
  });

  it('refused, nothing of it is done, which is said without asking the model', async () => {
    const { state, decide } = await asked();
    const before = requests().length;
    expect((await decide(false)).text).toBe('You said no, so that was not done. What was to come after it was not done either.');
    expect(requests()).toHaveLength(before);
    expect((await state()).tasks).toEqual(['Milk pending', 'Eggs pending']);
  });

  it('the assistant that asked goes on, also where the other model fails', async () => {
    const { userId, said, decide, state } = await asked();
    const retry = { userId, conversationId: said.conversationId, messageId: said.messageId, attemptId: v7(), model: 'built-in' } as const;
    model().answer({ status: 401 });
    const { messageId } = request(userId, '');
    await hear(await startChat({ ...request(userId, 'complete all tasks and add salt', said.conversationId), messageId }));
    expect((await hear(await retryTurn({ ...retry, messageId }))).text).toMatch(/^This would complete 2 tasks/);
    expect(await decide(true)).toMatchObject({ error: null, tools: ['complete_tasks', 'create_tasks'] });
    expect((await state()).tasks).toEqual(['Milk completed', 'Eggs completed', 'salt pending']);
  });
});
