import { getDatabase } from '@/lib/db/database';

/**
 * Gives the room of removed rows back to new ones and gathers the planner's statistics. A PostgreSQL server does so by itself; the
 * embedded database has nobody who would.
 */
export async function vacuumEmbedded(): Promise<void> {
  const { kind, prisma } = await getDatabase();
  if (kind === 'embedded') await prisma.$executeRaw`VACUUM (ANALYZE)`;
}
