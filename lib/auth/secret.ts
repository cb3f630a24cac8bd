import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataDir } from '@/lib/db/database';
import { SECRET_MISSING } from './missing-setup';

const shared = globalThis as typeof globalThis & { saysoSecret?: Promise<string> };

/**
 * What session cookies and keys are signed with: `BETTER_AUTH_SECRET`, or for the embedded database one made once and
 * kept in its folder.
 * @throws Error with `DATABASE_URL` in production: several processes must share a secret that somebody set.
 */
export function authSecret(): Promise<string> {
  shared.saysoSecret ??= findSecret().catch((error: unknown) => {
    shared.saysoSecret = undefined;
    throw error;
  });
  return shared.saysoSecret;
}

async function findSecret(): Promise<string> {
  const { BETTER_AUTH_SECRET: secret, DATABASE_URL: url, NODE_ENV: mode } = process.env;
  if (secret) return secret;
  if (url && mode === 'production')
    throw new Error(SECRET_MISSING);
  const file = join(dataDir(), 'auth-secret');
  await mkdir(dataDir(), { recursive: true });
  // Exclusive creation: of two first requests at once, both end with the same secret.
  await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  const kept = (await readFile(file, 'utf8')).trim();
  if (kept.length < 32) throw new Error(`The secret in ${file} is damaged. Remove the file; everybody signs in again.`);
  return kept;
}
