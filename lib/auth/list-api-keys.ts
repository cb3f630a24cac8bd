import { getDatabase } from '@/lib/db/database';
import { type Scope, scopesOf } from './scopes';

/** A personal API key as its owner sees it; the key itself was shown once and is not kept. Instants are ISO 8601. */
export type ApiKeyItem = {
  id: string;
  name: string;
  scopes: Scope[];
  createdAt: string;
  /** To the minute. */
  lastUsedAt: string | null;
  expiresAt: string | null;
};

/** A person's API keys, the newest first. Expired ones are listed until they are revoked. */
export async function listApiKeys(userId: string): Promise<ApiKeyItem[]> {
  const { prisma } = await getDatabase();
  const rows = await prisma.apikey.findMany({
    where: { referenceId: userId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, name: true, permissions: true, createdAt: true, lastRequest: true, expiresAt: true },
  });
  return rows.map(({ id, name, permissions, createdAt, lastRequest, expiresAt }) => ({
    id,
    name: name ?? 'API key',
    scopes: scopesOf(permissions),
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastRequest?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
  }));
}
