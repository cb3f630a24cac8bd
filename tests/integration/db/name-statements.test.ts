import { expect, it } from 'vitest';
import { openPostgres } from '@/lib/db/database';
import { KEEP_PLAN } from '@/lib/db/name-statements';
import { createDatabase } from '@/tests/support/databases';
import { startPooler } from '@/tests/support/pooler';

type Prisma = Awaited<ReturnType<typeof openPostgres>>['prisma'];

const prepared = async (prisma: Prisma) => {
  const [row] = await prisma.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM pg_prepared_statements`;
  return row?.count ?? 0;
};

it('a connection to the server itself prepares what is marked, once, and nothing else', async () => {
  const server = await createDatabase();
  const { prisma, close } = await openPostgres(server.url);
  try {
    const marked = (round: number) => prisma.$queryRaw`${KEEP_PLAN}SELECT ${round}::int AS round`;
    await expect.poll(() => marked(0).then(() => prepared(prisma))).toBe(1);
    for (let round = 0; round < 5; round++) await marked(round);
    for (let round = 0; round < 5; round++) await prisma.$queryRaw`SELECT ${round}::int AS round`;
    expect(await prepared(prisma)).toBe(1);
    await prisma.$transaction(async (tx) => {
      expect(await tx.$queryRaw`${KEEP_PLAN}SELECT ${2}::int AS round`).toEqual([{ round: 2 }]);
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
    for (let round = 0; round < 50; round++) {
      await prisma.$queryRaw`${KEEP_PLAN}SELECT ${round}::int AS round`;
      expect(await prepared(prisma)).toBe(0);
    }
    expect(pooler.moves()).toBeGreaterThan(10);
  } finally {
    await close();
    await pooler.close();
    await server.drop();
  }
});
