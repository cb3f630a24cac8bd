import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { asUser } from '@/lib/db/as-user';
import { getDatabase } from '@/lib/db/database';
import { createUser, onEachDatabase } from '../../support/databases';
import { createWorld, insert, value } from './rows';

/** Every table with a column that names a user. */
const OWNED = `SELECT table_name::text AS name, column_name::text AS owner FROM information_schema.columns
  WHERE table_schema = 'public' AND column_name IN ('user_id', 'userId', 'referenceId')
    AND data_type = 'uuid' ORDER BY 1`;

onEachDatabase(() => {
  it('deleting a user leaves nothing of theirs in any table, and everything of others', async () => {
    const [gone, stays] = [await createWorld(), await createWorld()];
    const { prisma } = await getDatabase();
    await prisma.user.delete({ where: { id: gone.userId } });
    const tables = await prisma.$queryRawUnsafe<{ name: string; owner: string }[]>(OWNED);
    expect(tables.length).toBeGreaterThanOrEqual(18);
    const count = (name: string, owner: string, user: string) =>
      value<number>(`SELECT count(*)::int AS value FROM "${name}" WHERE "${owner}" = $1::uuid`, user);
    for (const { name, owner } of tables) {
      expect(await count(name, owner, gone.userId), name).toBe(0);
      // The world's OAuth client belongs to nobody, as those of other programs do.
      if (name !== 'oauthClient') expect(await count(name, owner, stays.userId), name).toBe(1);
    }
  });

  it('deleting a conversation keeps the tasks, the calls and the changes that it made', async () => {
    const { userId } = await createWorld();
    const { prisma } = await getDatabase();
    await prisma.conversation.deleteMany({ where: { userId } });
    expect(await prisma.message.count({ where: { userId } })).toBe(0);
    expect(await prisma.turn.count({ where: { userId } })).toBe(0);
    expect(await prisma.turnChunk.count({ where: { userId } })).toBe(0);
    expect(await prisma.task.count({ where: { userId } })).toBe(1);
    const call = await prisma.toolCall.findFirstOrThrow({ where: { userId } });
    expect(call).toMatchObject({ turnId: null, callId: 'call-1' });
    expect(await prisma.taskChange.count({ where: { userId, toolCallId: call.id } })).toBe(1);
  });

  it('purging a task keeps its changes without it, and takes its subtasks and tags along', async () => {
    const world = await createWorld();
    const { userId } = world;
    await insert('task', { ...world.rows.task, id: v7(), number: 2, parent_id: world.rows.task?.id });
    const { prisma } = await getDatabase();
    await prisma.task.delete({ where: { userId_id: { userId, id: String(world.rows.task?.id) } } });
    expect(await prisma.task.count({ where: { userId } })).toBe(0);
    expect(await prisma.taskTag.count({ where: { userId } })).toBe(0);
    expect(await prisma.taskChange.findFirstOrThrow({ where: { userId } })).toMatchObject({ taskId: null });
  });

  it('deleting the newest message clears the leaf and nothing else of the conversation', async () => {
    const world = await createWorld();
    const { userId } = world;
    const { prisma } = await getDatabase();
    await prisma.message.delete({ where: { userId_id: { userId, id: String(world.rows.message?.id) } } });
    expect(await prisma.conversation.findFirstOrThrow({ where: { userId } })).toMatchObject({
      leafId: null,
      title: 'Errands',
    });
  });

  it('an error in a transaction takes everything back', async () => {
    const userId = await createUser();
    const work = asUser(
      userId,
      async (db) => {
        await db.tag.create({ data: { userId, id: v7(), name: 'Home', color: 'blue' } });
        await db.task.create({ data: { userId, id: v7(), number: 1, title: '' } });
      },
      { transaction: true },
    );
    await expect(work).rejects.toThrow(/task_title_check/);
    const { prisma } = await getDatabase();
    expect(await prisma.tag.count({ where: { userId } })).toBe(0);
  });

  it('20 conversations made at once by one user and by several are all there', async () => {
    const users = await Promise.all([createUser(), createUser()]);
    const create = (userId: string, index: number) =>
      asUser(
        userId,
        async (db) => {
          const id = v7();
          await db.conversation.create({ data: { userId, id, title: `Conversation ${index}` } });
          await db.message.create({
            data: { userId, id: v7(), conversationId: id, position: 0, role: 'user', content: 'Hello' },
          });
        },
        { transaction: true },
      );
    await Promise.all(Array.from({ length: 20 }, (_, index) => create(users[index % 2] ?? '', index)));
    const { prisma } = await getDatabase();
    for (const userId of users) {
      const made = await prisma.conversation.findMany({ where: { userId } });
      expect(made).toHaveLength(10);
      expect(made.every(({ messageCount, nextPosition }) => messageCount === 1 && nextPosition === 1)).toBe(true);
    }
  });

  it('two transactions that take the same task number: one waits, then both have their own', async () => {
    const userId = await createUser();
    const take = () =>
      asUser(
        userId,
        async (db) => {
          const [row] = await db.$queryRaw<{ number: number }[]>`
            UPDATE preferences SET next_task_number = next_task_number + 1 WHERE user_id = ${userId}::uuid
            RETURNING next_task_number - 1 AS number`;
          await db.task.create({ data: { userId, id: v7(), number: row?.number ?? 0, title: 'Task' } });
        },
        { transaction: true },
      );
    await Promise.all(Array.from({ length: 20 }, take));
    const { prisma } = await getDatabase();
    const numbers = (await prisma.task.findMany({ where: { userId }, orderBy: { number: 'asc' } })).map((t) => t.number);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });
});
