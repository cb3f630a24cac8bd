import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { missingSetup } from '@/lib/auth/missing-setup';
import { authSecret } from '@/lib/auth/secret';
import { identify } from '@/lib/auth/identify';
import { handleAuth } from '@/lib/auth/handle-auth';

const shared = globalThis as typeof globalThis & { saysoSecret?: Promise<string> };
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sayso-secret-'));
  vi.stubEnv('DATA_DIR', join(folder, 'new'));
  for (const name of ['BETTER_AUTH_SECRET', 'DATABASE_URL', 'VERCEL']) vi.stubEnv(name, undefined);
  shared.saysoSecret = undefined;
});

afterEach(async () => {
  vi.unstubAllEnvs();
  shared.saysoSecret = undefined;
  await rm(folder, { recursive: true, force: true });
});

it('makes a secret once for the embedded database, readable by its owner only', async () => {
  const [first, second] = await Promise.all([authSecret(), authSecret()]);
  expect(first).toBe(second);
  expect(first.length).toBeGreaterThanOrEqual(43);
  shared.saysoSecret = undefined;
  expect(await authSecret()).toBe(first);
  const file = join(folder, 'new', 'auth-secret');
  expect(await readFile(file, 'utf8')).toBe(first);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('takes the one that is set', async () => {
  vi.stubEnv('BETTER_AUTH_SECRET', 'set by somebody');
  expect(await authSecret()).toBe('set by somebody');
});

it('demands one with DATABASE_URL in production, and says so where somebody looks', async () => {
  vi.stubEnv('DATABASE_URL', 'postgresql://localhost/x');
  vi.stubEnv('NODE_ENV', 'production');
  await expect(authSecret()).rejects.toThrow(/^Set BETTER_AUTH_SECRET to/);
  expect(missingSetup()).toMatch(/^Set BETTER_AUTH_SECRET to/);
});

it('says in one sentence what to set on Vercel, to programs as 503', async () => {
  vi.stubEnv('VERCEL', '1');
  expect(missingSetup()).toMatch(/^Set DATABASE_URL to [^.]*\.$/);
  await expect(identify(new Headers())).rejects.toMatchObject({ status: 503, code: 'not_configured' });
  const response = await handleAuth(new Request('http://localhost/api/auth/get-session'));
  expect([response.status, await response.json()]).toEqual([503, { error: { code: 'not_configured', message: missingSetup() } }]);
});
