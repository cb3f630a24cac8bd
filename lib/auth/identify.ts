import { z } from 'zod';
import { getDatabase } from '@/lib/db/database';
import { KEEP_PLAN } from '@/lib/db/name-statements';
import { Prisma } from '@/lib/generated/prisma/client';
import { requireSetup } from './missing-setup';
import { type Scope, scopesOf } from './scopes';
import { readSessionCookie, SESSION_RENEW_SECONDS, SESSION_SECONDS } from './session-cookie';

/** Personal API keys begin with this, by which they differ from a JWT. */
export const API_KEY_PREFIX = 'sayso_';

/** Who asks, as the rest of the program knows them. `scopes` are an API key's; a session may do everything. */
export type CurrentUser = {
  id: string;
  name: string;
  email: string;
  isGuest: boolean;
  sessionId: string | null;
  scopes: 'all' | Scope[];
};

/** `byCookie`: another site could have sent it. `renew`: the session is due to be prolonged. */
type Identity = { user: CurrentUser; byCookie: boolean; renew: boolean };

export type UserRow = Pick<CurrentUser, 'id' | 'name' | 'email' | 'isGuest'>;
/** The columns of `"user"` (as `u`) that make a `UserRow`. */
export const userColumns = Prisma.sql`u."id", u."name", u."email", coalesce(u."isAnonymous", false) AS "isGuest"`;
type SessionRow = UserRow & { sessionId: string; expiresAt: Date };

/**
 * Finds who sent a request: `Authorization: Bearer` with a personal API key or a JWT, else the session cookie. One
 * statement (a JWT: two, its keys too). A credential that is wrong or has expired is nobody; a bearer never falls back to
 * the cookie. @throws AppError 503 not_configured.
 */
export async function identify(headers: Headers): Promise<Identity | null> {
  requireSetup();
  await globalThis.saysoStarting;
  const authorization = headers.get('authorization');
  if (authorization === null) return identifyByCookie(headers);
  const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (!token) return null;
  const user = token.startsWith(API_KEY_PREFIX) ? await findByApiKey(token) : await findByJwt(token);
  return user && { user, byCookie: false, renew: false };
}

async function identifyByCookie(headers: Headers): Promise<Identity | null> {
  const cookie = await readSessionCookie(headers);
  if (!cookie) return null;
  const { prisma } = await getDatabase();
  const [row] = await prisma.$queryRaw<SessionRow[]>`${KEEP_PLAN}
    SELECT ${userColumns}, s."id" AS "sessionId", s."expiresAt"
    FROM "session" s JOIN "user" u ON u."id" = s."userId"
    WHERE s."token" = ${cookie.token} AND s."expiresAt" > now()`;
  if (!row) return null;
  const { expiresAt, ...user } = row;
  const renewFrom = expiresAt.getTime() - (SESSION_SECONDS - SESSION_RENEW_SECONDS) * 1_000;
  return { user: { ...user, scopes: 'all' }, byCookie: true, renew: cookie.mayRenew && Date.now() >= renewFrom };
}

async function findByApiKey(key: string): Promise<CurrentUser | null> {
  const [{ prisma }, { defaultKeyHasher }] = await Promise.all([getDatabase(), import('@better-auth/api-key')]);
  // The time of last use is for the person who looks at their keys; to the minute it costs few writes.
  const [row] = await prisma.$queryRaw<(UserRow & { permissions: string | null })[]>`${KEEP_PLAN}
    WITH found AS (
      SELECT a."id" AS "keyId", a."permissions", ${userColumns}
      FROM "apikey" a JOIN "user" u ON u."id" = a."referenceId"
      WHERE a."key" = ${await defaultKeyHasher(key)} AND a."enabled" AND (a."expiresAt" IS NULL OR a."expiresAt" > now())
    ), used AS (
      UPDATE "apikey" a SET "lastRequest" = now() FROM found
      WHERE a."id" = found."keyId" AND (a."lastRequest" IS NULL OR a."lastRequest" < now() - interval '1 minute')
    )
    SELECT "id", "name", "email", "isGuest", "permissions" FROM found`;
  if (!row) return null;
  const { permissions, ...user } = row;
  return { ...user, sessionId: null, scopes: scopesOf(permissions) };
}

const claimsSchema = z.object({ sub: z.uuid(), sessionId: z.uuid() });

/** A JWT ends with the session that it was made from: signing out ends both. */
async function findByJwt(token: string): Promise<CurrentUser | null> {
  const { getAuth } = await import('./auth');
  const auth = await getAuth();
  const { payload } = await auth.api.verifyJWT({ body: { token } });
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success) return null;
  const { prisma } = await getDatabase();
  const [row] = await prisma.$queryRaw<(UserRow & { sessionId: string })[]>`
    SELECT ${userColumns}, s."id" AS "sessionId"
    FROM "session" s JOIN "user" u ON u."id" = s."userId"
    WHERE s."id" = ${claims.data.sessionId}::uuid AND s."userId" = ${claims.data.sub}::uuid AND s."expiresAt" > now()`;
  return row ? { ...row, scopes: 'all' } : null;
}
