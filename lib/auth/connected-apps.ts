import { getDatabase } from '@/lib/db/database';
import { cleanText } from '@/lib/db/storable';
import { notFound } from '@/lib/errors';

/** An outside agent that a person has let in. */
export type ConnectedApp = { clientId: string; name: string; scopes: string[]; since: string };

/** The agents that a person has let in by OAuth, newest first. */
export async function listConnectedApps(userId: string): Promise<ConnectedApp[]> {
  const { prisma } = await getDatabase();
  const consents = await prisma.oauthConsent.findMany({
    where: { userId },
    orderBy: { createdAt: 'desc' },
    select: { clientId: true, scopes: true, createdAt: true, oauthclient: { select: { name: true } } },
  });
  return consents.map(({ clientId, scopes, createdAt, oauthclient }) => ({
    clientId, scopes, since: createdAt.toISOString(), name: oauthclient.name ?? clientId,
  }));
}

/** Takes an agent's access back, at once: its consent and its tokens go. @throws AppError 404 when it has none. */
export async function disconnectApp(userId: string, clientId: string): Promise<void> {
  const { prisma } = await getDatabase();
  const where = { userId, clientId: cleanText(clientId) };
  const [, , { count }] = await prisma.$transaction([
    prisma.oauthAccessToken.deleteMany({ where }),
    prisma.oauthRefreshToken.deleteMany({ where }),
    prisma.oauthConsent.deleteMany({ where }),
  ]);
  if (count === 0) throw notFound('app');
}
