import { afterAll, beforeAll, expect, it } from 'vitest';
import { BUDGETS_KB, firstLoadBytes } from '@/bench/bundle';
import { ChatClient } from '@/tests/support/chat-client';
import { startFreshServer } from '@/tests/support/server';

let server: Awaited<ReturnType<typeof startFreshServer>>;
let guest: ChatClient;

beforeAll(async () => {
  server = await startFreshServer('embedded');
  guest = await ChatClient.guest(server.url);
});
afterAll(() => server?.stop());

it.each(Object.entries(BUDGETS_KB))('%s loads at most %i KB of JavaScript at first', async (path, budget) => {
  const bytes = await firstLoadBytes(guest, path);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes / 1_000).toBeLessThanOrEqual(budget);
});
