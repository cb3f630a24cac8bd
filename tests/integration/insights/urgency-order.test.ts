import { expect, it } from 'vitest';
import { asUser } from '@/lib/db/as-user';
import { loadOpenTasks } from '@/lib/insights/load-open-tasks';
import { rankByUrgency } from '@/lib/insights/urgency';
import { findTasks } from '@/lib/tasks/find-tasks';
import { createUser, onEachDatabase } from '../../support/databases';
import { addTask } from './add-rows';

onEachDatabase(() => {
  it.each(['UTC', 'America/Los_Angeles', 'Asia/Kathmandu'])('lists tasks in the order that recommendations explain, in %s', async (timeZone) => {
    const userId = await createUser();
    const days = [undefined, '2026-11-19', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-25', '2026-11-26', '2026-11-29', '2026-11-30', '2027-01-01'];
    let number = 0;
    for (const due of days)
      for (const priority of [0, 1, 2, 3]) {
        number += 1;
        await addTask(userId, (number * 17) % 41, { created: '2026-11-01T00:00:00Z', due, zone: timeZone, priority });
      }
    await asUser(userId, async (db) => {
      const clock = { now: new Date('2026-11-22T20:00:00Z'), timeZone };
      const { rows } = await findTasks(db, userId, {}, clock, { sort: 'urgency', limit: 100 });
      const ranked = rankByUrgency(await loadOpenTasks(db, userId), clock);
      expect(rows).toHaveLength(40);
      expect(ranked.map(({ task }) => task.number)).toEqual(rows.map((row) => row.number));
    });
  });
});
