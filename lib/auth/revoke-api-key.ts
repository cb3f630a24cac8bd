import { getDatabase } from '@/lib/db/database';
import { notFound } from '@/lib/errors';

/** Ends an API key at once. @param id a UUID. @throws AppError 404 when the person has no such key. */
export async function revokeApiKey(userId: string, id: string): Promise<void> {
  const { prisma } = await getDatabase();
  const { count } = await prisma.apikey.deleteMany({ where: { id, referenceId: userId } });
  if (count === 0) throw notFound('API key');
}
