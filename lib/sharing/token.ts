import { createHash, randomBytes } from 'node:crypto';

/** A link's secret: 256 random bits, 43 characters that need no escaping in a URL. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token; null for a text that cannot be one. */
export const hashToken = (token: string): string | null =>
  /^[\w-]{43}$/.test(token) ? createHash('sha256').update(token).digest('base64url') : null;
