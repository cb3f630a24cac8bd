import { describe, expect, it } from 'vitest';
import { onEachDatabase } from '../../support/databases';
import { create, fail, newActor, succeed } from './people';

onEachDatabase(() => {
  const acted = async (actor: Awaited<ReturnType<typeof newActor>>, tool: string, ref: string) =>
    (await succeed(actor, tool, tool === 'get_task' ? { task: ref } : { tasks: [ref] })).tasks?.map(({ number }) => number);

  describe('a reference', () => {
    it.each(['2', '#2', 'task 2', 'Task #2', 'no. 2', 'number 2', ' 2 '])('%j means task 2', async (ref) => {
      const actor = await newActor();
      await succeed(actor, 'create_tasks', { tasks: [{ title: 'One' }, { title: 'Two' }] });
      expect(await acted(actor, 'get_task', ref)).toEqual([2]);
    });

    it('means a number before a title, and an exact title before a close one', async () => {
      const actor = await newActor();
      await succeed(actor, 'create_tasks', { tasks: [{ title: '2' }, { title: 'Quarterly report' }, { title: 'Report' }, { title: '1984' }] });
      expect(await acted(actor, 'get_task', '2')).toEqual([2]);
      expect(await acted(actor, 'get_task', 'report')).toEqual([3]);
      expect(await acted(actor, 'get_task', '1984')).toEqual([4]);
      expect(await fail(actor, 'get_task', { task: '1985' })).toMatchObject({ code: 'not_found', message: 'There is no task 1985.', candidates: [] });
      expect(await fail(actor, 'get_task', { task: '99999999999' })).toMatchObject({ code: 'not_found' });
      expect(await fail(actor, 'get_task', { task: '999999999' })).toMatchObject({ code: 'not_found' });
    });

    it('that fits several asks, with the candidates by number, and does nothing', async () => {
      const actor = await newActor();
      await succeed(actor, 'create_tasks', { tasks: [{ title: 'Milk tea' }, { title: 'Buy milk' }, { title: 'Bread' }] });
      const output = await fail(actor, 'complete_tasks', { tasks: ['Bread', 'milk'] });
      expect(output).toMatchObject({ code: 'ambiguous', ref: 'milk', message: '"milk" could be "Milk tea" (1) or "Buy milk" (2). Which one?' });
      expect(output.candidates?.map(({ number }) => number)).toEqual([1, 2]);
      expect(await succeed(actor, 'list_tasks', { status: 'completed' })).toMatchObject({ total: 0 });
    });

    it('to one thing of a list is not the list when it is done or gone with, but is when it is moved', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Milk, eggs and bread' });
      for (const tool of ['complete_tasks', 'delete_tasks'])
        expect(await fail(actor, tool, { tasks: ['bread'] })).toMatchObject({ code: 'not_found', candidates: [{ number: 1 }] });
      expect(await acted(actor, 'get_task', 'bread')).toEqual([1]);
      expect(await acted(actor, 'complete_tasks', 'milk, eggs and bread')).toEqual([1]);
    });

    it('that fits none offers what is close, at most five', async () => {
      const actor = await newActor();
      await succeed(actor, 'create_tasks', { tasks: [{ title: 'Pay bill' }, { title: 'Walk' }] });
      expect(await fail(actor, 'delete_tasks', { tasks: ['pay electricity bill'] })).toMatchObject({
        code: 'not_found', message: 'I found no task called "pay electricity bill". Did you mean "Pay bill" (1)?', candidates: [{ number: 1 }],
      });
      expect(await fail(actor, 'delete_tasks', { tasks: ['xyzzy'] })).toMatchObject({ code: 'not_found', candidates: [] });
    });

    it('means pending tasks first, but never a close pending one while a finished one fits exactly', async () => {
      const actor = await newActor();
      await succeed(actor, 'create_tasks', { tasks: [{ title: 'Call Ann' }, { title: 'Call Ann' }, { title: 'Call Anne' }] });
      await succeed(actor, 'complete_tasks', { tasks: ['1'] });
      expect(await acted(actor, 'complete_tasks', 'call ann')).toEqual([2]);
      const again = await succeed(actor, 'complete_tasks', { tasks: ['1', '2'] });
      expect(again.changes).toEqual([]);
      expect(await fail(actor, 'complete_tasks', { tasks: ['call ann'] })).toMatchObject({ code: 'ambiguous' });
    });

    it('finds what is in the trash only to restore, remove or read it', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Old plan' });
      await succeed(actor, 'delete_tasks', { tasks: ['old plan'] });
      expect(await fail(actor, 'complete_tasks', { tasks: ['old plan'] })).toMatchObject({ code: 'not_found', message: '"Old plan" (1) is in the trash. Restore it first.' });
      expect(await fail(actor, 'complete_tasks', { tasks: ['1'] })).toMatchObject({ code: 'invalid', message: '"Old plan" (1) is in the trash. Restore it first.' });
      expect(await acted(actor, 'restore_tasks', 'plan')).toEqual([1]);
    });
  });
});
