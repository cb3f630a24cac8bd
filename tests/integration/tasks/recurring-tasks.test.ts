import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/assistant/actor';
import { undoCall } from '@/lib/assistant/undo-call';
import { onEachDatabase } from '../../support/databases';
import { create, fail, newActor, rowOf, succeed } from './people';

const at = (actor: Actor, now: string): Actor => ({ ...actor, now: new Date(now) });
const complete = (actor: Actor, ...tasks: string[]) => succeed(actor, 'complete_tasks', { tasks });

onEachDatabase(() => {
  describe('completing a recurring task', () => {
    it('makes the next of a series with everything it had, its checklist anew, and the same series', async () => {
      const actor = await newActor({ timeZone: 'Europe/Berlin' });
      const task = await create(actor, {
        title: 'Water plants', dueDate: '2026-11-23', dueTime: '18:00', recurrence: 'FREQ=WEEKLY', tags: ['home'], priority: 'high',
        reminder: { minutesBefore: 10 }, durationMinutes: 15, description: 'all of them', subtasks: ['Kitchen'],
      });
      await complete(actor, 'Kitchen');
      const output = await complete(actor, 'Water plants');
      expect(output.message).toBe('Completed "Water plants" (1). The next one is "Water plants" (3), due Monday 30 November 2026 at 18:00.');
      expect(output.next).toMatchObject([{
        number: 3, dueDate: '2026-11-30', dueTime: '18:00', dueAt: '2026-11-30T17:00:00.000Z', tags: ['home'], priority: 'high', status: 'pending',
        reminder: { minutesBefore: 10 }, durationMinutes: 15, description: 'all of them', recurrence: 'FREQ=WEEKLY', seriesId: task.seriesId,
      }]);
      expect(await rowOf(actor, 4)).toMatchObject({ title: 'Kitchen', status: 'pending', parentId: output.next?.[0]?.id });
    });

    it.each([
      ['the last day of each month stands in for the 31st', 'FREQ=MONTHLY;BYMONTHDAY=31', '2027-01-31', ['2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']],
      ['29 February is 28 February in other years', 'FREQ=YEARLY', '2024-02-29', ['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']],
      ['every other Friday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '2026-11-27', ['2026-12-11', '2026-12-25']],
      ['three times', 'FREQ=DAILY;COUNT=3', '2026-11-23', ['2026-11-24', '2026-11-25', null]],
      ['until a day', 'FREQ=WEEKLY;UNTIL=20261206', '2026-11-23', ['2026-11-30', null]],
    ])('keeps the rhythm: %s', async (_name, recurrence, dueDate, expected) => {
      const actor = await newActor();
      let task = await create(actor, { title: 'Again', dueDate, recurrence });
      for (const day of expected) {
        const output = await complete(at(actor, `${task.dueDate}T09:00:00Z`), String(task.number));
        if (day === null) {
          expect(output.message).toContain('was the last of its series.');
          expect(output.next).toBeUndefined();
          return;
        }
        expect(output.next?.[0]?.dueDate).toBe(day);
        if (output.next?.[0]) task = output.next[0];
      }
    });

    it('skips the missed ones, keeps the day and says how many', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Bins', dueDate: '2026-11-02', recurrence: 'FREQ=WEEKLY;BYDAY=MO' });
      const output = await complete(at(actor, '2026-11-25T09:00:00Z'), 'Bins');
      expect(output.message).toBe('Completed "Bins" (1). The next one is "Bins" (2), due Monday 30 November 2026 (3 missed occurrences skipped).');
    });

    it('does not skip what is due later today', async () => {
      const actor = await newActor({ timeZone: 'Asia/Tokyo' });
      await create(actor, { title: 'Pill', dueDate: '2026-11-22', dueTime: '21:00', recurrence: 'FREQ=DAILY' });
      expect((await complete(actor, 'Pill')).next).toMatchObject([{ dueDate: '2026-11-23', dueAt: '2026-11-23T12:00:00.000Z' }]);
    });

    it('counts from the day of completion, on the task\'s own calendar, when the rule says so', async () => {
      const actor = await newActor({ timeZone: 'Pacific/Auckland' });
      await create(actor, { title: 'Haircut', dueDate: '2026-10-01', recurrence: 'FREQ=WEEKLY;INTERVAL=3', fromCompletion: true });
      const output = await complete(at(actor, '2026-11-23T12:00:00Z'), 'Haircut');
      expect(output.next).toMatchObject([{ dueDate: '2026-12-15', fromCompletion: true }]);
      expect(output.message).not.toContain('missed');
    });

    it('counts down a rule from completion, so that three times are three times', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Dose', recurrence: 'FREQ=DAILY;COUNT=3', fromCompletion: true, dueDate: '2026-11-23' });
      expect((await complete(actor, '1')).next).toHaveLength(1);
      expect((await complete(actor, '2')).next).toHaveLength(1);
      expect((await complete(actor, '3')).message).toBe('Completed "Dose" (3). "Dose" (3) was the last of its series.');
    });

    it('keeps the clock time where the clocks change, and moves a reminder with it', async () => {
      const actor = await newActor({ timeZone: 'America/New_York', now: new Date('2026-10-30T12:00:00Z') });
      await create(actor, {
        title: 'Call', dueDate: '2026-10-30', dueTime: '09:00', recurrence: 'FREQ=WEEKLY', reminder: { date: '2026-10-30', time: '08:00' },
      });
      expect((await complete(actor, 'Call')).next).toMatchObject([{
        dueDate: '2026-11-06', dueTime: '09:00', dueAt: '2026-11-06T14:00:00.000Z', reminder: { date: '2026-11-06', time: '08:00' },
      }]);
    });

    it.each([
      ['FREQ=HOURLY;INTERVAL=6;BYDAY=MO', '18:00', ['2026-11-30 00:00', '2026-11-30 06:00']],
      ['FREQ=HOURLY;BYHOUR=9,10', '10:00', ['2026-11-24 09:00', '2026-11-24 10:00']],
      ['FREQ=MINUTELY;INTERVAL=30;BYMONTHDAY=1;BYHOUR=8', '08:30', ['2026-12-01 08:00', '2026-12-01 08:30', '2027-01-01 08:00']],
    ])('goes on within the days and hours of the rule alone: %s', async (recurrence, dueTime, expected) => {
      const actor = await newActor();
      let task = await create(actor, { title: 'Look', dueDate: '2026-11-23', dueTime, recurrence });
      for (const due of expected) {
        const { next } = await complete(at(actor, `${task.dueDate}T${task.dueTime}:00Z`), String(task.number));
        expect(`${next?.[0]?.dueDate} ${next?.[0]?.dueTime}`).toBe(due);
        if (next?.[0]) task = next[0];
      }
    });

    it('begins a rule within the day on a day that it allows', async () => {
      const actor = await newActor();
      expect(await create(actor, { title: 'Look', recurrence: 'FREQ=HOURLY;INTERVAL=2;BYDAY=WE', dueTime: '09:00' })).toMatchObject({ dueDate: '2026-11-25', dueTime: '09:00' });
      expect(await create(actor, { title: 'Look', recurrence: 'FREQ=HOURLY;INTERVAL=2;BYDAY=WE' })).toMatchObject({ dueDate: '2026-11-25', dueTime: '00:00' });
      expect(await create(actor, { title: 'Look', recurrence: 'FREQ=HOURLY;INTERVAL=2', dueTime: '09:00' })).toMatchObject({ dueDate: '2026-11-24', dueTime: '09:00' });
    });

    it.each(['FREQ=DAILY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO', 'FREQ=HOURLY;BYHOUR=9;BYMONTH=1;BYMONTHDAY=1;BYDAY=1XX'])(
      'refuses a rule that comes on no day which a task can have: %s', async (recurrence) => {
        const actor = await newActor();
        expect(await fail(actor, 'create_tasks', { tasks: [{ title: 'Rare', recurrence }] })).toMatchObject({ code: 'invalid' });
      },
    );

    it('goes on within the day', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Stretch', dueDate: '2026-11-23', dueTime: '08:00', recurrence: 'FREQ=HOURLY;INTERVAL=3' });
      expect((await complete(actor, 'Stretch')).next).toMatchObject([{ dueDate: '2026-11-23', dueTime: '11:00' }]);
    });

    it('never makes the next one twice: not after reopening, not at one moment, again after undo', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Run', dueDate: '2026-11-23', recurrence: 'FREQ=DAILY' });
      const [one, two] = await Promise.all([complete(actor, '1'), complete(actor, '1')]);
      expect([one, two].filter(({ next }) => next)).toHaveLength(1);
      await succeed(actor, 'reopen_tasks', { tasks: ['1'] });
      const again = await complete(actor, '1');
      expect(again.next).toBeUndefined();
      expect(again.message).toBe('Completed "Run" (1). The next one is already there: "Run" (2).');
      await succeed(actor, 'undo', { steps: 3 });
      expect((await rowOf(actor, 2)).deletedAt).not.toBeNull();
      expect((await complete(actor, '1')).next).toMatchObject([{ number: 3 }]);
      expect(await succeed(actor, 'list_tasks', { status: 'pending' })).toMatchObject({ total: 1 });
    });

    it('undo removes the next one again; an edited next one stays and the reason is said', async () => {
      const actor = await newActor();
      await create(actor, { title: 'Run', dueDate: '2026-11-23', recurrence: 'FREQ=DAILY' });
      const done = await complete(actor, '1');
      expect((await succeed(actor, 'undo', {})).changes).toMatchObject([{ number: 1, operation: 'reopen' }, { number: 2, operation: 'delete' }]);
      await succeed(actor, 'redo', {});
      await succeed(actor, 'update_tasks', { tasks: ['2'], changes: { title: 'Run far' } });
      const output = await undoCall(actor, done.id ?? '');
      expect(output).toMatchObject({ ok: true, message: expect.stringContaining('"Run far" (2) has changed since, so it was left as it is.') });
      expect(await rowOf(actor, 1)).toMatchObject({ status: 'pending' });
      expect(await rowOf(actor, 2)).toMatchObject({ title: 'Run far', deletedAt: null });
    });
  });
});
