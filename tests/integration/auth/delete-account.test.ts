import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { runTool } from '@/lib/assistant/run-tool';
import { deleteAccount } from '@/lib/auth/delete-account';
import { getDatabase } from '@/lib/db/database';
import { createUser, onEachDatabase } from '../../support/databases';
import { inChat } from '../tasks/people';
import { belongingsOf, furnish, OWNED } from './belongings';

const personOf = (id: string) => ({ id, name: 'Test', email: `${id}@example.com`, isGuest: true, sessionId: null, scopes: 'all' as const });

onEachDatabase(() => {
  it('erases everything at once, whatever the assistant is at', async () => {
    const { prisma } = await getDatabase();
    for (let round = 0; round < 12; round++) {
      const userId = await createUser();
      await furnish(userId, ['home']);
      const actor = await inChat({ userId, source: 'chat', now: new Date(), timeZone: 'UTC' });
      const working = Array.from({ length: 6 }, (_, index) =>
        runTool({ ...actor, callId: `call-${index}` }, 'create_tasks', { tasks: [{ title: `Task ${index}`, tags: [`tag ${index}`] }] }).catch(() => null));
      await Promise.all([...working.slice(0, 3), deleteAccount(personOf(userId), undefined), ...working]);
      expect(await prisma.user.count({ where: { id: userId } })).toBe(0);
      const left = await belongingsOf(userId);
      for (const table of OWNED) expect(left[table], table).toEqual([]);
    }
  });

  it('leaves what others wait for alone, whose addresses hold or resemble the own one', async () => {
    const { prisma } = await getDatabase();
    const [userId, other] = [await createUser(), await createUser()];
    const [email, expiresAt, now] = ['_@example.com', new Date(Date.now() + 60_000), new Date()];
    const add = async (identifier: string, value: string) => {
      const id = randomUUID();
      await prisma.verification.create({ data: { id, identifier, value, expiresAt, createdAt: now, updatedAt: now } });
      return id;
    };
    const mine = [await add(email, 'x'), await add('code', JSON.stringify({ userId }))];
    const theirs = [await add('a_@example.com', JSON.stringify({ userId: other })), await add('b@example.com', 'x')];
    await deleteAccount({ ...personOf(userId), email }, undefined);
    const left = await prisma.verification.findMany({ where: { id: { in: [...mine, ...theirs] } }, select: { id: true } });
    expect(left.map(({ id }) => id).sort()).toEqual(theirs.sort());
  });
});
