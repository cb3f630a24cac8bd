import { describe, expect, it } from 'vitest';
import { asUser } from '@/lib/db/as-user';
import { undoCall } from '@/lib/assistant/undo-call';
import { onEachDatabase } from '../../support/databases';
import { create, fail, inChat, newActor, rowOf, succeed } from './people';

onEachDatabase(() => {
  describe('undo', () => {
    it('takes back one call a step, a bulk change as one, newest first; redo brings them again', async () => {
      const actor = await newActor();
      await succeed(actor, 'create_tasks', { tasks: [{ title: 'A' }, { title: 'B' }] });
      await succeed(actor, 'update_tasks', { tasks: ['A'], changes: { title: 'A1' } });
      await succeed(actor, 'complete_tasks', { tasks: ['1', '2'] });
      expect((await succeed(actor, 'undo', {})).message).toBe('Undone: Completed 2 tasks: "A1" (1) and "B" (2).');
      expect(await rowOf(actor, 2)).toMatchObject({ status: 'pending', completedAt: null });
      expect((await succeed(actor, 'undo', {})).message).toBe('Undone: Renamed "A" (1) to "A1".');
      expect(await rowOf(actor, 1)).toMatchObject({ title: 'A', status: 'pending' });
      expect((await succeed(actor, 'redo', {})).message).toBe('Done again: Renamed "A" (1) to "A1".');
      await succeed(actor, 'redo', {});
      expect(await rowOf(actor, 1)).toMatchObject({ title: 'A1', status: 'completed', completedAt: '2026-11-23T10:00:00.000Z' });
      expect(await fail(actor, 'redo', {})).toMatchObject({ code: 'nothing_to_undo' });
    });

    it('takes back several steps at once, as one step of redo', async () => {
      const actor = await newActor();
      await create(actor, { title: 'A' });
      await succeed(actor, 'update_tasks', { tasks: ['1'], changes: { title: 'B' } });
      await succeed(actor, 'update_tasks', { tasks: ['1'], changes: { title: 'C', priority: 'high' } });
      const output = await succeed(actor, 'undo', { steps: 2 });
      expect(output.message).toMatch(/^Undone 2 changes: Changed "C" \(1\).* Renamed "A" \(1\) to "B"\.$/);
      expect(output.changes).toHaveLength(1);
      expect(await rowOf(actor, 1)).toMatchObject({ title: 'A', priority: 'none' });
      await succeed(actor, 'redo', {});
      expect(await rowOf(actor, 1)).toMatchObject({ title: 'C', priority: 'high' });
      expect((await succeed(actor, 'undo', { steps: 9 })).message).toContain('There was nothing more to undo.');
      expect((await rowOf(actor, 1)).deletedAt).not.toBeNull();
    });

    it('takes back certain calls and no newer ones, and says which', async () => {
      const actor = await newActor();
      await create(actor, { title: 'A' });
      const renamed = await succeed(actor, 'update_tasks', { tasks: ['1'], changes: { title: 'B' } });
      await create(actor, { title: 'Made elsewhere meanwhile' });
      const output = await succeed(actor, 'undo', { calls: [renamed.id] });
      expect(output).toMatchObject({ message: 'Undone: Renamed "A" (1) to "B".', data: { undone: [renamed.id] } });
      expect(await rowOf(actor, 1)).toMatchObject({ title: 'A' });
      expect((await rowOf(actor, 2)).deletedAt).toBeNull();
      expect(await fail(actor, 'undo', { calls: [renamed.id] })).toMatchObject({ code: 'nothing_to_undo', message: 'That was undone already.' });
      expect(await fail(await newActor(), 'undo', { calls: [renamed.id] })).toMatchObject({ code: 'nothing_to_undo' });
    });

    it('takes back what the page and an outside agent did, too', async () => {
      const actor = await newActor();
      await create(actor, { title: 'A' });
      await succeed({ ...actor, source: 'mcp' }, 'delete_tasks', { tasks: ['1'] });
      const chat = await inChat(actor, 'undo that');
      await succeed({ ...chat, callId: '1' }, 'undo', {});
      expect(await rowOf(actor, 1)).toMatchObject({ deletedAt: null });
    });

    it('leaves a task alone that has changed since, and says so; the rest of the call is undone', async () => {
      const actor = await newActor();
      await succeed(actor, 'create_tasks', { tasks: [{ title: 'A' }, { title: 'B' }] });
      const bulk = await succeed(actor, 'add_tags', { tasks: ['1', '2'], tags: ['x'] });
      await succeed(actor, 'update_tasks', { tasks: ['2'], changes: { title: 'B1' } });
      const output = await undoCall(actor, bulk.id ?? '');
      const left = '"B1" (2) has changed since, so it was left as it is.';
      expect(output).toMatchObject({ ok: true, message: `Undone: Changed 2 tasks (tagged #x): "A" (1) and "B" (2). ${left}`, data: { left: [left] } });
      expect(await rowOf(actor, 1)).toMatchObject({ tags: [] });
      expect(await rowOf(actor, 2)).toMatchObject({ title: 'B1', tags: ['x'] });
      expect(await undoCall(actor, bulk.id ?? '')).toMatchObject({ ok: false, code: 'conflict' });
      await succeed(actor, 'undo', {});
      expect(await rowOf(actor, 2)).toMatchObject({ title: 'B', tags: ['x'] });
      await succeed(actor, 'undo', {});
      expect(await rowOf(actor, 2)).toMatchObject({ title: 'B', tags: [] });
    });

    it('does not redo over a newer change', async () => {
      const actor = await newActor();
      await create(actor, { title: 'A' });
      await succeed(actor, 'update_tasks', { tasks: ['1'], changes: { title: 'B' } });
      await succeed(actor, 'undo', {});
      await succeed(actor, 'update_tasks', { tasks: ['1'], changes: { title: 'C' } });
      expect(await fail(actor, 'redo', {})).toMatchObject({ code: 'conflict', message: 'Nothing was redone. "C" (1) has changed since, so it was left as it is.' });
      expect(await rowOf(actor, 1)).toMatchObject({ title: 'C' });
    });

    it('keeps to the order in which things happened, whatever the clocks say', async () => {
      const actor = await newActor();
      await create(actor, { title: 'A' });
      await succeed({ ...actor, now: new Date('2026-11-23T12:00:00Z') }, 'update_tasks', { tasks: ['1'], changes: { title: 'B' } });
      await succeed({ ...actor, now: new Date('2026-11-23T11:00:00Z') }, 'update_tasks', { tasks: ['1'], changes: { title: 'C' } });
      await succeed(actor, 'undo', {});
      expect(await rowOf(actor, 1)).toMatchObject({ title: 'B' });
    });

    it('out of order, never brings a subtask back under a task that is gone, nor makes a second level', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Trip', subtasks: ['Book'] });
      const deletion = await succeed(actor, 'delete_tasks', { tasks: ['Book'] });
      await succeed(actor, 'delete_tasks', { tasks: ['Trip'] });
      expect(await undoCall(actor, deletion.id ?? '')).toMatchObject({ ok: false, code: 'conflict', message: expect.stringContaining('the task above it is gone') });
      const [making] = await asUser(actor.userId, (db) => db.toolCall.findMany({ where: { userId: actor.userId, tool: 'create_tasks' } }));
      await create(actor, { title: 'Alone' });
      const moved = await succeed(actor, 'create_tasks', { tasks: [{ title: 'Parent' }] });
      await succeed(actor, 'update_tasks', { tasks: ['Alone'], changes: { parent: 'Parent' } });
      expect(await undoCall(actor, moved.id ?? '')).toMatchObject({ ok: false, message: expect.stringContaining('has subtasks now') });
      expect(making).toBeDefined();
    });
  });

  describe('undoing one call', () => {
    it('is a recorded call of its own, works once, and undone itself brings the change again', async () => {
      const actor = await newActor();
      const made = await create(actor, { title: 'A' });
      const done = await succeed(actor, 'complete_tasks', { tasks: ['1'] });
      const undone = await undoCall(actor, done.id ?? '');
      expect(undone).toMatchObject({ ok: true, changes: [{ taskId: made.id, operation: 'reopen' }] });
      expect(await undoCall(actor, done.id ?? '')).toMatchObject({ ok: false, code: 'nothing_to_undo', message: 'That was undone already.' });
      expect(await undoCall(actor, undone.id ?? '')).toMatchObject({ ok: true, message: 'Done again: Completed "A" (1).' });
      const calls = await asUser(actor.userId, (db) => db.toolCall.findMany({ where: { userId: actor.userId }, orderBy: { id: 'asc' } }));
      expect(calls.map(({ tool, state }) => [tool, state])).toEqual([
        ['create_tasks', 'ok'], ['complete_tasks', 'ok'], ['undo', 'ok'], ['undo', 'error'], ['redo', 'ok'],
      ]);
    });

    it('finds nothing under another person\'s id, an unknown one or no id at all', async () => {
      const [actor, stranger] = [await newActor(), await newActor()];
      const done = await succeed(actor, 'create_tasks', { tasks: [{ title: 'A' }] });
      for (const id of [done.id ?? '', '018f0000-0000-7000-8000-000000000000', 'x'])
        await expect(undoCall(stranger, id)).rejects.toMatchObject({ status: 404 });
      expect(await rowOf(actor, 1)).toMatchObject({ deletedAt: null });
    });

    it('refuses a removal for good', async () => {
      const actor = await newActor();
      await create(actor, { title: 'A' });
      const gone = await succeed(actor, 'purge_tasks', { tasks: ['1'] });
      expect(await undoCall(actor, gone.id ?? '')).toMatchObject({ ok: false, code: 'invalid' });
    });

    it('at one moment from many tabs happens once', async () => {
      const actor = await newActor();
      const done = await succeed(actor, 'create_tasks', { tasks: [{ title: 'A' }] });
      const outputs = await Promise.all(Array.from({ length: 5 }, () => undoCall(actor, done.id ?? '')));
      expect(outputs.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });
});
