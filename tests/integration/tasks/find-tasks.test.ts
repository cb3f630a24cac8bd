import { describe, expect, it } from 'vitest';
import { asUser } from '@/lib/db/as-user';
import { rankByUrgency } from '@/lib/insights/urgency';
import { findTasks } from '@/lib/tasks/find-tasks';
import { SORTS } from '@/lib/tasks/schemas';
import { toTask } from '@/lib/tasks/task-row';
import { countStatements, onEachDatabase } from '../../support/databases';
import { create, newActor, succeed } from './people';

onEachDatabase(() => {
  const filled = async (timeZone = 'UTC') => {
    const actor = await newActor({ timeZone });
    await succeed(actor, 'create_tasks', {
      tasks: [
        { title: 'Buy milk', tags: ['Home', 'shop'], dueDate: '2026-11-23' },
        { title: 'Pay 100% of rent_2', description: 'Bank transfer', tags: ['home'], dueDate: '2026-11-20', priority: 'high' },
        { title: 'Stand-up', dueDate: '2026-11-24', dueTime: '09:30', recurrence: 'FREQ=DAILY', tags: ['work'] },
        { title: 'Café with Ann', dueDate: '2026-11-24', dueTime: '15:00', priority: 'low' },
        { title: 'Someday' },
        { title: 'Done thing', dueDate: '2026-11-22', tags: ['work'] },
        { title: 'Thrown away' },
      ],
    });
    await succeed(actor, 'complete_tasks', { tasks: ['6'] });
    await succeed(actor, 'delete_tasks', { tasks: ['7'] });
    return actor;
  };
  const numbers = async (actor: Awaited<ReturnType<typeof filled>>, filter: Record<string, unknown>) =>
    (await succeed(actor, 'list_tasks', { sort: 'number', ...filter })).tasks?.map(({ number }) => number);

  describe('list_tasks', () => {
    it.each([
      ['all but the trash', {}, [1, 2, 3, 4, 5, 6]], ['all', { status: 'all' }, [1, 2, 3, 4, 5, 6, 7]], ['pending', { status: 'pending' }, [1, 2, 3, 4, 5]],
      ['completed', { status: 'completed' }, [6]], ['the trash', { status: 'trash' }, [7]],
      ['a tag in any case', { tagsAny: ['HOME'] }, [1, 2]], ['any of tags', { tagsAny: ['shop', 'work'] }, [1, 3, 6]], ['all of tags', { tagsAll: ['home', 'shop'] }, [1]],
      ['none of tags', { tagsNone: ['home', 'work'] }, [4, 5]], ['untagged', { untagged: true }, [4, 5]], ['tagged', { untagged: false }, [1, 2, 3, 6]],
      ['priorities', { priority: ['high', 'low'] }, [2, 4]], ['no priority', { priority: ['none'], status: 'pending' }, [1, 3, 5]],
      ['due from a day', { dueFrom: '2026-11-24' }, [3, 4]], ['due up to a day', { dueTo: '2026-11-23' }, [1, 2, 6]], ['due on one day', { dueFrom: '2026-11-24', dueTo: '2026-11-24' }, [3, 4]],
      ['without a day', { noDue: true }, [5]], ['overdue', { overdue: true }, [2]], ['not overdue', { overdue: false, status: 'pending' }, [1, 3, 4, 5]],
      ['in the morning', { timeFrom: '05:00', timeTo: '12:00' }, [3]], ['recurring', { recurring: true }, [3]],
      ['created on a day', { createdFrom: '2026-11-23', createdTo: '2026-11-23' }, [1, 2, 3, 4, 5, 6]], ['created earlier', { createdTo: '2026-11-22' }, []],
      ['completed on a day', { completedFrom: '2026-11-23', completedTo: '2026-11-23' }, [6]],
      ['a word in a title', { q: 'MILK' }, [1]], ['words in title, description and tags together', { q: 'bank rent home' }, [2]], ['a tag with its sign', { q: '#shop' }, [1]],
      ['signs as they stand', { q: '100%' }, [2]], ['an underscore as it stands', { q: 't_2' }, [2]], ['letters of other alphabets', { q: 'CAFÉ' }, [4]], ['a backslash', { q: '\\' }, []],
    ])('by %s', async (_name, filter, expected) => {
      expect(await numbers(await filled(), filter)).toEqual(expected);
    });

    it('takes days and times of day as the person\'s own, wherever a time was said', async () => {
      const actor = await filled('America/New_York');
      const tokyo = { ...actor, timeZone: 'Asia/Tokyo' };
      expect(await numbers(actor, { dueFrom: '2026-11-24', dueTo: '2026-11-24' })).toEqual([3, 4]);
      expect(await numbers(tokyo, { dueFrom: '2026-11-25', dueTo: '2026-11-25' })).toEqual([4]);
      expect(await numbers(tokyo, { timeFrom: '23:00' })).toEqual([3]);
      expect(await numbers(tokyo, { dueTo: '2026-11-23', status: 'pending' })).toEqual([1, 2]);
    });

    it('says how many there are and names them', async () => {
      const actor = await filled();
      expect(await succeed(actor, 'list_tasks', { tagsAny: ['home'], limit: 1 })).toMatchObject({ total: 2, message: '2 tasks, 1 of them shown: "Pay 100% of rent_2" (2).' });
      expect(await succeed(actor, 'list_tasks', { q: 'nothing like it' })).toMatchObject({ total: 0, tasks: [], message: 'There are no such tasks.' });
    });

    it('is one statement beside the record of the call', async () => {
      const actor = await filled();
      expect((await countStatements(() => succeed(actor, 'list_tasks', { q: 'milk' }))).count).toBe(2);
    });
  });

  describe('an order', () => {
    it.each([
      ['due', {}, [2, 6, 1, 3, 4, 5]], ['due', { order: 'desc' }, [4, 3, 1, 6, 2, 5]], ['priority', {}, [2, 6, 1, 3, 5, 4]], ['title', {}, [1, 4, 6, 2, 5, 3]],
      ['number', { order: 'desc' }, [6, 5, 4, 3, 2, 1]], ['manual', {}, [1, 2, 3, 4, 5, 6]], ['urgency', { status: 'pending' }, [2, 1, 3, 4, 5]],
    ])('by %s %j', async (sort, more, expected) => {
      expect(await numbers(await filled(), { sort, ...more })).toEqual(expected);
    });

    it.each([['desc', [2, 1, 3]], ['asc', [1, 2, 3]]] as const)('of lengths has what has none last: %s', async (order, expected) => {
      const actor = await newActor();
      await succeed(actor, 'create_tasks', { tasks: [{ title: 'Short', durationMinutes: 10 }, { title: 'Long', durationMinutes: 90 }, { title: 'Unknown' }] });
      const { tasks = [] } = await succeed(actor, 'list_tasks', { sort: 'duration', order });
      expect(tasks.slice(0, 3).map(({ number }) => number)).toEqual(expected);
    });

    it('of urgency is the one that recommendations explain, in any zone', async () => {
      for (const timeZone of ['UTC', 'Pacific/Auckland', 'America/Los_Angeles']) {
        const actor = await newActor({ timeZone });
        const days = ['2026-11-20', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01', '2027-01-01', null];
        await succeed(actor, 'create_tasks', {
          tasks: days.flatMap((dueDate, index) => (['none', 'low', 'high'] as const).map((priority) => ({
            title: `Task ${index}`, priority, ...(dueDate && { dueDate, ...(index % 2 === 0 && { dueTime: '23:30' }) }),
          }))),
        });
        const output = await succeed(actor, 'list_tasks', { sort: 'urgency', limit: 100 });
        const explained = rankByUrgency([...(output.tasks ?? [])].reverse(), actor).map(({ task }) => task.number);
        expect(output.tasks?.map(({ number }) => number)).toEqual(explained);
      }
    });

    it.each(SORTS)('by %s gives every task once, page by page in both directions, also while tasks come and go', async (sort) => {
      const actor = await filled();
      await succeed(actor, 'create_tasks', { tasks: Array.from({ length: 10 }, (_, index) => ({ title: index % 2 ? 'Same' : `T${index}`, ...(index % 3 === 0 && { dueDate: '2026-12-01' }) })) });
      for (const order of ['asc', 'desc'] as const) {
        const all = (await asUser(actor.userId, (db) => findTasks(db, actor.userId, {}, actor, { sort, order, limit: 100 }))).rows.map(toTask);
        const seen: number[] = [];
        let cursor: string | undefined;
        do {
          const page = await asUser(actor.userId, (db) => findTasks(db, actor.userId, {}, actor, { sort, order, limit: 3, cursor }));
          seen.push(...page.rows.map(({ number }) => number));
          cursor = page.nextCursor ?? undefined;
        } while (cursor);
        expect(seen).toEqual(all.map(({ number }) => number));
      }
    });

    it('does not accept a cursor that it did not give', async () => {
      const actor = await filled();
      for (const cursor of ['x', '', Buffer.from('{"sort":"due"}').toString('base64url'),
        Buffer.from(JSON.stringify({ sort: 'due', order: 'asc', now: '2026-11-23T10:00:00.000Z', after: ['1'] })).toString('base64url')])
        await expect(asUser(actor.userId, (db) => findTasks(db, actor.userId, {}, actor, { limit: 3, cursor }))).rejects.toMatchObject({ status: 400, code: 'invalid_cursor' });
    });
  });

  describe('search_tasks, get_task and list_tags', () => {
    it('offer what is close when nothing matches', async () => {
      const actor = await filled();
      expect(await succeed(actor, 'search_tasks', { query: 'ann café' })).toMatchObject({ total: 1, tasks: [{ number: 4 }] });
      const none = await succeed(actor, 'search_tasks', { query: 'by milk' });
      expect(none).toMatchObject({ total: 0, message: 'Nothing matches "by milk". Close to it: "Buy milk" (1).' });
      expect(none.data).toMatchObject({ close: [{ number: 1 }] });
    });

    it('read one task with its subtasks, and tags with their open tasks', async () => {
      const actor = await filled();
      await create(actor, { title: 'Oat', parent: 'Buy milk' });
      const output = await succeed(actor, 'get_task', { task: 'milk' });
      expect(output).toMatchObject({ tasks: [{ number: 1 }], message: '"Buy milk" (1) is pending, is due Monday 23 November 2026, is tagged #Home #shop, has 1 subtask: "Oat" (8).' });
      expect(output.data).toMatchObject({ subtasks: [{ title: 'Oat' }] });
      expect(await succeed(actor, 'list_tags', {})).toMatchObject({ total: 3, message: '3 tags, with their open tasks: #Home (2), #shop (1) and #work (1).' });
    });
  });
});
