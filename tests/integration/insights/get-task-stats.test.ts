import { expect, it } from 'vitest';
import { asUser } from '@/lib/db/as-user';
import { getTaskStats, type StatsInput } from '@/lib/insights/get-task-stats';
import { createUser, onEachDatabase } from '../../support/databases';
import { addTask } from './add-rows';

const stats = (userId: string, now: string, timeZone = 'UTC', input: StatsInput = {}) =>
  asUser(userId, (db) => getTaskStats(db, userId, { now: new Date(now), timeZone }, input));

onEachDatabase(() => {
  it('counts nothing for somebody who has nothing, and does not divide by it', async () => {
    const found = await stats(await createUser(), '2026-11-22T12:00:00Z');
    expect(found.totals).toEqual({ total: 0, pending: 0, completed: 0, overdue: 0, dueToday: 0, completionRate: null });
    expect(found.range).toMatchObject({ from: '2026-10-19', to: '2026-11-22', created: 0, completed: 0, completionRate: null });
    expect(found.days).toHaveLength(35);
    expect(found.weeks.map(({ week }) => week)).toEqual(['2026-W43', '2026-W44', '2026-W45', '2026-W46', '2026-W47']);
    expect(found.tags).toEqual([]);
    expect(found.streak).toEqual({ days: 0, includesToday: false });
  });

  it('counts totals, overdue, today, the range and tags, without the trash and without other people', async () => {
    const [userId, stranger] = [await createUser(), await createUser()];
    await addTask(userId, 1, { created: '2026-11-01T10:00:00Z', completed: '2026-11-20T10:00:00Z', tags: ['Home'] });
    await addTask(userId, 2, { created: '2026-11-20T10:00:00Z', completed: '2026-11-21T10:00:00Z', due: '2026-11-20', tags: ['Home', 'work'] });
    await addTask(userId, 3, { created: '2026-11-20T11:00:00Z', due: '2026-11-21', tags: ['work'] });
    await addTask(userId, 4, { created: '2026-11-22T11:00:00Z', due: '2026-11-22' });
    await addTask(userId, 5, { created: '2026-11-22T11:00:00Z', completed: '2026-11-22T11:30:00Z', deleted: '2026-11-22T11:40:00Z', tags: ['work'] });
    await addTask(stranger, 1, { created: '2026-11-22T11:00:00Z', completed: '2026-11-22T11:30:00Z' });

    const found = await stats(userId, '2026-11-22T12:00:00Z', 'UTC', { from: '2026-11-16', to: '2026-11-22' });
    expect(found.totals).toEqual({ total: 4, pending: 2, completed: 2, overdue: 1, dueToday: 1, completionRate: 50 });
    expect(found.range).toEqual({ from: '2026-11-16', to: '2026-11-22', created: 3, completed: 2, createdAndCompleted: 1, completionRate: 33 });
    expect(found.days.filter(({ created, completed }) => created + completed > 0)).toEqual([
      { date: '2026-11-20', created: 2, completed: 1 },
      { date: '2026-11-21', created: 0, completed: 1 },
      { date: '2026-11-22', created: 1, completed: 0 },
    ]);
    expect(found.weeks).toEqual([{ week: '2026-W47', from: '2026-11-16', to: '2026-11-22', created: 3, completed: 2 }]);
    expect(found.tags).toEqual([
      { tag: 'Home', total: 2, pending: 0, completed: 2, overdue: 0, completionRate: 100 },
      { tag: 'work', total: 2, pending: 1, completed: 1, overdue: 1, completionRate: 50 },
    ]);
    expect(found.streak).toEqual({ days: 2, includesToday: false });

    const work = await stats(userId, '2026-11-22T12:00:00Z', 'UTC', { tag: 'WORK' });
    expect(work.totals).toMatchObject({ total: 2, completed: 1, completionRate: 50 });
    expect(work.tags.map(({ tag }) => tag)).toEqual(['work']);
    expect(work.streak).toEqual({ days: 1, includesToday: false });
  });

  it('puts an instant on the day that each zone says', async () => {
    const userId = await createUser();
    // 23:30 on the 21st in UTC: already the 22nd in Kathmandu, the afternoon of the 21st in Los Angeles.
    await addTask(userId, 1, { created: '2026-11-21T23:30:00Z', completed: '2026-11-22T07:59:59.999Z' });
    const dayOf = async (zone: string) => {
      const { days } = await stats(userId, '2026-11-22T12:00:00Z', zone);
      return [days.find(({ created }) => created > 0)?.date, days.find(({ completed }) => completed > 0)?.date];
    };
    expect(await dayOf('UTC')).toEqual(['2026-11-21', '2026-11-22']);
    expect(await dayOf('Asia/Kathmandu')).toEqual(['2026-11-22', '2026-11-22']);
    expect(await dayOf('America/Los_Angeles')).toEqual(['2026-11-21', '2026-11-21']);
  });

  it('gives midnight to the day that begins, on the days that clocks change too', async () => {
    const userId = await createUser();
    // New York, November 1, 2026, has 25 hours: 04:00Z to 05:00Z of the next day.
    for (const [index, completed] of ['2026-11-01T03:59:59.999Z', '2026-11-01T04:00:00Z', '2026-11-02T04:59:59.999Z', '2026-11-02T05:00:00Z'].entries())
      await addTask(userId, index + 1, { created: '2026-10-01T00:00:00Z', completed });
    const { days, range } = await stats(userId, '2026-11-03T12:00:00Z', 'America/New_York', { from: '2026-10-31', to: '2026-11-02' });
    expect(days.map(({ date, completed }) => [date, completed])).toEqual([['2026-10-31', 1], ['2026-11-01', 2], ['2026-11-02', 1]]);
    expect(range.completed).toBe(4);
    // Berlin, March 29, 2026, has 23.
    await addTask(userId, 9, { created: '2026-03-28T22:59:59Z', completed: '2026-03-29T22:00:00Z' });
    const spring = await stats(userId, '2026-11-03T12:00:00Z', 'Europe/Berlin', { from: '2026-03-28', to: '2026-03-30' });
    expect(spring.days).toEqual([
      { date: '2026-03-28', created: 1, completed: 0 },
      { date: '2026-03-29', created: 0, completed: 0 },
      { date: '2026-03-30', created: 0, completed: 1 },
    ]);
  });

  it('follows a streak over as many days as it lasts, and says whether today is in it', async () => {
    const userId = await createUser();
    const now = '2026-11-22T12:00:00Z';
    for (let day = 1; day <= 130; day += 1) {
      const completed = new Date(Date.parse(now) - day * 86_400_000).toISOString();
      await addTask(userId, day, { created: '2026-01-01T00:00:00Z', completed });
    }
    expect((await stats(userId, now)).streak).toEqual({ days: 130, includesToday: false });
    await addTask(userId, 200, { created: now, completed: now });
    expect((await stats(userId, now)).streak).toEqual({ days: 131, includesToday: true });
    expect((await stats(userId, '2026-11-24T12:00:00Z')).streak).toEqual({ days: 0, includesToday: false });
  });

  it('takes open and absurd ranges', async () => {
    const userId = await createUser();
    await addTask(userId, 1, { created: '2026-11-10T12:00:00Z', completed: '2026-11-12T12:00:00Z' });
    const now = '2026-11-22T12:00:00Z';
    expect((await stats(userId, now, 'UTC', { to: '2026-11-15' })).range).toMatchObject({ from: '2026-11-10', to: '2026-11-15', created: 1, completed: 1 });
    expect((await stats(userId, now, 'UTC', { from: '2026-11-12' })).range).toMatchObject({ to: '2026-11-22', created: 0, completed: 1 });
    const all = await stats(userId, now, 'UTC', { from: '1900-01-01', to: '2999-12-31' });
    expect(all.range).toMatchObject({ created: 1, completed: 1 });
    expect(all.days).toHaveLength(366);
    expect(all.days.at(-1)?.date).toBe('2026-11-22');
  });
});
