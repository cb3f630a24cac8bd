import { AppError } from '@/lib/errors';

const first = (value: string | null) => value?.split(',')[0]?.trim() || null;

/** Scheme and host that the visitor sees, behind a reverse proxy too. Null without a usable Host header. */
export function requestOrigin(headers: Headers): string | null {
  const host = first(headers.get('x-forwarded-host')) ?? headers.get('host');
  if (!host) return null;
  const protocol = first(headers.get('x-forwarded-proto')) === 'https' ? 'https' : 'http';
  const url = `${protocol}://${host}`;
  return URL.canParse(url) ? new URL(url).origin : null;
}

/**
 * Origins whose pages may act with the visitor's cookie: the host asked and `APP_URL`'s. Both schemes, since a proxy that
 * ends TLS does not always say so.
 */
export function ownOrigins(headers: Headers): string[] {
  const configured = process.env.APP_URL && URL.canParse(process.env.APP_URL) ? new URL(process.env.APP_URL).origin : null;
  const asked = requestOrigin(headers)?.replace(/^https?:/, '');
  return [...(asked ? [`http:${asked}`, `https:${asked}`] : []), ...(configured ? [configured] : [])];
}

/**
 * Refuses a request that another site's page sent with the visitor's cookie. Browsers send `Origin` with everything that
 * changes state; programs without it pass, since they carry no visitor's cookie by accident.
 * @throws AppError 403 bad_origin.
 */
export function requireOwnOrigin(headers: Headers): void {
  const origin = headers.get('origin');
  if (origin === null && headers.get('sec-fetch-site') !== 'cross-site') return;
  if (origin !== null && ownOrigins(headers).includes(origin)) return;
  throw new AppError('bad_origin', 403, 'This request came from another site and was refused.');
}
