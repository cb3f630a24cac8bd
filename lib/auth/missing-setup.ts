import { DATABASE_URL_MISSING } from '@/lib/db/database';
import { AppError } from '@/lib/errors';

/** In one sentence, which setting this deployment needs before anybody can use it; null when all is there. */
export function missingSetup(): string | null {
  const { VERCEL, DATABASE_URL: url, BETTER_AUTH_SECRET: secret, NODE_ENV: mode } = process.env;
  if (VERCEL && !url) return DATABASE_URL_MISSING;
  if (url && !secret && mode === 'production') return SECRET_MISSING;
  return null;
}

/** Several processes sign and check the same sessions, so they need a secret that somebody set. */
export const SECRET_MISSING =
  'Set BETTER_AUTH_SECRET to at least 32 random characters (openssl rand -base64 32) and start again: sessions are signed with it.';

/** @throws AppError 503 not_configured. */
export function requireSetup(): void {
  const missing = missingSetup();
  if (missing) throw new AppError('not_configured', 503, missing);
}
