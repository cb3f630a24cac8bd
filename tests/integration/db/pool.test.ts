import { afterEach, expect, it, vi } from 'vitest';
import { openPostgres } from '@/lib/db/database';
import { createDatabase } from '@/tests/support/databases';

afterEach(() => void vi.useRealTimers());

it('a connection outlives a pause between two messages, and not a night', async () => {
  const server = await createDatabase();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { prisma, close } = await openPostgres(server.url);
  const connections = async () =>
    (await prisma.$queryRaw<{ pid: number }[]>`SELECT pid FROM pg_stat_activity WHERE datname = current_database()`).map(({ pid }) => pid);
  try {
    await prisma.$queryRaw`SELECT 1`;
    const first = await connections();
    vi.advanceTimersByTime(60_000);
    expect(first).toEqual(expect.arrayContaining(await connections()));
    vi.advanceTimersByTime(3_600_000);
    vi.useRealTimers();
    await expect.poll(async () => (await connections()).filter((pid) => first.includes(pid))).toEqual([]);
  } finally {
    await close();
    await server.drop();
  }
});
