import { randomUUID } from 'node:crypto';
import { apiKey } from '@better-auth/api-key';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError } from 'better-auth/api';
import { anonymous, jwt } from 'better-auth/plugins';
import { getDatabase } from '@/lib/db/database';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { ownOrigins } from '@/lib/http/origin';
import { scaledLimit } from '@/lib/http/rate-limit';
import { log } from '@/lib/log';
import { API_KEY_PREFIX } from './identify';
import { linkGuest } from './link-guest';
import { oauthIssuer, oauthOrigin, oauthPlugin } from './oauth';
import { authSecret } from './secret';
import { COOKIE_PREFIX, SESSION_RENEW_SECONDS, SESSION_SECONDS } from './session-cookie';

/** A JWT names the service that made it and the one it is for; both are this one, whatever its address. */
const SERVICE = 'sayso';

/** Attempts a minute and address. */
const PER_MINUTE = { '/sign-in/email': 20, '/sign-up/email': 20, '/sign-in/anonymous': 30 };

function rateLimit() {
  const perTenSeconds = scaledLimit(100);
  if (perTenSeconds === null) return { enabled: false };
  const rules = Object.entries(PER_MINUTE).map(([path, max]) => [path, { window: 60, max: scaledLimit(max) ?? max }]);
  return { enabled: true, window: 10, max: perTenSeconds, customRules: Object.fromEntries(rules) };
}

/** Better Auth takes any string; names are shown, and PostgreSQL refuses NUL. */
function checkUser(user: { name?: string; email?: string; image?: string | null }): void {
  const fields = { name: [user.name, 200], email: [user.email, 254], image: [user.image, 2_000] } as const;
  for (const [field, [value, max]] of Object.entries(fields))
    if (value && (value.length > max || /\p{Cc}/u.test(value)))
      throw new APIError('BAD_REQUEST', { code: `INVALID_${field.toUpperCase()}`, message: `That ${field} is not valid.` });
}

function createAuth(prisma: PrismaClient, secret: string) {
  const agents = oauthOrigin();
  return betterAuth({
    appName: 'Sayso',
    // Without APP_URL each request's own address counts, so that any port and both localhost and 127.0.0.1 work.
    baseURL: process.env.APP_URL || undefined,
    secret,
    trustedOrigins: (request) => (request ? ownOrigins(request.headers) : []),
    database: prismaAdapter(prisma, { provider: 'postgresql', transaction: true }),
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      // One name over http and https; `cookiesOf` adds `Secure` where the visitor came by https.
      useSecureCookies: false,
      database: { generateId: () => randomUUID() },
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: SESSION_RENEW_SECONDS, cookieCache: { enabled: false } },
    emailAndPassword: { enabled: true, autoSignIn: true, minPasswordLength: 8, maxPasswordLength: 128 },
    rateLimit: rateLimit(),
    databaseHooks: {
      user: { create: { before: async (user) => checkUser(user) }, update: { before: async (user) => checkUser(user) } },
    },
    // Wrong passwords and the like are the visitor's matter, and the missing base URL is meant.
    logger: { log: (level, message, ...details) => log[level === 'error' ? 'error' : 'debug']({ details }, message) },
    telemetry: { enabled: false },
    plugins: [
      // linkGuest removes the guest in the transaction that moves their rows.
      anonymous({ generateName: () => 'Guest', disableDeleteAnonymousUser: true, onLinkAccount: linkGuest }),
      apiKey({
        defaultPrefix: API_KEY_PREFIX,
        rateLimit: { enabled: false },
        permissions: { defaultPermissions: { [SERVICE]: ['read', 'write'] } },
      }),
      jwt({
        disableSettingJwtHeader: true,
        jwt: {
          // The authorization server for agents must be named by its address.
          issuer: agents ? oauthIssuer(agents) : SERVICE,
          audience: SERVICE,
          expirationTime: '15m',
          definePayload: ({ session }) => ({ sessionId: session.id }),
        },
      }),
      ...(agents ? [oauthPlugin(agents)] : []),
    ],
  });
}

type Auth = ReturnType<typeof createAuth>;

const shared = globalThis as typeof globalThis & { saysoAuth?: { prisma: PrismaClient; auth: Promise<Auth> } };

/** Better Auth over the process's database, made on first use. A failure is not kept: the next request tries again. */
export async function getAuth(): Promise<Auth> {
  const { prisma } = await getDatabase();
  if (shared.saysoAuth?.prisma !== prisma) shared.saysoAuth = { prisma, auth: makeAuth(prisma) };
  return shared.saysoAuth.auth;
}

async function makeAuth(prisma: PrismaClient): Promise<Auth> {
  try {
    const auth = createAuth(prisma, await authSecret());
    await auth.$context;
    return auth;
  } catch (error) {
    shared.saysoAuth = undefined;
    throw error;
  }
}
