import { expect, it } from 'vitest';
import { decideTurn } from '@/lib/turns/decide-turn';
import { startChat } from '@/lib/turns/start-chat';
import { createUser, onEachDatabase } from '@/tests/support/databases';
import { hear, request, stored } from './hearing';
import { withModelServer } from './model-server';

const model = withModelServer();
const open = { filter: { status: 'pending' } };

onEachDatabase(() => {
  it('goes on from what came of the first of two approvals when the second is decided', async () => {
    const userId = await createUser();
    model().answer(({ userText, toolOutputs }) => {
      if (toolOutputs.length > 0) return { text: 'Done.' };
      if (userText === 'add') return { calls: [{ name: 'create_tasks', arguments: { tasks: [{ title: 'Milk' }, { title: 'Eggs' }] } }] };
      return { calls: [{ name: 'complete_tasks', arguments: open }, { name: 'delete_tasks', arguments: open }] };
    });
    const { conversationId } = request(userId, '');
    await hear(await startChat(request(userId, 'add', conversationId)));
    await hear(await startChat(request(userId, 'complete them and delete them', conversationId)));
    const waiting = (await stored(userId, conversationId)).calls.filter(({ state }) => state === 'requested');
    const idOf = (tool: string) => waiting.find((call) => call.tool === tool)?.id ?? '';
    await hear(await decideTurn(userId, conversationId, { approvalId: idOf('complete_tasks'), approved: false }));
    const last = await hear(await decideTurn(userId, conversationId, { approvalId: idOf('delete_tasks'), approved: true }));
    expect(last.text).toBe('Done.');

    const { messages, tasks } = await stored(userId, conversationId);
    const [asking, refused, deleted] = messages.slice(-3);
    expect([refused?.parentId, deleted?.parentId]).toEqual([asking?.id, refused?.id]);
    expect(tasks).toEqual([]);
    // The model learns what came of both, each call as it made it.
    const input = model().journal.findLast(({ tools }) => tools.length > 0)?.body.input ?? [];
    const calls = input.filter(({ type }) => type === 'function_call').slice(-2);
    expect(calls.map((call) => [call.name, call.arguments])).toEqual([
      ['complete_tasks', JSON.stringify(open)],
      ['delete_tasks', JSON.stringify(open)],
    ]);
    const results = calls.map((call) => input.filter((item) => item.type === 'function_call_output' && item.call_id === call.call_id));
    expect(results.map((found) => found.length)).toEqual([1, 1]);
    expect(JSON.stringify(results)).toContain('You said no');
  });
});
