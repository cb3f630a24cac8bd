import { describe, expect, it } from 'vitest';
import { asUser } from '@/lib/db/as-user';
import { countStatements, onEachDatabase } from '../../support/databases';
import { create, fail, inChat, newActor, rowOf, succeed } from './people';

onEachDatabase(() => {
  describe('create_tasks', () => {
    it('keeps everything that was said, and says it back with number and full date', async () => {
      const actor = await newActor({ timeZone: 'Europe/Berlin' });
      const output = await succeed(actor, 'create_tasks', {
        tasks: [{
          title: ' Buy milk ', description: 'two litres', dueDate: '2026-11-30', dueTime: '17:00', priority: 'high', tags: ['#Home', 'home', 'Shop'],
          durationMinutes: 20, reminder: { minutesBefore: 15 },
        }],
      });
      expect(output.message).toBe('Created "Buy milk" (1), due Monday 30 November 2026 at 17:00.');
      expect(output.tasks).toHaveLength(1);
      expect(output.tasks?.[0]).toMatchObject({
        number: 1, title: 'Buy milk', description: 'two litres', status: 'pending', priority: 'high', dueDate: '2026-11-30', dueTime: '17:00',
        dueAt: '2026-11-30T16:00:00.000Z', timeZone: 'Europe/Berlin', tags: ['Home', 'Shop'], durationMinutes: 20, reminder: { minutesBefore: 15 },
        version: 1, createdAt: '2026-11-23T10:00:00.000Z', completedAt: null, deletedAt: null, recurrence: null,
      });
      expect(output.changes).toEqual([
        { taskId: output.tasks?.[0]?.id, number: 1, title: 'Buy milk', operation: 'create', before: null, after: output.tasks?.[0] },
      ]);
      const stored = await rowOf(actor, 1);
      expect(stored).toMatchObject({ tags: ['Home', 'Shop'], dueAt: '2026-11-30T16:00:00.000Z', sortOrder: 1, createdAt: '2026-11-23T10:00:00.000Z' });
    });

    it.each([
      ['Asia/Kolkata', '2026-11-30', '2026-11-30T18:29:59.999Z'],
      ['America/New_York', '2026-03-08', '2026-03-09T03:59:59.999Z'],
      ['Pacific/Auckland', '2026-09-27', '2026-09-27T10:59:59.999Z'],
      ['America/Sao_Paulo', '2018-11-03', '2018-11-04T02:59:59.999Z'],
    ])('a day alone is due at its last millisecond in %s, also where clocks change', async (timeZone, dueDate, dueAt) => {
      const actor = await newActor({ timeZone });
      expect(await create(actor, { title: 'Call', dueDate })).toMatchObject({ dueDate, dueTime: null, dueAt, timeZone });
    });

    it('takes a time that the clocks skip as the moment after the gap', async () => {
      const actor = await newActor({ timeZone: 'Europe/Berlin' });
      const task = await create(actor, { title: 'Night shift', dueDate: '2027-03-28', dueTime: '02:30' });
      expect(task).toMatchObject({ dueTime: '02:30', dueAt: '2027-03-28T01:30:00.000Z' });
    });

    it('begins a recurrence without a day at its first occurrence, today unless its time is past', async () => {
      const actor = await newActor({ timeZone: 'Europe/Berlin' });
      expect(await create(actor, { title: 'Review', recurrence: 'FREQ=WEEKLY;BYDAY=FR' })).toMatchObject({ dueDate: '2026-11-27', dueTime: null });
      expect(await create(actor, { title: 'Stand-up', recurrence: 'RRULE:FREQ=WEEKLY;BYDAY=MO', dueTime: '10:00' })).toMatchObject({
        dueDate: '2026-11-30', dueAt: '2026-11-30T09:00:00.000Z', recurrence: 'FREQ=WEEKLY;BYDAY=MO',
      });
      expect(await create(actor, { title: 'Supper', recurrence: 'FREQ=DAILY', dueTime: '18:00' })).toMatchObject({ dueDate: '2026-11-23' });
    });

    it.each(['FREQ=SOMETIMES', 'every Monday', 'FREQ=DAILY;INTERVAL=0', 'FREQ=MONTHLY;BYMONTHDAY=32', 'FREQ=DAILY;COUNT=0', 'FREQ=WEEKLY;BYDAY=XX',
      'FREQ=DAILY;UNTIL=20200101', 'FREQ=SECONDLY', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=DAILY;BYMONTH=4,6;BYMONTHDAY=31,-31', 'FREQ=DAILY;FOO=1', 'DTSTART:20260101T000000Z\nRRULE:FREQ=DAILY'])(
      'refuses the recurrence %j and makes nothing', async (recurrence) => {
        const actor = await newActor();
        expect(await fail(actor, 'create_tasks', { tasks: [{ title: 'Kept out' }, { title: 'Odd', recurrence, dueDate: '2026-12-01' }] }))
          .toMatchObject({ code: 'invalid' });
        expect(await succeed(actor, 'list_tasks', {})).toMatchObject({ total: 0 });
        expect((await create(actor, { title: 'First' })).number).toBe(1);
      });

    it('makes subtasks with numbers of their own, and refuses a second level', async () => {
      const actor = await newActor();
      const output = await succeed(actor, 'create_tasks', { tasks: [{ title: 'Trip', subtasks: ['Book', 'Pack'] }] });
      expect(output.message).toBe('Created "Trip" (1), with 2 subtasks: "Book" (2) and "Pack" (3).');
      expect(output.tasks?.map(({ number, parentId }) => [number, parentId === null])).toEqual([[1, true], [2, false], [3, false]]);
      expect(await create(actor, { title: 'Visa', parent: 'trip' })).toMatchObject({ parentId: output.tasks?.[0]?.id });
      expect(await fail(actor, 'create_tasks', { tasks: [{ title: 'Socks', parent: 'Pack' }] })).toMatchObject({ code: 'invalid' });
      expect(await fail(actor, 'create_tasks', { tasks: [{ title: 'Socks', parent: 'Trip', subtasks: ['Red'] }] })).toMatchObject({ code: 'invalid' });
    });

    it('uses the tag that is there, whatever its case, and gives a new one a colour', async () => {
      const actor = await newActor();
      await create(actor, { title: 'One', tags: ['Büro', 'home'] });
      await succeed(actor, 'create_tasks', { tasks: [{ title: 'Two', tags: ['BÜRO'] }, { title: 'Three', tags: ['Home', 'new'] }] });
      expect((await rowOf(actor, 2)).tags).toEqual(['Büro']);
      expect((await rowOf(actor, 3)).tags).toEqual(['home', 'new']);
      const tags = await asUser(actor.userId, (db) => db.tag.findMany({ where: { userId: actor.userId } }));
      expect(tags).toHaveLength(3);
      expect(tags.every(({ color }) => /^[a-z]+$/.test(color))).toBe(true);
    });

    it.each([
      [{ title: '   ' }, 'invalid'], [{ title: '\u200b\u2060\u202e' }, 'invalid'], [{ title: 'x', tags: ['\u200d'] }, 'invalid'], [{ title: 'x'.repeat(201) }, 'invalid'], [{ title: 'x', dueDate: '2026-02-30' }, 'invalid'],
      [{ title: 'x', dueTime: '25:00' }, 'invalid'], [{ title: 'x', tags: Array.from({ length: 11 }, (_, n) => `t${n}`) }, 'invalid'],
      [{ title: 'x', reminder: { minutesBefore: 5 } }, 'invalid'], [{ title: 'x', subtasks: Array.from({ length: 51 }, () => 'y') }, 'invalid'],
      [{ title: 'x', parent: 'nowhere' }, 'not_found'],
    ])('refuses %j, says why and records the call', async (task, code) => {
      const actor = await newActor();
      const output = await fail(actor, 'create_tasks', { tasks: [task] });
      expect(output.code).toBe(code);
      expect(output.message.length).toBeGreaterThan(5);
      const calls = await asUser(actor.userId, (db) => db.toolCall.findMany({ where: { userId: actor.userId } }));
      expect(calls).toMatchObject([{ id: output.id, state: 'error', tool: 'create_tasks', skill: 'TaskManagementSkill' }]);
      expect(await asUser(actor.userId, (db) => db.task.count({ where: { userId: actor.userId } }))).toBe(0);
    });

    it('keeps any text as it is: quotes, HTML, SQL, emoji, right to left; NUL and broken surrogates cannot be kept', async () => {
      const actor = await newActor();
      for (const title of [`Robert'); DROP TABLE task;--`, '<script>alert(1)</script>', '👩‍👩‍👧 party', 'לקנות חלב', '$1 $' + '{x} %s \\'])
        expect((await create(actor, { title })).title).toBe(title);
      expect((await create(actor, { title: 'a\0b\uD800c' })).title).toBe('ab\uFFFDc');
    });

    it('takes the default priority from the preferences', async () => {
      const actor = await newActor();
      await asUser(actor.userId, (db) => db.preferences.update({ where: { userId: actor.userId }, data: { defaultPriority: 1 } }));
      expect((await create(actor, { title: 'Quiet' })).priority).toBe('low');
      expect((await create(actor, { title: 'Loud', priority: 'none' })).priority).toBe('none');
    });

    it('gives twenty tasks made at one moment the numbers 1 to 20', async () => {
      const actor = await newActor();
      const made = await Promise.all(Array.from({ length: 20 }, (_, index) => create(actor, { title: `Task at once ${index}`, tags: ['Shared'] })));
      expect(made.map(({ number }) => number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      const [tags, preferences] = await asUser(actor.userId, async (db) => [
        await db.tag.count({ where: { userId: actor.userId } }), await db.preferences.findUnique({ where: { userId: actor.userId } }),
      ]);
      expect(tags).toBe(1);
      expect(preferences).toMatchObject({ nextTaskNumber: 21, changeSequence: 20n });
    });

    it('needs at most eight statements in a chat, tags and counters included', async () => {
      const actor = await inChat(await newActor());
      const { count, statements } = await countStatements(() => succeed({ ...actor, callId: 'a' }, 'create_tasks', { tasks: [{ title: 'Quick', tags: ['new'] }] }));
      expect(count, statements.join('\n\n')).toBeLessThanOrEqual(8);
    });
  });
});
