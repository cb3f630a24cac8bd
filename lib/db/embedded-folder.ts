import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { lockFolder } from './lock-folder';

/** Made by a build: an empty, migrated database to begin with. */
export const EMBEDDED_TEMPLATE = join('.next', 'embedded-database');

/** Node's own `cp` and `cpSync` look at every file several times: 0.8 and 0.6 s for this one's 0.15, before the first answer. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(/* turbopackIgnore: true */ from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else copyFileSync(/* turbopackIgnore: true */ source, target);
  }
}

/** PostgreSQL would fill 128 MB at every start, which takes 0.2 s; the operating system keeps the files as well. */
const SHARED_BUFFERS = '16MB';

/** Opens a PGlite with the extensions that the migrations need, made if it is not there. `folder` undefined: in memory. */
export async function createPGlite(folder?: string): Promise<PGlite> {
  const [{ PGlite }, { pg_trgm }, { btree_gin }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
    import('@electric-sql/pglite/contrib/btree_gin'),
  ]);
  if (folder && !existsSync(folder) && existsSync(EMBEDDED_TEMPLATE)) copyFolder(EMBEDDED_TEMPLATE, folder);
  const startParams = [...PGlite.defaultStartParams, '-c', `shared_buffers=${SHARED_BUFFERS}`];
  const engine = await PGlite.create({ dataDir: folder, extensions: { pg_trgm, btree_gin }, startParams });
  // The session that migrates is older than the setting which the first migration gives the database.
  await engine.exec("SET TIME ZONE 'UTC'");
  return engine;
}

/** Closes an engine after what it was asked before, and refuses what is asked later, which would run in circles for ever. */
function closeEngine(engine: PGlite): Promise<void> {
  return engine._runExclusiveTransaction(async () => {
    await engine.close();
    engine.execProtocolRawSync = () => {
      throw new Error('The database is closed.');
    };
  });
}

/**
 * Opens the embedded database below `dataDir`, made if it is not there, for this process alone. `keep` is to be called once it is
 * migrated: what was made for nothing until then is made anew.
 * @throws Error naming the process that holds the folder.
 */
export async function openFolder(dataDir: string) {
  await mkdir(dataDir, { recursive: true });
  const unlock = await lockFolder(dataDir);
  try {
    const folder = join(dataDir, 'pglite');
    const making = join(dataDir, 'making');
    // Left by a process that was killed while it made the database: nothing was in it yet.
    if (existsSync(making)) await rm(folder, { recursive: true, force: true });
    if (!existsSync(folder)) await writeFile(making, '');
    const engine = await createPGlite(folder);
    const close = async () => {
      await closeEngine(engine);
      await unlock();
    };
    return { engine, keep: () => rm(making, { force: true }), close };
  } catch (error) {
    await unlock();
    throw error;
  }
}
