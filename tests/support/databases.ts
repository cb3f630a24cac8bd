import { cp, rm } from 'node:fs/promises';
import { Client } from 'pg';
import { v4, v7 } from 'uuid';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type Database, getDatabase, openEmbedded, openPostgres, TELLING_STATEMENTS } from '@/lib/db/database';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { makeTemporary } from './temporary';

/** What opens and ends a transaction, as Prisma logs it: with PGlite as a comment, since the driver does it. */
const NOT_A_STATEMENT = /^\s*(-- Implicit|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET TRANSACTION)\b/i;

const shared = globalThis as typeof globalThis & { saysoDatabase?: Promise<Database> };

/** Runs statements on the run's PostgreSQL outside of any test's database. */
async function administer(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Makes a PostgreSQL database of the test's own, migrated unless `empty`.
 * @returns its URL and how to drop it (open connections are cut).
 */
export async function createDatabase({ empty = false } = {}): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${v4().replaceAll('-', '')}`;
  const template = empty ? '' : ' TEMPLATE sayso_template';
  // A database's settings are not part of a template; the first migration makes this one.
  const settings = empty ? [] : [`ALTER DATABASE ${name} SET timezone TO 'UTC'`];
  await administer(`CREATE DATABASE ${name}${template}`, ...settings);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Makes a temporary DATA_DIR that holds a migrated, empty database unless `empty`. */
export async function createDataDir({ empty = false } = {}): Promise<{ folder: string; drop: () => Promise<void> }> {
  const folder = await makeTemporary('data');
  if (!empty) await cp(inject('embeddedTemplate'), folder, { recursive: true });
  return { folder, drop: () => rm(folder, { recursive: true, force: true }) };
}

function thenDrop(database: Database, drop: () => Promise<void>): Database {
  const close = async () => {
    await database.close();
    await drop();
  };
  return { ...database, close };
}

async function open(kind: Database['kind']): Promise<Database> {
  if (kind === 'embedded') {
    const { folder, drop } = await createDataDir();
    return thenDrop(await openEmbedded(folder, TELLING_STATEMENTS), drop);
  }
  const { url, drop } = await createDatabase();
  return thenDrop(await openPostgres(url, TELLING_STATEMENTS), drop);
}

/**
 * Runs the same tests on the embedded database and on PostgreSQL, each freshly migrated, empty, and installed as the
 * process's database, so that the code under test finds it by itself.
 */
export function onEachDatabase(tests: (kind: Database['kind']) => void): void {
  describe.each(['embedded', 'postgres'] as const)('%s', (kind) => {
    let database: Database | undefined;
    beforeAll(async () => {
      database = await open(kind);
      shared.saysoDatabase = Promise.resolve(database);
    });
    afterAll(async () => {
      shared.saysoDatabase = undefined;
      await database?.close();
    });
    tests(kind);
  });
}

/** Adds a person, as signing up does. @returns the id. */
export async function createUser(name = 'Test Person'): Promise<string> {
  const { prisma } = await getDatabase();
  const id = v7();
  await prisma.user.create({ data: { id, name, email: `${id}@example.com` } });
  return id;
}

/** Runs `work` and tells which SQL statements it sent, BEGIN, COMMIT, ROLLBACK and SAVEPOINTs not counted. */
export async function countStatements<T>(
  work: () => Promise<T>,
): Promise<{ count: number; statements: string[]; result: T }> {
  const { prisma } = await getDatabase();
  const statements: string[] = [];
  let counting = true;
  // The client is made with query events; its type in lib does not say so, because nothing there listens.
  (prisma as PrismaClient<'query'>).$on('query', ({ query }) => {
    if (counting && !NOT_A_STATEMENT.test(query))
      statements.push(query);
  });
  try {
    const result = await work();
    return { count: statements.length, statements, result };
  } finally {
    counting = false;
  }
}

/** Runs `work` and tells how the database plans the statements that it sent, one text each. */
export async function explain(work: () => Promise<unknown>): Promise<string[]> {
  const { prisma } = await getDatabase();
  const sent: { query: string; params: string }[] = [];
  let listening = true;
  (prisma as PrismaClient<'query'>).$on('query', (event) => {
    if (listening && !NOT_A_STATEMENT.test(event.query)) sent.push(event);
  });
  await work();
  listening = false;
  return Promise.all(
    sent.map(async ({ query, params }) => {
      const rows = await prisma.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${query}`, ...(JSON.parse(params) as unknown[]));
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    }),
  );
}
