import { expect, it } from 'vitest';
import { openPostgres } from '@/lib/db/database';
import { createDatabase } from '@/tests/support/databases';
import { startPooler } from '@/tests/support/pooler';

type Prisma = Awaited<ReturnType<typeof openPostgres>>['prisma'];

const prepared = async (prisma: Prisma) => {
  const [row] = await prisma.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM pg_prepared_statements`;
  return row?.count ?? 0;
};

it('a connection to the server itself prepares statements once, and not without end', async () => {
  const server = await createDatabase();
  const { prisma, close } = await openPostgres(server.url);
  try {
    await expect.poll(() => prepared(prisma)).toBeGreaterThan(0);
    const before = await prepared(prisma);
    for (let round = 0; round < 5; round++) await prisma.$queryRaw`SELECT ${round}::int AS round`;
    expect(await prepared(prisma)).toBe(before + 1);
    for (let index = 0; index < 400; index++) await prisma.$queryRawUnsafe(`SELECT ${index} AS value`);
    expect(await prepared(prisma)).toBe(300);
    await prisma.$transaction(async (tx) => {
      expect(await tx.$queryRaw`SELECT ${2}::int AS round`).toEqual([{ round: 2 }]);
    });
  } finally {
    await close();
    await server.drop();
  }
});

it('behind a pooler that changes the server connection nothing is prepared', async () => {
  const server = await createDatabase();
  const pooler = await startPooler(server.url);
  const { prisma, close } = await openPostgres(pooler.url);
  try {
    for (let round = 0; round < 50; round++) expect(await prepared(prisma)).toBe(0);
    expect(pooler.moves()).toBeGreaterThan(10);
  } finally {
    await close();
    await pooler.close();
    await server.drop();
  }
});
