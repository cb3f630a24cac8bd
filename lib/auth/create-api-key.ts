import { getAuth } from './auth';
import type { Scope } from './scopes';

/**
 * Makes a personal API key for `Authorization: Bearer`. Only its hash is kept: `key` is shown this once.
 * @param expiresInDays 1–365; without it the key does not expire.
 */
export async function createApiKey(
  userId: string,
  { name, scopes, expiresInDays }: { name: string; scopes: Scope[]; expiresInDays?: number },
): Promise<{ id: string; key: string }> {
  const auth = await getAuth();
  const expiresIn = expiresInDays === undefined ? undefined : expiresInDays * 86_400;
  const made = await auth.api.createApiKey({ body: { userId, name, permissions: { sayso: scopes }, expiresIn } });
  return { id: made.id, key: made.key };
}
