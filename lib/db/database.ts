import { type Prisma, PrismaClient } from '@/lib/generated/prisma/client';
import { migrateEmbedded } from './migrate';
import { nameStatements } from './name-statements';
import { prepareStatements } from './prepare-statements';

/** One open database: PostgreSQL behind `DATABASE_URL`, or PGlite in a folder of its own. */
export type Database = {
  kind: 'postgres' | 'embedded';
  prisma: PrismaClient;
  close: () => Promise<void>;
};

/** Connections a process may hold: 10, and 2 where a platform runs many small processes. */
const POOL_SIZE = process.env.VERCEL ? 2 : 10;

/**
 * How long an unused connection is kept, in milliseconds: a person who pauses between two messages should not pay for a new
 * one, whose first statement takes ten times as long. Shorter than routers forget a silent connection, and short where a
 * platform freezes processes.
 */
const IDLE_MS = process.env.VERCEL ? 10_000 : 300_000;

/** Opens PostgreSQL. Schema changes are `npm run db:migrate`'s; nothing is migrated here. */
export async function openPostgres(url: string, options: OpenOptions = {}): Promise<Database> {
  const [{ PrismaPg }, { Pool }] = await Promise.all([import('@prisma/adapter-pg'), import('pg')]);
  const pool = new Pool({ connectionString: url, max: POOL_SIZE, idleTimeoutMillis: IDLE_MS, keepAlive: true, keepAliveInitialDelayMillis: 30_000 });
  // A connection that breaks while idle is replaced by the pool; unheard, the event would end the process.
  pool.on('error', () => {});
  const adapter = new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: nameStatements(pool) });
  const prisma = new PrismaClient({ adapter, ...clientOptions, ...options });
  return { kind: 'postgres', prisma, close: () => prisma.$disconnect() };
}

/**
 * Opens and migrates the embedded database below `dataDir`; a second process is refused.
 * @throws Error naming the process that holds the folder.
 */
export async function openEmbedded(dataDir: string, options: OpenOptions = {}): Promise<Database> {
  const { openFolder } = await import('./embedded-folder');
  const [folder, { PrismaPGlite }] = await Promise.all([openFolder(dataDir), import('pglite-prisma-adapter')]);
  try {
    await migrateEmbedded(folder.engine);
    prepareStatements(folder.engine);
    await folder.keep();
  } catch (error) {
    await folder.close();
    throw error;
  }
  const prisma = new PrismaClient({ adapter: new PrismaPGlite(folder.engine), ...clientOptions, ...options });
  const close = async () => {
    // Before Prisma, which would leave a transaction that waits its turn open for ever.
    await folder.close();
    await prisma.$disconnect();
  };
  return { kind: 'embedded', prisma, close };
}

/** How a database is opened for tests and measurements. */
type OpenOptions = Pick<Prisma.PrismaClientOptions, 'log'>;

/** Lets `$on('query')` hear of each statement. To tell takes a sixteenth of an answer's time, listened to or not. */
export const TELLING_STATEMENTS = { log: [{ emit: 'event', level: 'query' }] } satisfies OpenOptions;

const clientOptions = {
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
