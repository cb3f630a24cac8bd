import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/assistant/actor';
import { TOOL_SKILLS } from '@/lib/assistant/tool-skills';
import { TurnLostError } from '@/lib/assistant/actor';
import { runTool } from '@/lib/assistant/run-tool';
import { tools } from '@/lib/assistant/tools';
import { asUser } from '@/lib/db/as-user';
import { onEachDatabase } from '../../support/databases';
import { create, inChat, newActor, rowOf, succeed } from './people';

const makeTask = { tasks: [{ title: 'Fenced' }] };

onEachDatabase(() => {
  const written = async ({ userId }: Actor) =>
    asUser(userId, async (db) => [
      await db.task.count({ where: { userId } }), await db.toolCall.count({ where: { userId } }), await db.taskChange.count({ where: { userId } }),
    ]);

  describe('runTool', () => {
    it('defines every tool by its documented name', () => {
      expect(Object.keys(tools)).toEqual(Object.keys(TOOL_SKILLS));
    });

    it('records the call with its effect: arguments, result, a sentence for a person, skill and duration', async () => {
      const chat = await inChat(await newActor(), 'add milk');
      const output = await succeed({ ...chat, callId: 'call-1' }, 'create_tasks', { tasks: [{ title: 'Milk' }] });
      const calls = await asUser(chat.userId, (db) => db.toolCall.findMany({ where: { userId: chat.userId } }));
      expect(calls).toMatchObject([{
        id: output.id, turnId: chat.turn.id, callId: 'call-1', source: 'chat', state: 'ok', tool: 'create_tasks', skill: 'TaskManagementSkill',
        arguments: { tasks: [{ title: 'Milk' }] }, result: output, actionTaken: 'Created "Milk" (1).', decidedAt: null,
      }]);
      expect(calls[0]?.durationMs).toBeGreaterThanOrEqual(0);
      const changes = await asUser(chat.userId, (db) => db.taskChange.findMany({ where: { userId: chat.userId } }));
      expect(changes).toMatchObject([
        { taskId: output.tasks?.[0]?.id, toolCallId: output.id, operation: 'create', before: null, versionBefore: 0, versionAfter: 1, undoneBy: null },
      ]);
    });

    it('keeps in the ledger what changed and nothing more', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Milk', tags: ['a'] });
      await succeed(actor, 'update_tasks', { tasks: ['1'], changes: { tags: ['a', 'b'], priority: 'low' } });
      const [, change] = await asUser(actor.userId, (db) => db.taskChange.findMany({ where: { userId: actor.userId }, orderBy: { createdAt: 'asc' } }));
      expect(change).toMatchObject({ operation: 'update', before: { tags: ['a'], priority: 'none' }, after: { tags: ['a', 'b'], priority: 'low' }, versionBefore: 1, versionAfter: 2 });
    });

    it('records reads as well, and they move no change sequence', async () => {
      const actor = await newActor();
      await succeed(actor, 'list_tasks', {});
      await runTool(actor, 'get_task', { task: 'nothing' });
      const [calls, preferences] = await asUser(actor.userId, async (db) => [
        await db.toolCall.findMany({ where: { userId: actor.userId }, orderBy: { id: 'asc' } }),
        await db.preferences.findUnique({ where: { userId: actor.userId } }),
      ]);
      expect(calls).toMatchObject([{ tool: 'list_tasks', state: 'ok', skill: 'TaskSearchSkill' }, { tool: 'get_task', state: 'error' }]);
      expect(preferences?.changeSequence).toBe(0n);
    });

    it('carries out the same call of a turn once, and answers the same again', async () => {
      const chat = { ...(await inChat(await newActor(), 'add')), callId: 'same' };
      const first = await runTool(chat, 'create_tasks', makeTask);
      expect(await runTool(chat, 'create_tasks', makeTask)).toEqual(first);
      const together = { ...chat, callId: 'at once' };
      const outputs = await Promise.all(Array.from({ length: 4 }, () => runTool(together, 'create_tasks', makeTask)));
      for (const output of outputs) expect(output).toEqual(outputs[0]);
      expect(await written(chat)).toEqual([2, 2, 2]);
    });

    it.each([
      ['has another lease token', { leaseToken: v7() }], ['has expired', { leaseExpiresAt: new Date(Date.now() - 1_000) }],
      ['was stopped', { status: 'stopped', endedAt: new Date() }],
    ])('writes nothing for a turn that %s', async (_name, data) => {
      const chat = await inChat(await newActor(), 'add');
      await asUser(chat.userId, (db) => db.turn.updateMany({ where: { userId: chat.userId }, data }));
      for (const [tool, input] of [['create_tasks', makeTask], ['list_tasks', {}], ['undo', {}]] as const)
        await expect(runTool({ ...chat, callId: tool }, tool, input)).rejects.toThrow(TurnLostError);
      expect(await written(chat)).toEqual([0, 0, 0]);
    });

    it('writes nothing under a turn of another person or another conversation', async () => {
      const [chat, stranger] = [await inChat(await newActor(), 'add'), await newActor()];
      await expect(runTool({ ...chat, userId: stranger.userId, callId: 'a' }, 'create_tasks', makeTask)).rejects.toThrow(TurnLostError);
      const other = await inChat({ ...stranger }, 'hello');
      await expect(runTool({ ...chat, turn: { ...chat.turn, conversationId: other.turn.conversationId }, callId: 'a' }, 'create_tasks', makeTask)).rejects.toThrow(TurnLostError);
      expect(await written(chat)).toEqual([0, 0, 0]);
      expect(await written(other)).toEqual([0, 0, 0]);
    });

    it('leaves no half effect when the database refuses in the middle: one failed call, nothing else', async () => {
      const chat = await inChat(await newActor(), 'add');
      await asUser(chat.userId, (db) => db.conversation.updateMany({ where: { userId: chat.userId }, data: { tasksCreated: 2_147_483_647 } }));
      const output = await runTool({ ...chat, callId: 'a' }, 'create_tasks', { tasks: [{ title: 'Too many', tags: ['new'] }] });
      expect(output).toMatchObject({ ok: false, code: 'failed' });
      expect(await written(chat)).toEqual([0, 1, 0]);
      const preferences = await asUser(chat.userId, (db) => db.preferences.findUnique({ where: { userId: chat.userId } }));
      expect(preferences).toMatchObject({ nextTaskNumber: 1, changeSequence: 0n });
      expect(await asUser(chat.userId, (db) => db.tag.count({ where: { userId: chat.userId } }))).toBe(0);
    });

    it('answers an unknown tool, wrong input and foreign fields in words', async () => {
      const actor = await newActor();
      expect(await runTool(actor, 'drop_database', {})).toMatchObject({ ok: false, code: 'invalid' });
      for (const input of [null, 5, 'text', [], { tasks: 'x' }, { tasks: [] }, { tasks: [{ title: 7 }] }])
        expect(await runTool(actor, 'create_tasks', input)).toMatchObject({ ok: false, code: 'invalid' });
      const stranger = await newActor();
      await succeed(actor, 'create_tasks', { tasks: [{ title: 'Mine' }], userId: stranger.userId });
      expect(await rowOf(actor, 1)).toMatchObject({ title: 'Mine' });
      expect(await asUser(stranger.userId, (db) => db.task.count({ where: { userId: stranger.userId } }))).toBe(0);
    });

    it('lets different changes of one task at one moment all happen, each once', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Shared' });
      await Promise.all([
        ...Array.from({ length: 5 }, (_, index) => succeed(actor, 'add_tags', { tasks: ['1'], tags: [`t${index}`] })),
        succeed(actor, 'update_tasks', { tasks: ['1'], changes: { priority: 'high' } }),
      ]);
      expect(await rowOf(actor, 1)).toMatchObject({ version: 7, priority: 'high', tags: ['t0', 't1', 't2', 't3', 't4'] });
    });
  });
});
