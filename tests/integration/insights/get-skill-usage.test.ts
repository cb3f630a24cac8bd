import { expect, it } from 'vitest';
import { asUser } from '@/lib/db/as-user';
import { getSkillUsage } from '@/lib/insights/get-skill-usage';
import { createUser, onEachDatabase } from '../../support/databases';
import { addAnswers } from './add-rows';

const usage = (userId: string, timeZone: string, days?: number) =>
  asUser(userId, (db) => getSkillUsage(db, userId, { now: new Date('2026-11-22T12:00:00Z'), timeZone }, days));

onEachDatabase(() => {
  it('is empty for somebody who has said nothing', async () => {
    expect(await usage(await createUser(), 'UTC')).toEqual({ from: '2026-10-24', to: '2026-11-22', total: 0, skills: [], days: [] });
  });

  it('counts answers per skill and day of the zone, with the tokens and time of their turns', async () => {
    const [userId, stranger] = [await createUser(), await createUser()];
    await addAnswers(userId, [
      { at: '2026-11-20T23:30:00Z', skill: 'TaskManagementSkill', tokens: 100 },
      { at: '2026-11-21T10:00:00Z', skill: 'TaskManagementSkill', tokens: 50 },
      { at: '2026-11-21T11:00:00Z', skill: 'TaskSearchSkill' },
      { at: '2026-11-21T12:00:00Z', skill: null },
      { at: '2026-10-01T12:00:00Z', skill: 'TaskAnalyticsSkill' },
    ]);
    await addAnswers(stranger, [{ at: '2026-11-21T10:00:00Z', skill: 'TaskSearchSkill' }]);
    const found = await usage(userId, 'UTC');
    expect(found.total).toBe(3);
    expect(found.skills).toEqual([
      { skill: 'TaskManagementSkill', messages: 2, tokensIn: 150, tokensOut: 150, averageMs: 40 },
      { skill: 'TaskSearchSkill', messages: 1, tokensIn: null, tokensOut: null, averageMs: 40 },
    ]);
    expect(found.days).toEqual([
      { date: '2026-11-20', skill: 'TaskManagementSkill', messages: 1 },
      { date: '2026-11-21', skill: 'TaskManagementSkill', messages: 1 },
      { date: '2026-11-21', skill: 'TaskSearchSkill', messages: 1 },
    ]);
    const tokyo = await usage(userId, 'Asia/Tokyo');
    expect(tokyo.days).toEqual([
      { date: '2026-11-21', skill: 'TaskManagementSkill', messages: 2 },
      { date: '2026-11-21', skill: 'TaskSearchSkill', messages: 1 },
    ]);
    expect((await usage(userId, 'UTC', 1)).total).toBe(0);
    expect((await usage(userId, 'UTC', 366)).skills.map(({ skill }) => skill)).toContain('TaskAnalyticsSkill');
  });
});
