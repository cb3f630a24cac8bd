import { DATABASE_URL_MISSING, getDatabase } from '@/lib/db/database';

type Health = {
  status: 'ok' | 'unavailable';
  database: 'ok' | 'not_configured' | 'not_migrated' | 'unreachable';
  /** For a person, when something is wrong. */
  message?: string;
};

/** A database that does not answer within this is as good as none to whoever asks. */
const PATIENCE_MS = 3_000;

async function askDatabase(): Promise<Health> {
  const { prisma } = await getDatabase();
  const [row] = await prisma.$queryRaw<{ migrated: boolean }[]>`
    SELECT to_regclass('preferences') IS NOT NULL AS migrated`;
  if (row?.migrated) return { status: 'ok', database: 'ok' };
  return { status: 'unavailable', database: 'not_migrated', message: 'Run npm run db:migrate.' };
}

/** Tells whether this process can serve. Never throws, and once the server has started never waits longer than 3 s. */
export async function checkHealth(): Promise<Health> {
  await globalThis.saysoStarting;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database does not answer.')), PATIENCE_MS);
  });
  try {
    return await Promise.race([askDatabase(), late]);
  } catch (error) {
    if (error instanceof Error && error.message === DATABASE_URL_MISSING)
      return { status: 'unavailable', database: 'not_configured', message: DATABASE_URL_MISSING };
    // What the driver says may name hosts and users; that is for the log of whoever runs the server.
    return { status: 'unavailable', database: 'unreachable', message: 'The database cannot be reached.' };
  } finally {
    clearTimeout(timer);
  }
}
