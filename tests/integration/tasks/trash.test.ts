import { describe, expect, it } from 'vitest';
import { emptyTrash } from '@/lib/assistant/empty-trash';
import { quickAdd } from '@/lib/assistant/quick-add';
import { asUser } from '@/lib/db/as-user';
import { onEachDatabase } from '../../support/databases';
import { create, fail, newActor, rowOf, succeed } from './people';

onEachDatabase(() => {
  describe('the trash', () => {
    it('takes subtasks along and gives back those that went with the task', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Trip', subtasks: ['Book', 'Pack'] });
      await succeed({ ...actor, now: new Date('2026-11-23T09:00:00Z') }, 'delete_tasks', { tasks: ['Book'] });
      expect((await succeed(actor, 'delete_tasks', { tasks: ['Trip'] })).message).toBe('Deleted "Trip" (1) with 1 subtask.');
      expect(await succeed(actor, 'list_tasks', { status: 'trash' })).toMatchObject({ total: 3 });
      expect((await succeed(actor, 'restore_tasks', { tasks: ['Trip'] })).message).toBe('Restored "Trip" (1) with 1 subtask.');
      expect((await rowOf(actor, 2)).deletedAt).not.toBeNull();
      expect(await rowOf(actor, 3)).toMatchObject({ deletedAt: null });
    });

    it('gives back a subtask alone as a task of its own', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Trip', subtasks: ['Book'] });
      await succeed(actor, 'delete_tasks', { tasks: ['Trip'] });
      expect((await succeed(actor, 'restore_tasks', { tasks: ['Book'] })).message).toContain('no longer a subtask');
      expect(await rowOf(actor, 2)).toMatchObject({ deletedAt: null, parentId: null });
    });

    it('says so when a task is there already, or not there', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Tea' });
      expect(await succeed(actor, 'restore_tasks', { tasks: ['Tea'] })).toMatchObject({ message: '"Tea" (1) is not in the trash.', changes: [] });
      await succeed(actor, 'delete_tasks', { tasks: ['1'] });
      expect(await succeed(actor, 'delete_tasks', { tasks: ['1'] })).toMatchObject({ message: '"Tea" (1) is already in the trash.', changes: [] });
    });
  });

  describe('purge_tasks', () => {
    it('removes a task and its subtasks for good, and the ledger forgets what they held', async () => {
      const actor = await newActor();
      const task = await create(actor, { title: 'Secret', description: 'very', subtasks: ['Also secret'] });
      await succeed(actor, 'update_tasks', { tasks: ['1'], changes: { title: 'More secret' } });
      const output = await succeed(actor, 'purge_tasks', { tasks: ['1'] });
      expect(output.message).toBe('Removed "More secret" (1) with 1 subtask for good.');
      expect(output.changes).toEqual([
        { taskId: task.id, number: 1, title: 'More secret', operation: 'purge', before: null, after: null },
        expect.objectContaining({ number: 2, operation: 'purge', before: null, after: null }),
      ]);
      const [tasks, changes] = await asUser(actor.userId, async (db) => [
        await db.task.count({ where: { userId: actor.userId } }), await db.taskChange.findMany({ where: { userId: actor.userId } }),
      ]);
      expect(tasks).toBe(0);
      expect(changes).toHaveLength(5);
      for (const change of changes) expect(change).toMatchObject({ taskId: null, before: null, after: null });
    });

    it('with a filter empties the trash and nothing else; the numbers are not given again', async () => {
      const actor = await newActor();
      await succeed(actor, 'create_tasks', { tasks: [{ title: 'A' }, { title: 'B' }, { title: 'C' }] });
      await succeed(actor, 'delete_tasks', { tasks: ['2', '3'] });
      expect((await succeed(actor, 'purge_tasks', { filter: {} })).total).toBe(2);
      expect(await rowOf(actor, 1)).toMatchObject({ title: 'A' });
      expect((await create(actor, { title: 'D' })).number).toBe(4);
      expect(await fail(actor, 'purge_tasks', { filter: {} })).toMatchObject({ code: 'not_found' });
    });

    it('cannot be undone: undo goes on with what came before', async () => {
      const actor = await newActor();
      await succeed(actor, 'create_tasks', { tasks: [{ title: 'A' }] });
      await succeed(actor, 'create_tasks', { tasks: [{ title: 'B' }] });
      await succeed(actor, 'purge_tasks', { tasks: ['B'] });
      expect((await succeed(actor, 'undo', {})).message).toBe('Undone: Created "A" (1).');
      expect(await fail(actor, 'undo', {})).toMatchObject({ code: 'nothing_to_undo' });
    });
  });

  describe('a trash that is emptied by hand', () => {
    it('is empty then, however full it was, and nothing else is gone', async () => {
      const actor = await newActor();
      const titles = Array.from({ length: 201 }, (_, index) => ({ title: `Old ${index}` }));
      await create(actor, { title: 'Kept', subtasks: ['Kept too'] });
      for (const tasks of [titles.slice(0, 100), titles.slice(100)]) {
        const { tasks: made = [] } = await succeed(actor, 'create_tasks', { tasks });
        await succeed(actor, 'delete_tasks', { tasks: made.map(({ id }) => id) });
      }
      const output = await emptyTrash(actor);
      expect(output.ok && new Set(output.ids).size).toBe(201);
      expect(await succeed(actor, 'list_tasks', { status: 'all' })).toMatchObject({ total: 2 });
      expect(await emptyTrash(actor)).toEqual({ ok: true, ids: [] });
    });

    it('keeps a task that has left it meanwhile', async () => {
      const actor = await newActor();
      const task = await create(actor, { title: 'Letter' });
      const [trashed] = (await succeed(actor, 'delete_tasks', { tasks: [task.id] })).tasks ?? [];
      await succeed(actor, 'restore_tasks', { tasks: [task.id] });
      const asSeen = { ...actor, expectedVersions: { [task.id]: trashed?.version ?? 0 } };
      expect((await fail(asSeen, 'purge_tasks', { tasks: [task.id] })).code).toBe('conflict');
      expect(await rowOf(actor, 1)).toMatchObject({ deletedAt: null });
    });
  });

  it('one line adds a subtask to a task, and none to a subtask', async () => {
    const actor = await newActor();
    const trip = await create(actor, { title: 'Trip' });
    const added = await quickAdd(actor, 'pack the bags tomorrow', trip.id);
    const [pack] = added.ok ? (added.tasks ?? []) : [];
    expect(pack).toMatchObject({ title: 'pack the bags', dueDate: '2026-11-24', parentId: trip.id });
    expect(await quickAdd(actor, 'socks', pack?.id)).toMatchObject({ ok: false, code: 'invalid' });
  });
});
