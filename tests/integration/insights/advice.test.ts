import { expect, it } from 'vitest';
import { runTool } from '@/lib/assistant/run-tool';
import type { ToolName } from '@/lib/assistant/tool-skills';
import { asUser } from '@/lib/db/as-user';
import { createUser, onEachDatabase } from '../../support/databases';

const run = (userId: string, name: ToolName, input: unknown = {}, timeZone = 'UTC', now = '2026-11-23T08:00:00Z') =>
  runTool({ userId, source: 'chat', now: new Date(now), timeZone }, name, input);

onEachDatabase(() => {
  it('has a plain answer for somebody who has nothing', async () => {
    const userId = await createUser();
    expect(await run(userId, 'get_task_stats')).toMatchObject({ ok: true, message: 'There are no tasks yet, so there is nothing to count.' });
    expect(await run(userId, 'get_task_stats', { tag: 'home' })).toMatchObject({ ok: true, message: 'No task carries the tag "home".' });
    expect(await run(userId, 'recommend_next')).toMatchObject({ ok: true, message: 'Nothing is open, so there is nothing to recommend.', tasks: [] });
    expect(await run(userId, 'plan_day')).toMatchObject({ ok: true, message: 'Nothing needs to be done on Monday 23 November 2026.', tasks: [] });
    expect(await run(userId, 'get_skill_usage')).toMatchObject({ ok: true, data: { total: 0 } });
  });

  it('recommends and plans with reasons, names the tasks in that order, and changes nothing', async () => {
    const userId = await createUser();
    await run(userId, 'create_tasks', {
      tasks: [
        { title: 'Someday' },
        { title: 'Dentist', dueDate: '2026-11-23', dueTime: '10:00', durationMinutes: 60 },
        { title: 'Report', dueDate: '2026-11-23', priority: 'high', durationMinutes: 90 },
        { title: 'Done already', dueDate: '2026-11-23' },
        { title: 'Thrown away', dueDate: '2026-11-23' },
      ],
    });
    await run(userId, 'complete_tasks', { tasks: ['4'] });
    await run(userId, 'delete_tasks', { tasks: ['5'] });
    const before = await asUser(userId, (db) => db.task.findMany({ where: { userId } }));

    const next = await run(userId, 'recommend_next', { limit: 2 });
    expect(next).toMatchObject({
      ok: true, tasks: [{ title: 'Report' }, { title: 'Dentist' }], data: { open: 3 },
      message: 'Start with "Report" (3): due today, high priority. Then "Dentist" (2): due today at 10:00, in 2 hours. 1 other task can wait.',
    });
    const plan = await run(userId, 'plan_day');
    expect(plan).toMatchObject({
      ok: true, tasks: [{ title: 'Dentist' }, { title: 'Report' }],
      data: { blocks: [{ number: 2, start: '10:00', end: '11:00', fixed: true }, { number: 3, start: '11:00', end: '12:30', fixed: false }], unplaced: [] },
    });
    expect(await asUser(userId, (db) => db.task.findMany({ where: { userId } }))).toEqual(before);
    expect(await asUser(userId, (db) => db.taskChange.count({ where: { userId } }))).toBe(7);
  });

  it('plans the day that it is where the person is', async () => {
    const userId = await createUser();
    await run(userId, 'create_tasks', { tasks: [{ title: 'Monday there', dueDate: '2026-11-23' }] });
    const plan = (zone: string, now: string) => run(userId, 'plan_day', {}, zone, now);
    expect(await plan('Asia/Tokyo', '2026-11-22T23:00:00Z')).toMatchObject({ data: { date: '2026-11-23', blocks: [{ start: '09:00' }] } });
    expect(await plan('America/Los_Angeles', '2026-11-23T07:59:00Z')).toMatchObject({ data: { date: '2026-11-22' } });
    expect(await plan('UTC', '2026-11-23T00:00:00Z')).toMatchObject({ data: { date: '2026-11-23' } });
    expect(await run(userId, 'plan_day', { date: '2026-11-22' })).toMatchObject({ ok: false, code: 'invalid', message: expect.stringContaining('is past') });
    expect(await run(userId, 'plan_day', { date: '2026-02-30' })).toMatchObject({ ok: false, code: 'invalid' });
    expect(await run(userId, 'recommend_next', { limit: 0 })).toMatchObject({ ok: false, code: 'invalid' });
    expect(await run(userId, 'get_task_stats', { from: '2026-11-02', to: '2026-11-01' })).toMatchObject({ ok: false, code: 'invalid' });
  });

  it('says its numbers exactly', async () => {
    const userId = await createUser();
    await run(userId, 'create_tasks', { tasks: [{ title: 'A' }, { title: 'B' }, { title: 'C', dueDate: '2026-11-23' }] });
    await run(userId, 'complete_tasks', { tasks: ['1'] });
    expect(await run(userId, 'get_task_stats', {}, 'UTC', '2026-11-23T09:00:00Z')).toMatchObject({
      message:
        'In all there are 3 tasks: 2 open (1 due today) and 1 completed, a completion rate of 33%. From Monday 26 October 2026 to Monday 23 ' +
        'November 2026 you completed 1 task and created 3, of which 1 is completed (33%). Your streak: 1 day in a row with a completed task.',
    });
  });
});
