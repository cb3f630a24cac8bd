/** `npm run db:migrate` and `npm run db:rollback`: applies what is missing, or takes the newest migration back. */
import { dataDir } from '@/lib/db/database';
import { openFolder } from '@/lib/db/embedded-folder';
import { migrateEmbedded, migratePostgres } from '@/lib/db/migrate';

/** The embedded database migrates itself when it opens, so opening it would undo a rollback's purpose. */
async function migrateFolder(direction: 'up' | 'down'): Promise<string[]> {
  const { engine, keep, close } = await openFolder(dataDir());
  try {
    const names = await migrateEmbedded(engine, direction);
    await keep();
    return names;
  } finally {
    await close();
  }
}

const direction = process.argv[2] === 'down' ? 'down' : 'up';
// A pooler in transaction mode cannot migrate; DIRECT_URL leads past it.
const url = process.env.DIRECT_URL || process.env.DATABASE_URL;
try {
  const names = url ? await migratePostgres(url, direction) : await migrateFolder(direction);
  const verb = direction === 'up' ? 'Applied' : 'Took back';
  if (names.length > 0) console.log(`${verb} ${names.join(', ')}.`);
  else console.log(direction === 'up' ? 'The database is up to date.' : 'There is no migration to take back.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
