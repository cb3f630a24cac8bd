import { describe, expect, it } from 'vitest';
import { asUser } from '@/lib/db/as-user';
import { onEachDatabase } from '../../support/databases';
import { create, fail, newActor, rowOf, succeed } from './people';

onEachDatabase(() => {
  const change = async (actor: Awaited<ReturnType<typeof newActor>>, ref: string, changes: Record<string, unknown>) =>
    succeed(actor, 'update_tasks', { tasks: [ref], changes });

  describe('update_tasks', () => {
    it('changes what is given and nothing else, and counts the version', async () => {
      const actor = await newActor();
      const before = await create(actor, { title: 'Call', description: 'the bank', priority: 'low', tags: ['phone'], dueDate: '2026-11-27' });
      const output = await change(actor, 'Call', { priority: 'high' });
      expect(output.message).toBe('Set the priority of "Call" (1) from low to high.');
      expect(output.tasks).toEqual([{ ...before, priority: 'high', version: 2 }]);
      expect(output.changes).toMatchObject([{ before: { priority: 'low' }, after: { priority: 'high' } }]);
    });

    it('says a moved date back in full, from and to', async () => {
      const actor = await newActor({ timeZone: 'Europe/Berlin' });
      await create(actor, { title: 'Call', dueDate: '2026-11-27' });
      const output = await change(actor, 'call', { dueDate: '2026-11-30', dueTime: '10:00' });
      expect(output.message).toBe('Moved "Call" (1) from Friday 27 November 2026 to Monday 30 November 2026 at 10:00.');
    });

    it('keeps the day under a new time, the time under a new day, and takes today where there is no day', async () => {
      const actor = await newActor({ timeZone: 'Pacific/Auckland' });
      await create(actor, { title: 'Call', dueDate: '2026-11-30' });
      expect((await change(actor, '1', { dueTime: '10:00' })).tasks).toMatchObject([{ dueDate: '2026-11-30', dueTime: '10:00', dueAt: '2026-11-29T21:00:00.000Z' }]);
      expect((await change(actor, '1', { dueDate: '2026-12-02' })).tasks).toMatchObject([{ dueDate: '2026-12-02', dueTime: '10:00' }]);
      expect((await change(actor, '1', { dueTime: null })).tasks).toMatchObject([{ dueDate: '2026-12-02', dueTime: null, dueAt: '2026-12-02T10:59:59.999Z' }]);
      await create(actor, { title: 'Walk' });
      const late = { ...actor, now: new Date('2026-11-23T12:00:00Z') };
      expect((await change(late, 'Walk', { dueTime: '18:00' })).tasks).toMatchObject([{ dueDate: '2026-11-24', dueTime: '18:00' }]);
    });

    it('clearing the day clears the time, the recurrence and the reminder before it', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Rent', dueDate: '2026-12-01', dueTime: '09:00', recurrence: 'FREQ=MONTHLY', reminder: { minutesBefore: 60 } });
      expect((await change(actor, 'Rent', { dueDate: null })).tasks).toMatchObject([
        { dueDate: null, dueTime: null, dueAt: null, recurrence: null, reminder: null },
      ]);
      await succeed(actor, 'undo', {});
      expect(await rowOf(actor, 1)).toMatchObject({ dueDate: '2026-12-01', dueTime: '09:00', recurrence: 'FREQ=MONTHLY', reminderMinutes: 60, recurrenceStart: '2026-12-01' });
    });

    it('gives a task without a day the first occurrence of its new rule, and says the rule in words', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Gym' });
      const output = await change(actor, 'Gym', { recurrence: 'FREQ=WEEKLY;BYDAY=WE' });
      expect(output.tasks).toMatchObject([{ dueDate: '2026-11-25', recurrence: 'FREQ=WEEKLY;BYDAY=WE' }]);
      expect(output.message).toContain('every Wednesday');
      expect(await fail(actor, 'update_tasks', { tasks: ['1'], changes: { recurrence: 'FREQ=YEARLY;BYMONTH=13' } })).toMatchObject({ code: 'invalid' });
      expect((await change(actor, 'Gym', { recurrence: null })).message).toBe('"Gym" (1) no longer repeats.');
      expect(await fail(actor, 'update_tasks', { tasks: ['1'], changes: { fromCompletion: true } })).toMatchObject({ code: 'invalid' });
    });

    it('says so when nothing differs, and counts no version', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Call', tags: ['Work'] });
      const output = await change(actor, '1', { title: 'Call', tags: ['work'] });
      expect(output).toMatchObject({ message: '"Call" (1) is already like that.', changes: [] });
      expect(await rowOf(actor, 1)).toMatchObject({ version: 1 });
    });

    it('changes all or none: one task in the trash, one bad parent', async () => {
      const actor = await newActor();
      await succeed(actor, 'create_tasks', { tasks: [{ title: 'A' }, { title: 'B' }, { title: 'C', subtasks: ['D'] }] });
      await succeed(actor, 'delete_tasks', { tasks: ['2'] });
      expect(await fail(actor, 'update_tasks', { tasks: ['1', '2'], changes: { title: 'X' } })).toMatchObject({ code: 'invalid', message: '"B" (2) is in the trash. Restore it first.' });
      expect(await fail(actor, 'update_tasks', { tasks: ['1', '3'], changes: { parent: '3' } })).toMatchObject({ code: 'invalid' });
      expect(await fail(actor, 'update_tasks', { tasks: ['3'], changes: { parent: '1' } })).toMatchObject({ code: 'invalid' });
      expect(await fail(actor, 'update_tasks', { tasks: ['1'], changes: { parent: 'D' } })).toMatchObject({ code: 'invalid' });
      expect(await rowOf(actor, 1)).toMatchObject({ title: 'A', parentId: null, version: 1 });
      expect((await change(actor, '1', { parent: 'C' })).message).toBe('"A" (1) is now a subtask.');
    });

    it('refuses a change of a version that is no longer there', async () => {
      const actor = await newActor();
      const task = await create(actor, { title: 'Call' });
      await change(actor, '1', { title: 'Call Ann' });
      const stale = { ...actor, expectedVersions: { [task.id]: 1 } };
      expect(await fail(stale, 'update_tasks', { tasks: [task.id], changes: { title: 'Call Bob' } })).toMatchObject({ code: 'conflict' });
      expect(await rowOf(actor, 1)).toMatchObject({ title: 'Call Ann', version: 2 });
    });

    it('finds nothing of another person, by number, id or title', async () => {
      const [actor, stranger] = [await newActor(), await newActor()];
      const task = await create(actor, { title: 'Secret plan' });
      for (const ref of ['1', task.id, 'Secret plan', 'secret'])
        expect(await fail(stranger, 'update_tasks', { tasks: [ref], changes: { title: 'Mine' } })).toMatchObject({ code: 'not_found', candidates: [] });
      expect(await rowOf(actor, 1)).toMatchObject({ title: 'Secret plan' });
    });
  });

  describe('tags', () => {
    it('puts tags on and takes them off without touching the rest, ignoring case', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Report', tags: ['Work'] });
      expect((await succeed(actor, 'add_tags', { tasks: ['1'], tags: ['urgent', 'WORK'] })).message).toBe('Tagged "Report" (1) #urgent.');
      expect((await succeed(actor, 'remove_tags', { tasks: ['1'], tags: ['work'] })).message).toBe('Took #Work off "Report" (1).');
      expect(await rowOf(actor, 1)).toMatchObject({ tags: ['urgent'], deletedAt: null, status: 'pending' });
      expect(await succeed(actor, 'remove_tags', { tasks: ['1'], tags: ['work'] })).toMatchObject({ changes: [] });
    });

    it('refuses an eleventh tag rather than leave one out', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Full', tags: Array.from({ length: 10 }, (_, index) => `t${index}`) });
      expect(await fail(actor, 'add_tags', { tasks: ['1'], tags: ['one more'] })).toMatchObject({ code: 'limit' });
      expect((await rowOf(actor, 1)).tags).toHaveLength(10);
      expect(await asUser(actor.userId, (db) => db.tag.count({ where: { userId: actor.userId } }))).toBe(10);
    });
  });

  describe('snooze_tasks', () => {
    it.each([
      ['by an hour counts from the due time', { dueDate: '2026-11-23', dueTime: '12:00' }, { byMinutes: 60 }, { dueDate: '2026-11-23', dueTime: '13:00' }],
      ['by an hour counts from now when it is overdue', { dueDate: '2026-11-20', dueTime: '12:00' }, { byMinutes: 60 }, { dueDate: '2026-11-23', dueTime: '11:00' }],
      ['by an hour gives a day without a time one', { dueDate: '2026-11-23' }, { byMinutes: 90 }, { dueDate: '2026-11-23', dueTime: '11:30' }],
      ['by days keeps the time', { dueDate: '2026-11-25', dueTime: '08:00' }, { byMinutes: 2880 }, { dueDate: '2026-11-27', dueTime: '08:00' }],
      ['an hour earlier counts from the due time', { dueDate: '2026-11-24', dueTime: '12:00' }, { byMinutes: -60 }, { dueDate: '2026-11-24', dueTime: '11:00' }],
      ['a day earlier keeps the time', { dueDate: '2026-11-26', dueTime: '08:00' }, { byMinutes: -1440 }, { dueDate: '2026-11-25', dueTime: '08:00' }],
      ['by a day counts from today when it is overdue', { dueDate: '2026-11-01' }, { byMinutes: 1440 }, { dueDate: '2026-11-24', dueTime: null }],
      ['to a day keeps the time', { dueDate: '2026-11-23', dueTime: '08:00' }, { dueDate: '2026-12-01' }, { dueDate: '2026-12-01', dueTime: '08:00' }],
      ['to the next of its series', { dueDate: '2026-11-27', dueTime: '08:00', recurrence: 'FREQ=WEEKLY;BYDAY=FR' }, { toNext: true }, { dueDate: '2026-12-04', dueTime: '08:00' }],
      ['to the next of its series that is not past', { dueDate: '2026-11-06', recurrence: 'FREQ=WEEKLY;BYDAY=FR' }, { toNext: true }, { dueDate: '2026-11-27' }],
      ['to the next counts from the due date what completing counts from its day', { dueDate: '2026-11-27', recurrence: 'FREQ=DAILY;INTERVAL=3;COUNT=3', fromCompletion: true }, { toNext: true },
        { dueDate: '2026-11-30', recurrence: 'FREQ=DAILY;INTERVAL=3;COUNT=2' }],
      ['to a time means today when it is overdue', { dueDate: '2026-11-01' }, { dueTime: '17:00' }, { dueDate: '2026-11-23', dueTime: '17:00' }],
    ])('%s', async (_name, given, snooze, expected) => {
      const actor = await newActor();
      await create(actor, { title: 'Call', ...given });
      expect((await succeed(actor, 'snooze_tasks', { tasks: ['1'], ...snooze })).tasks).toMatchObject([expected]);
    });

    it('by a day keeps the clock time over the change to summer time', async () => {
      const actor = await newActor({ timeZone: 'Europe/Berlin', now: new Date('2027-03-27T08:00:00Z') });
      await create(actor, { title: 'Call', dueDate: '2027-03-27', dueTime: '10:00' });
      expect((await succeed(actor, 'snooze_tasks', { tasks: ['1'], byMinutes: 1440 })).tasks).toMatchObject([{ dueTime: '10:00', dueAt: '2027-03-28T08:00:00.000Z' }]);
    });

    it('skips no further than the series goes, and what was skipped counts', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Pill', dueDate: '2026-11-23', recurrence: 'FREQ=DAILY;COUNT=3' });
      for (const dueDate of ['2026-11-24', '2026-11-25']) expect((await succeed(actor, 'snooze_tasks', { tasks: ['Pill'], toNext: true })).tasks).toMatchObject([{ dueDate }]);
      expect(await fail(actor, 'snooze_tasks', { tasks: ['Pill'], toNext: true })).toMatchObject({ code: 'invalid', message: '"Pill" (1) is the last of its series, so nothing comes after it. Complete or delete it instead.' });
      expect((await succeed(actor, 'complete_tasks', { tasks: ['Pill'] })).next ?? []).toEqual([]);
    });

    it('has nothing to skip of a task that does not repeat, or is completed', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Call', dueDate: '2026-11-23' });
      expect((await fail(actor, 'snooze_tasks', { tasks: ['1'], toNext: true })).message).toBe('"Call" (1) does not repeat, so there is nothing to skip.');
      expect(await fail(actor, 'snooze_tasks', { tasks: ['1'], toNext: true, byMinutes: 60 })).toMatchObject({ code: 'invalid' });
    });

    it('asks until when if nobody said', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Call' });
      expect(await fail(actor, 'snooze_tasks', { tasks: ['1'] })).toMatchObject({ code: 'invalid' });
    });
  });
});
