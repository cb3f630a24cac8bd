import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/assistant/actor';
import { decideApproval } from '@/lib/assistant/decide-approval';
import { withdrawApprovals } from '@/lib/assistant/withdraw-approvals';
import { asUser } from '@/lib/db/as-user';
import { recountConversations } from '@/lib/tasks/recount-conversations';
import { onEachDatabase } from '../../support/databases';
import { callOf, request, threeTasks } from './approval-steps';
import { create, inChat, newActor, rowOf, succeed } from './people';

onEachDatabase(() => {
  describe('deciding', () => {
    it('carries out what was shown, on the same call, under the new turn, and counts it', async () => {
      const actor = await threeTasks();
      const chat = { ...(await inChat(actor, 'complete everything')), callId: 'a' };
      const { toolCallId } = await request(chat, 'complete_tasks', { filter: {} });
      await create(actor, { title: 'Came later' });
      const next = await inChat(actor, 'complete everything', chat.turn.conversationId);
      const decided = await decideApproval(next, toolCallId, true);
      expect(decided).toMatchObject({
        decision: 'executed', tool: 'complete_tasks', input: { filter: {} }, callId: 'a',
        output: { ok: true, id: toolCallId, message: 'Completed 3 tasks: "Buy milk" (1), "Call Ann" (2) and "Pay rent" (3).' },
      });
      expect(await callOf(actor, toolCallId)).toMatchObject({ state: 'ok', decidedAt: next.now, actionTaken: decided.output.message });
      expect(await rowOf(actor, 4)).toMatchObject({ status: 'pending' });
      expect(await recountConversations(actor.userId)).toEqual([]);
      expect((await succeed(actor, 'undo', { steps: 2 })).message).toContain('Completed 3 tasks');
    });

    it('refused changes nothing and stays refused', async () => {
      const actor = await threeTasks();
      const chat = { ...(await inChat(actor, 'delete all')), callId: 'a' };
      const { toolCallId } = await request(chat, 'delete_tasks', { filter: {} });
      expect(await decideApproval(chat, toolCallId, false)).toMatchObject({ decision: 'rejected', output: { ok: false, code: 'rejected' } });
      await expect(decideApproval(chat, toolCallId, true)).rejects.toMatchObject({ status: 409, code: 'already_decided' });
      expect(await rowOf(actor, 1)).toMatchObject({ deletedAt: null });
    });

    it('is given once, however many answers arrive at one moment', async () => {
      const actor = await threeTasks();
      const chat = { ...(await inChat(actor, 'delete all')), callId: 'a' };
      const { toolCallId } = await request(chat, 'delete_tasks', { filter: {} });
      const answers = await Promise.allSettled(Array.from({ length: 6 }, (_, index) => decideApproval(chat, toolCallId, index % 2 === 0)));
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const changes = await asUser(actor.userId, (db) => db.taskChange.count({ where: { userId: actor.userId, toolCallId } }));
      expect([0, 3]).toContain(changes);
    });

    it.each([
      ['one of the tasks has changed', (actor: Actor) => succeed(actor, 'update_tasks', { tasks: ['2'], changes: { title: 'Call Bob' } })],
      ['one was done by hand', (actor: Actor) => succeed(actor, 'delete_tasks', { tasks: ['2'] })],
      ['one has got a subtask', (actor: Actor) => create(actor, { title: 'First dial', parent: '2' })],
    ])('expires, with nothing done, when %s', async (_name, meanwhile) => {
      const actor = await threeTasks();
      const chat = { ...(await inChat(actor, 'delete all')), callId: 'a' };
      const { toolCallId } = await request(chat, 'delete_tasks', { filter: {} });
      await meanwhile(actor);
      expect(await decideApproval(chat, toolCallId, true)).toMatchObject({ decision: 'expired', output: { ok: false, code: 'expired' } });
      expect(await callOf(actor, toolCallId)).toMatchObject({ state: 'expired' });
      expect(await rowOf(actor, 1)).toMatchObject({ deletedAt: null });
    });

    it('does not expire over another task, nor over a change that was undone to another version', async () => {
      const actor = await threeTasks();
      const chat = { ...(await inChat(actor, 'purge milk')), callId: 'a' };
      const { toolCallId, preview } = await request(chat, 'purge_tasks', { tasks: ['1'] });
      expect(preview.message).toBe('This would remove "Buy milk" (1) for good. This cannot be undone.');
      await succeed(actor, 'complete_tasks', { tasks: ['3'] });
      expect(await decideApproval(chat, toolCallId, true)).toMatchObject({ decision: 'executed' });
      expect(await asUser(actor.userId, (db) => db.task.count({ where: { userId: actor.userId } }))).toBe(2);
    });

    it('cannot be forged, borrowed or decided elsewhere', async () => {
      const actor = await threeTasks();
      const chat = { ...(await inChat(actor, 'delete all')), callId: 'a' };
      const { toolCallId } = await request(chat, 'delete_tasks', { filter: {} });
      const stranger = await inChat(await newActor(), 'yes');
      const elsewhere = await inChat(actor, 'yes');
      const outside: Actor = { ...actor, source: 'mcp' };
      for (const other of [stranger, elsewhere, outside]) await expect(decideApproval(other, toolCallId, true)).rejects.toMatchObject({ status: 404 });
      await expect(decideApproval(chat, 'not an id', true)).rejects.toMatchObject({ status: 404 });
      const done = await succeed(actor, 'complete_tasks', { tasks: ['1'] });
      await expect(decideApproval({ ...actor, source: 'page' }, done.id ?? '', true)).rejects.toMatchObject({ status: 409 });
      await expect(decideApproval({ ...chat, turn: { ...chat.turn, leaseToken: toolCallId } }, toolCallId, true)).rejects.toThrow('lease');
      expect(await callOf(actor, toolCallId)).toMatchObject({ state: 'requested' });
    });

    it('is withdrawn for its conversation alone', async () => {
      const actor = await threeTasks();
      const [one, two] = [{ ...(await inChat(actor, 'delete all')), callId: 'a' }, { ...(await inChat(actor, 'delete all')), callId: 'a' }];
      const [first, second] = [await request(one, 'delete_tasks', { filter: {} }), await request(two, 'delete_tasks', { filter: {} })];
      expect(await withdrawApprovals(actor.userId, one.turn.conversationId)).toBe(1);
      expect(await callOf(actor, first.toolCallId)).toMatchObject({ state: 'expired' });
      expect(await callOf(actor, second.toolCallId)).toMatchObject({ state: 'requested' });
      await expect(decideApproval(one, first.toolCallId, true)).rejects.toMatchObject({ status: 409 });
    });

    it('works over MCP: the first call previews, the second carries out', async () => {
      const actor = await threeTasks({ source: 'mcp' });
      const { toolCallId } = await request(actor, 'add_tags', { tasks: ['1', '2'], tags: ['new'] });
      expect(await asUser(actor.userId, (db) => db.tag.count({ where: { userId: actor.userId } }))).toBe(0);
      expect(await decideApproval(actor, toolCallId, true)).toMatchObject({ decision: 'executed', output: { ok: true } });
      expect(await rowOf(actor, 2)).toMatchObject({ tags: ['new'] });
    });
  });
});
