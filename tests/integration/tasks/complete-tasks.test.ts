import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/assistant/actor';
import { runTool } from '@/lib/assistant/run-tool';
import { onEachDatabase } from '../../support/databases';
import { create, newActor, rowOf, succeed } from './people';

const at = (actor: Actor, now: string): Actor => ({ ...actor, now: new Date(now) });
const complete = (actor: Actor, ...tasks: string[]) => succeed(actor, 'complete_tasks', { tasks });

onEachDatabase(() => {
  describe('complete_tasks', () => {
    it('completes once; the second time it says so, changes nothing and is no error', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Buy milk' });
      const first = await complete(actor, 'Buy milk');
      expect(first.message).toBe('Completed "Buy milk" (1).');
      expect(first.tasks).toMatchObject([{ status: 'completed', completedAt: '2026-11-23T10:00:00.000Z', version: 2 }]);
      expect(first.changes).toMatchObject([{ operation: 'complete', before: { status: 'pending', completedAt: null }, after: { status: 'completed' } }]);
      const second = await complete(at(actor, '2026-11-24T10:00:00Z'), '1');
      expect(second).toMatchObject({ message: '"Buy milk" (1) was already completed.', changes: [] });
      expect(second.unchanged).toMatchObject([{ number: 1, completedAt: '2026-11-23T10:00:00.000Z' }]);
      expect(await rowOf(actor, 1)).toMatchObject({ version: 2 });
    });

    it('leaves subtasks as they are and says how many are open', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Trip', subtasks: ['Book', 'Pack'] });
      await complete(actor, 'Book');
      expect((await complete(actor, 'Trip')).message).toBe('Completed "Trip" (1). 1 subtask is still open: "Pack" (3).');
      expect(await rowOf(actor, 3)).toMatchObject({ status: 'pending' });
    });

    it('takes a filter for all pending tasks that match', async () => {
      const actor = await newActor();
      await succeed(actor, 'create_tasks', { tasks: [{ title: 'A', tags: ['x'] }, { title: 'B', tags: ['x'] }, { title: 'C' }] });
      expect((await succeed(actor, 'complete_tasks', { filter: { tagsAny: ['X'] } })).message).toBe('Completed 2 tasks: "A" (1) and "B" (2).');
      expect(await runTool(actor, 'complete_tasks', { filter: { tagsAny: ['X'] } })).toMatchObject({ ok: false, code: 'not_found' });
      expect(await runTool(actor, 'complete_tasks', {})).toMatchObject({ ok: false, code: 'invalid' });
      expect(await runTool(actor, 'complete_tasks', { filter: {}, tasks: ['1'] })).toMatchObject({ ok: false, code: 'invalid' });
    });
  });

  describe('reopen_tasks', () => {
    it('makes a task pending again, prefers completed titles, and says when there was nothing to do', async () => {
      const actor = await newActor();
      await succeed(actor, 'create_tasks', { tasks: [{ title: 'Tea' }, { title: 'Tea' }] });
      await complete(actor, '2');
      expect((await succeed(actor, 'reopen_tasks', { tasks: ['tea'] })).message).toBe('Reopened "Tea" (2).');
      expect(await succeed(actor, 'reopen_tasks', { tasks: ['2'] })).toMatchObject({ message: '"Tea" (2) is not completed.', changes: [] });
    });
  });
});
