import { describe, expect, it } from 'vitest';
import { runTool } from '@/lib/assistant/run-tool';
import { asUser } from '@/lib/db/as-user';
import { recountConversations } from '@/lib/tasks/recount-conversations';
import { onEachDatabase } from '../../support/databases';
import { inChat, newActor, succeed } from './people';

onEachDatabase(() => {
  describe('counters of a conversation', () => {
    it('follow creating, completing, undo from elsewhere and redo', async () => {
      const actor = await newActor();
      const [one, two] = [await inChat(actor, 'add'), await inChat(actor, 'undo')];
      const counters = async () => {
        const rows = await asUser(actor.userId, (db) => db.conversation.findMany({ where: { userId: actor.userId } }));
        return [one, two].map(({ turn }) => rows.find(({ id }) => id === turn.conversationId)).map((row) => [row?.tasksCreated, row?.tasksCompleted]);
      };
      await succeed({ ...one, callId: 'a' }, 'create_tasks', { tasks: [{ title: 'A', subtasks: ['B'] }] });
      await succeed({ ...one, callId: 'b' }, 'complete_tasks', { tasks: ['1'] });
      expect(await counters()).toEqual([[2, 1], [0, 0]]);
      await succeed({ ...two, callId: 'a' }, 'undo', {});
      expect(await counters()).toEqual([[2, 0], [0, 0]]);
      await succeed(actor, 'undo', {});
      expect(await counters()).toEqual([[0, 0], [0, 0]]);
      await succeed({ ...two, callId: 'b' }, 'redo', { steps: 2 });
      expect(await counters()).toEqual([[2, 1], [0, 0]]);
      expect(await recountConversations(actor.userId)).toEqual([]);
      await asUser(actor.userId, (db) => db.conversation.updateMany({ where: { userId: actor.userId }, data: { tasksCreated: 9 } }));
      expect(await recountConversations(actor.userId)).toHaveLength(2);
    });

    it('stay right when two conversations undo each other\'s changes at one moment', async () => {
      const actor = await newActor();
      const [one, two] = [await inChat(actor, 'a'), await inChat(actor, 'b')];
      for (let index = 0; index < 6; index += 1) await succeed({ ...(index % 2 ? one : two), callId: `c${index}` }, 'create_tasks', { tasks: [{ title: `T${index}` }] });
      const outputs = await Promise.all(Array.from({ length: 6 }, (_, index) => runTool({ ...(index % 2 ? two : one), callId: `u${index}` }, 'undo', {})));
      expect(outputs.filter(({ ok }) => ok)).toHaveLength(6);
      expect(await recountConversations(actor.userId)).toEqual([]);
    });
  });
});
