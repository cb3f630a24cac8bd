import { v7 } from 'uuid';
import { expect, it, vi } from 'vitest';
import { GET as cron } from '@/app/api/cron/clean-up/route';
import { getConversation } from '@/lib/conversations/get-conversation';
import { listConversations } from '@/lib/conversations/list-conversations';
import { getDatabase } from '@/lib/db/database';
import { readChanges } from '@/lib/live/read-changes';
import { cleanUp } from '@/lib/retention/clean-up';
import { createUser, onEachDatabase } from '../../support/databases';
import { addMessages, writeChange, writeConversation, writeLongConversation, writeToolCall, writeTurn } from '../conversations/fixtures';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

onEachDatabase((kind) => {
  it('erases what was in the trash for 30 days, and only that; tasks and the ledger stay', async () => {
    const user = await createUser();
    const { prisma } = await getDatabase();
    const old = await writeLongConversation(user, 3_000);
    const young = await writeConversation(user, [{}], { deletedAt: daysAgo(29) });
    const live = await writeConversation(user, [{}]);
    const turnId = await writeTurn(user, { conversationId: old.id, userMessageId: old.lastId });
    const call = await writeToolCall(user, { turnId });
    await writeChange(user, call);
    await prisma.conversation.update({ where: { userId_id: { userId: user, id: old.id } }, data: { deletedAt: daysAgo(31) } });
    expect(await cleanUp()).toEqual({ conversationsDeleted: 0, conversationsErased: 1, tasksErased: 0 });
    const left = await prisma.conversation.findMany({ where: { userId: user }, select: { id: true }, orderBy: { id: 'asc' } });
    expect(left.map(({ id }) => id)).toEqual([young.id, live.id].sort());
    expect(await prisma.message.count({ where: { userId: user } })).toBe(2);
    expect(await prisma.turn.count({ where: { userId: user } })).toBe(0);
    expect(await prisma.taskChange.count({ where: { userId: user, toolCallId: call } })).toBe(1);
  });

  it('deletes old conversations of those who wish so, pinned ones exempt, and tells their tabs', async () => {
    const { prisma } = await getDatabase();
    const [wishes, doesNot] = [await createUser(), await createUser()];
    await prisma.preferences.update({ where: { userId: wishes }, data: { autoDeleteDays: 30 } });
    const at = (days: number, more = {}) => ({ createdAt: daysAgo(days), updatedAt: daysAgo(days), ...more });
    const old = await writeConversation(wishes, [], at(31));
    const pinned = await writeConversation(wishes, [], at(400, { pinnedAt: daysAgo(1) }));
    const young = await writeConversation(wishes, [], at(29));
    const others = await writeConversation(doesNot, [], at(900));
    const { token } = await readChanges(wishes);
    expect(await cleanUp()).toMatchObject({ conversationsDeleted: 1 });
    expect((await listConversations(wishes)).items.map(({ id }) => id)).toEqual([pinned.id, young.id]);
    expect((await listConversations(wishes, { trash: true })).items.map(({ id }) => id)).toEqual([old.id]);
    expect((await readChanges(wishes, token)).changed).toBe(true);
    expect(await getConversation(doesNot, others.id)).toMatchObject({ deletedAt: null });
    expect(await cleanUp()).toEqual({ conversationsDeleted: 0, conversationsErased: 0, tasksErased: 0 });
  });

  it('erases old tasks of the trash with their subtasks, and what the ledger held of them', async () => {
    const user = await createUser();
    const { prisma } = await getDatabase();
    const create = async (number: number, more: { deletedAt?: Date; parentId?: string }) => {
      const id = v7();
      await prisma.task.create({ data: { userId: user, id, number, title: `Task ${number}`, ...more } });
      const call = await writeToolCall(user, { turnId: null, source: 'page' });
      await writeChange(user, call, { taskId: id, after: { title: `Task ${number}` } });
      return { id, call };
    };
    const old = await create(1, { deletedAt: daysAgo(31) });
    const below = await create(2, { parentId: old.id });
    const kept = await create(3, { deletedAt: daysAgo(29) });
    const { token } = await readChanges(user);
    expect(await cleanUp()).toMatchObject({ tasksErased: 1 });
    expect((await prisma.task.findMany({ where: { userId: user } })).map(({ id }) => id)).toEqual([kept.id]);
    const changes = await prisma.taskChange.findMany({ where: { userId: user, after: { not: { equals: null } } } });
    expect(changes.map(({ toolCallId }) => toolCallId).filter((id) => id === old.call || id === below.call)).toEqual([]);
    expect((await readChanges(user, token)).changed).toBe(true);
  });

  it('is done once, however many processes do it at once', async () => {
    const user = await createUser();
    for (let index = 0; index < 50; index++) await writeConversation(user, [{}], { deletedAt: daysAgo(40) });
    const done = await Promise.all(Array.from({ length: 4 }, () => cleanUp()));
    const { prisma } = await getDatabase();
    const total = done.reduce((sum, each) => sum + each.conversationsErased, 0);
    const left = await prisma.conversation.count({ where: { userId: user } });
    expect(total + left).toBe(50);
    await cleanUp();
    expect(await prisma.conversation.count({ where: { userId: user } })).toBe(0);
  });

  it('puts each old conversation into the trash once, in batches, however many processes do it at once', async () => {
    const user = await createUser();
    const { prisma } = await getDatabase();
    await prisma.preferences.update({ where: { userId: user }, data: { autoDeleteDays: 30 } });
    const data = Array.from({ length: 250 }, () => ({ userId: user, id: v7(), title: 'Old', createdAt: daysAgo(60), updatedAt: daysAgo(60) }));
    await prisma.conversation.createMany({ data });
    const done = await Promise.all(Array.from({ length: 4 }, () => cleanUp()));
    done.push(await cleanUp());
    expect(done.reduce((sum, each) => sum + each.conversationsDeleted, 0)).toBe(250);
    expect(await prisma.conversation.count({ where: { userId: user, deletedAt: { not: null } } })).toBe(250);
  });

  if (kind === 'embedded')
    it('tidies the embedded database: the room of removed rows is used again, and the planner knows what is there', async () => {
      const user = await createUser();
      const { prisma } = await getDatabase();
      const { id } = await writeConversation(user, Array.from({ length: 200 }, () => ({ content: 'x'.repeat(2_000) })));
      await prisma.message.deleteMany({ where: { userId: user } });
      const size = async () => (await prisma.$queryRaw<{ bytes: bigint }[]>`SELECT pg_relation_size('message') AS bytes`)[0]?.bytes ?? 0n;
      const before = await size();
      await cleanUp();
      await addMessages(user, id, Array.from({ length: 200 }, () => ({ content: 'y'.repeat(2_000) })), null);
      expect(await size()).toBeLessThanOrEqual(before);
      const [known] = await prisma.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM pg_stats WHERE tablename = 'conversation'`;
      expect(known?.count).toBeGreaterThan(0);
    });

  it('answers the scheduler alone', async () => {
    const ask = (authorization?: string) => cron(new Request('http://localhost/api/cron/clean-up', { headers: authorization ? { authorization } : {} }));
    expect((await ask()).status).toBe(401);
    expect((await ask('Bearer ')).status).toBe(401);
    expect((await ask('Bearer undefined')).status).toBe(401);
    vi.stubEnv('CRON_SECRET', 'the scheduler');
    expect((await ask('Bearer another')).status).toBe(401);
    expect(await (await ask('Bearer the scheduler')).json()).toEqual({ conversationsDeleted: 0, conversationsErased: 0, tasksErased: 0 });
    vi.unstubAllEnvs();
  });
});
