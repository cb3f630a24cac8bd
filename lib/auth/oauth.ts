import { mcp } from '@better-auth/mcp';
import { SCOPES } from './scopes';

const ALL_SCOPES = ['openid', 'profile', 'offline_access', ...SCOPES];

const LOOPBACK = /^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;

/**
 * The address that agents know this site by, which their tokens are bound to: APP_URL, or the platform's own, or this
 * machine's. Null where OAuth cannot be offered, because the address has no TLS and is not this machine.
 */
export function oauthOrigin(): string | null {
  const { APP_URL, VERCEL_PROJECT_PRODUCTION_URL: vercel, PORT } = process.env;
  const stated = APP_URL || (vercel ? `https://${vercel}` : `http://localhost:${PORT || 3000}`);
  if (!URL.canParse(stated)) return null;
  const { origin, protocol } = new URL(stated);
  return protocol === 'https:' || LOOPBACK.test(origin) ? origin : null;
}

/** Who issues the tokens, and whom they are for. */
export const oauthIssuer = (origin: string) => `${origin}/api/auth`;
export const mcpResource = (origin: string) => `${origin}/api/mcp`;

/** Better Auth as the authorization server for agents (OAuth 2.1, RFC 9728); clients register themselves. */
export function oauthPlugin(origin: string) {
  const resource = mcpResource(origin);
  return mcp({
    loginPage: '/connect',
    consentPage: '/consent',
    resource,
    // Prisma's adapter needs the resource spelled out; without it every request of Better Auth fails.
    resources: [{ identifier: resource, name: 'Sayso', allowedScopes: ALL_SCOPES }],
    scopes: ALL_SCOPES,
    clientRegistrationDefaultScopes: ALL_SCOPES,
    allowDynamicClientRegistration: true,
    allowUnauthenticatedClientRegistration: true,
    accessTokenExpiresIn: 3_600,
  });
}
