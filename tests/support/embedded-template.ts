import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openEmbedded } from '@/lib/db/database';
import { readMigrations } from '@/lib/db/migrate';

const CACHE = join(process.cwd(), 'node_modules/.cache/sayso-tests');

/**
 * The folder of a migrated, empty embedded database to copy: initialising one takes seconds, copying it 0.1 s. Kept
 * from run to run until a migration or PGlite changes.
 */
export async function embeddedTemplate(): Promise<string> {
  const migrations = await readMigrations();
  const engine = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
  const version = await readFile(join(engine, '../package.json'), 'utf8');
  const hash = createHash('sha256').update(version).update(JSON.stringify(migrations)).digest('hex');
  const folder = join(CACHE, hash.slice(0, 16));
  const exists = await stat(folder).then(() => true, () => false);
  if (exists) return folder;
  const draft = `${folder}.${randomUUID()}`;
  await mkdir(CACHE, { recursive: true });
  await (await openEmbedded(draft)).close();
  // Another run may have been quicker; its folder is as good.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return folder;
}
