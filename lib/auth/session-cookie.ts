import { createHmac } from 'node:crypto';
import { parseCookies } from 'better-auth/cookies';
import { constantTimeEqual } from 'better-auth/crypto';
import { requestOrigin } from '@/lib/http/origin';
import { authSecret } from './secret';

/** How long a session lasts after its last use, and how much of that must be gone before it is prolonged, in seconds. */
export const SESSION_SECONDS = 90 * 86_400;
export const SESSION_RENEW_SECONDS = 86_400;

/** Cookies are named `sayso.…`, the same over http and https. */
export const COOKIE_PREFIX = 'sayso';
const SESSION_COOKIE = `${COOKIE_PREFIX}.session_token`;
const SHORT_SESSION_COOKIE = `${COOKIE_PREFIX}.dont_remember`;

/**
 * The session token of a request's cookie, if Better Auth signed it, and whether the session may be prolonged (not when
 * the person asked to be forgotten with the browser's window). Touches no database.
 */
export async function readSessionCookie(headers: Headers): Promise<{ token: string; mayRenew: boolean } | null> {
  const cookies = parseCookies(headers.get('cookie') ?? '');
  const signed = cookies.get(SESSION_COOKIE);
  const dot = signed?.lastIndexOf('.') ?? -1;
  if (!signed || dot < 1) return null;
  const token = signed.slice(0, dot);
  // As Better Auth's `makeSignature` does by WebCrypto, which waits for another thread at every request.
  const signature = createHmac('sha256', await authSecret()).update(token).digest('base64');
  if (!constantTimeEqual(signed.slice(dot + 1), signature)) return null;
  return { token, mayRenew: !cookies.has(SHORT_SESSION_COOKIE) };
}

/** The cookies that an answer of Better Auth sets, `Secure` where the visitor came by https. */
export function cookiesOf(answer: Headers, request: Headers): string[] {
  const secure = requestOrigin(request)?.startsWith('https:') ?? false;
  return answer.getSetCookie().map((cookie) => (secure ? `${cookie}; Secure` : cookie));
}
