import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { PrismaClient } from '@/lib/generated/prisma/client';
import { lockFolder } from './lock-folder';
import { migrateEmbedded } from './migrate';
import { prepareStatements } from './prepare-statements';

/** One open database: PostgreSQL behind `DATABASE_URL`, or PGlite in a folder of its own. */
export type Database = {
  kind: 'postgres' | 'embedded';
  prisma: PrismaClient;
  close: () => Promise<void>;
};

/** Connections a process may hold (PRODUCT §5): 10, and 2 where a platform runs many small processes. */
const POOL_SIZE = process.env.VERCEL ? 2 : 10;

/** Opens PostgreSQL. Schema changes are `npm run db:migrate`'s; nothing is migrated here. */
export async function openPostgres(url: string): Promise<Database> {
  const [{ PrismaPg }, { Pool }] = await Promise.all([import('@prisma/adapter-pg'), import('pg')]);
  const pool = new Pool({ connectionString: url, max: POOL_SIZE });
  // A connection that breaks while idle is replaced by the pool; unheard, the event would end the process.
  pool.on('error', () => {});
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }), ...clientOptions });
  return { kind: 'postgres', prisma, close: () => prisma.$disconnect() };
}

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

/** Opens a PGlite with the extensions that the migrations need, made if it is not there. `folder` undefined: in memory. */
export async function createPGlite(folder?: string): Promise<PGlite> {
  const [{ PGlite }, { pg_trgm }, { btree_gin }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
    import('@electric-sql/pglite/contrib/btree_gin'),
  ]);
  if (folder && !existsSync(folder) && existsSync(EMBEDDED_TEMPLATE)) copyFolder(EMBEDDED_TEMPLATE, folder);
  const engine = await PGlite.create({ dataDir: folder, extensions: { pg_trgm, btree_gin } });
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
 * Opens and migrates the embedded database below `dataDir`; a second process is refused.
 * @throws Error naming the process that holds the folder.
 */
export async function openEmbedded(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true });
  const unlock = await lockFolder(dataDir);
  try {
    const folder = join(dataDir, 'pglite');
    const making = join(dataDir, 'making');
    // Left by a process that was killed while it made the database: nothing was in it yet.
    if (existsSync(making)) await rm(folder, { recursive: true, force: true });
    if (!existsSync(folder)) await writeFile(making, '');
    const engine = await createPGlite(folder);
    await migrateEmbedded(engine);
    prepareStatements(engine);
    await rm(making, { force: true });
    const { PrismaPGlite } = await import('pglite-prisma-adapter');
    const prisma = new PrismaClient({ adapter: new PrismaPGlite(engine), ...clientOptions });
    const close = async () => {
      // Before Prisma, which would leave a transaction that waits its turn open for ever.
      await closeEngine(engine);
      await prisma.$disconnect();
      await unlock();
    };
    return { kind: 'embedded', prisma, close };
  } catch (error) {
    await unlock();
    throw error;
  }
}

const clientOptions = {
  log: [{ emit: 'event' as const, level: 'query' as const }],
  // Waiting for the embedded database's one connection is normal; a start that gave up would leave it locked. Better
  // Auth's transactions, which hash a password, take their time on a busy machine.
  transactionOptions: { maxWait: 60_000, timeout: 60_000 },
};

const shared = globalThis as typeof globalThis & { saysoDatabase?: Promise<Database> };

/** Where the embedded database and its secrets are kept. */
export const dataDir = () => process.env.DATA_DIR || '.data';

/**
 * The process's database, opened on first use: `DATABASE_URL` if set, else the embedded one.
 * @throws Error on Vercel without `DATABASE_URL`: its file system does not last.
 */
export function getDatabase(): Promise<Database> {
  shared.saysoDatabase ??= open();
  return shared.saysoDatabase;
}

/** Said wherever a page or request needs a database on a platform that has no lasting file system. */
export const DATABASE_URL_MISSING =
  'Set DATABASE_URL to a PostgreSQL database in the project settings and deploy again: this platform keeps no files.';

async function open(): Promise<Database> {
  const url = process.env.DATABASE_URL;
  if (!url && process.env.VERCEL) throw new Error(DATABASE_URL_MISSING);
  try {
    return await (url ? openPostgres(url) : openEmbedded(dataDir()));
  } catch (error) {
    // The next request tries again, rather than meeting the same rejected promise for ever.
    shared.saysoDatabase = undefined;
    throw error;
  }
}
