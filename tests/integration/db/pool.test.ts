import { afterEach, expect, it, vi } from 'vitest';
import { openPostgres } from '@/lib/db/database';
import { createDatabase } from '@/tests/support/databases';

afterEach(() => void vi.useRealTimers());

it('a connection outlives a pause between two messages, and not a night', async () => {
  const server = await createDatabase();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { prisma, close } = await openPostgres(server.url);
  const connection = async () => (await prisma.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`)[0]?.pid;
  try {
    const first = await connection();
    vi.advanceTimersByTime(60_000);
    expect(await connection()).toBe(first);
    vi.advanceTimersByTime(3_600_000);
    vi.useRealTimers();
    expect(await connection()).not.toBe(first);
  } finally {
    await close();
    await server.drop();
  }
});
