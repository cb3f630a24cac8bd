import { describe, expect, it } from 'vitest';
import { checkApproval } from '@/lib/assistant/check-approval';
import { runTool } from '@/lib/assistant/run-tool';
import { asUser } from '@/lib/db/as-user';
import { onEachDatabase } from '../../support/databases';
import { callOf, request, threeTasks } from './approval-steps';
import { inChat, rowOf } from './people';

onEachDatabase(() => {
  describe('approval', () => {
    it.each([
      ['one task, named or not', 'done', 'complete_tasks', { tasks: ['1'] }],
      ['several, each by number', 'complete 1 and #3', 'complete_tasks', { tasks: ['1', '3'] }],
      ['several, by number or title in any case', 'delete BUY MILK and 2', 'delete_tasks', { tasks: ['1', '2'] }],
      ['a filter that fits one', 'finish whatever is about milk', 'complete_tasks', { filter: { q: 'milk' } }],
      ['several new tasks', 'add three', 'create_tasks', { tasks: [{ title: 'A' }, { title: 'B' }, { title: 'C' }] }],
      ['undo of several', 'undo all', 'undo', { steps: 5 }],
      ['reading', 'show all', 'list_tasks', {}],
      ['what will fail anyway', 'complete all', 'complete_tasks', { tasks: ['1', 'nowhere'] }],
    ])('is not needed for %s', async (_name, userText, tool, input) => {
      const chat = { ...(await inChat(await threeTasks(), userText)), callId: 'a' };
      expect(await checkApproval(chat, tool, input)).toEqual({ needed: false });
      expect(await asUser(chat.userId, (db) => db.toolCall.count({ where: { userId: chat.userId, state: 'requested' } }))).toBe(0);
    });

    it.each([
      ['all of a filter', 'complete everything', 'complete_tasks', { filter: {} }],
      ['several of which one was not named', 'complete 1 and the others', 'complete_tasks', { tasks: ['1', '2'] }],
      ['a number that was a time', 'move them all to 3:00, task 1 too', 'update_tasks', { tasks: ['1', '3'], changes: { dueTime: '03:00' } }],
      ['removing even one named task for good', 'purge task 1', 'purge_tasks', { tasks: ['1'] }],
    ])('is needed for %s: nothing changes, and the preview says what would', async (_name, userText, tool, input) => {
      const chat = { ...(await inChat(await threeTasks(), userText)), callId: 'a' };
      const { toolCallId, preview } = await request(chat, tool, input);
      expect(preview).toMatchObject({ ok: true, id: toolCallId, message: expect.stringMatching(/^This would (complete|change|remove) .*"Buy milk" \(1\)/) });
      expect(await callOf(chat, toolCallId)).toMatchObject({ state: 'requested', tool, turnId: chat.turn.id, callId: 'a', actionTaken: null });
      expect(await rowOf(chat, 1)).toMatchObject({ version: 1, status: 'pending' });
      expect(await checkApproval(chat, tool, input)).toMatchObject({ needed: true, toolCallId });
    });

    it('cannot be gone around: the call itself refuses, in chat and over MCP', async () => {
      const actor = await threeTasks();
      const chat = { ...(await inChat(actor, 'complete everything')), callId: 'a' };
      for (const caller of [chat, { ...actor, source: 'mcp' as const }])
        expect(await runTool(caller, 'complete_tasks', { filter: {} })).toMatchObject({ ok: false, code: 'conflict' });
      expect(await runTool({ ...actor, source: 'mcp' }, 'purge_tasks', { tasks: ['1'] })).toMatchObject({ ok: false, code: 'conflict' });
      expect(await rowOf(actor, 1)).toMatchObject({ status: 'pending', version: 1 });
    });
  });
});
