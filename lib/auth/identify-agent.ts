import { verifyBearerToken } from 'better-auth/oauth2';
import { z } from 'zod';
import { getDatabase } from '@/lib/db/database';
import { getAuth } from './auth';
import { type CurrentUser, type UserRow, userColumns } from './identify';
import { mcpResource, oauthIssuer, oauthOrigin } from './oauth';
import { SCOPES } from './scopes';

const claimsSchema = z.object({ sub: z.uuid(), azp: z.string(), scope: z.string() });

/**
 * Who sent an OAuth access token that was issued for `/api/mcp`, or null. The person's consent is looked up each time:
 * taking it back ends the token at once, not when it expires.
 */
export async function identifyAgent(token: string): Promise<CurrentUser | null> {
  const origin = oauthOrigin();
  if (origin === null) return null;
  const auth = await getAuth();
  const verified = await verifyBearerToken(token, {
    verifyOptions: { issuer: oauthIssuer(origin), audience: mcpResource(origin) },
    jwksFetch: () => auth.api.getJwks(),
    jwksCacheKey: auth,
  }).catch(() => null);
  const claims = claimsSchema.safeParse(verified);
  if (!claims.success) return null;
  const { sub, azp, scope } = claims.data;
  const { prisma } = await getDatabase();
  const [row] = await prisma.$queryRaw<(UserRow & { scopes: string[] })[]>`
    SELECT ${userColumns}, c."scopes"
    FROM "user" u JOIN "oauthConsent" c ON c."userId" = u."id" AND c."clientId" = ${azp}
    WHERE u."id" = ${sub}::uuid LIMIT 1`;
  if (!row) return null;
  const { scopes: consented, ...user } = row;
  const granted = scope.split(' ').filter((one) => consented.includes(one));
  return { ...user, sessionId: null, scopes: SCOPES.filter((one) => granted.includes(one)) };
}
