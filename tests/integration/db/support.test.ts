import { expect, it } from 'vitest';
import { getDatabase } from '@/lib/db/database';
import { countStatements, createUser, onEachDatabase } from '../../support/databases';

onEachDatabase((kind) => {
  it('opens as the database of the process, migrated', async () => {
    const database = await getDatabase();
    expect(database.kind).toBe(kind);
    expect(await database.prisma.conversation.count()).toBe(0);
  });

  it('speaks UTC wherever the server stands', async () => {
    const { prisma } = await getDatabase();
    expect(await prisma.$queryRaw`SELECT current_setting('timezone') AS zone`).toEqual([{ zone: 'UTC' }]);
  });

  it('counts statements, those of a transaction too, and its BEGIN and COMMIT not', async () => {
    const { prisma } = await getDatabase();
    const { count, statements, result } = await countStatements(async () => {
      const id = await createUser();
      await prisma.$transaction(async (tx) => {
        await tx.preferences.findUniqueOrThrow({ where: { userId: id } });
        await tx.$queryRaw`SELECT 1`;
      });
      return id;
    });
    expect(count, statements.join("\n")).toBe(3);
    expect(await prisma.user.count({ where: { id: result } })).toBe(1);
  });
});
