import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Results } from '@electric-sql/pglite';

/** The little that the runner needs of a connection; `run` takes several statements, `query` one with parameters. */
export type MigrationConnection = {
  run: (sql: string) => Promise<unknown>;
  query: <Row>(sql: string, parameters?: unknown[]) => Promise<Row[]>;
};

type Migration = { name: string; up: string; down: string; checksum: string };

/** Any constant of our own: holds other migrating processes off until the transaction ends. */
const LOCK = 7_292_978_301;

const MIGRATIONS_TABLE = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

/** All migrations of `prisma/migrations`, oldest first, with the checksum that Prisma's own engine computes. */
export async function readMigrations(folder = join(process.cwd(), 'prisma', 'migrations')): Promise<Migration[]> {
  const entries = await readdir(/* turbopackIgnore: true */ folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return Promise.all(
    names.map(async (name) => {
      const [up, down] = await Promise.all([
        readFile(/* turbopackIgnore: true */ join(folder, name, 'migration.sql'), 'utf8'),
        readFile(/* turbopackIgnore: true */ join(folder, name, 'down.sql'), 'utf8'),
      ]);
      return { name, up, down, checksum: createHash('sha256').update(up).digest('hex') };
    }),
  );
}

async function inTransaction<T>(connection: MigrationConnection, work: () => Promise<T>): Promise<T> {
  await connection.run('BEGIN');
  try {
    await connection.query('SELECT pg_advisory_xact_lock($1)::text', [LOCK]);
    const result = await work();
    await connection.run('COMMIT');
    return result;
  } catch (error) {
    await connection.run('ROLLBACK');
    throw error;
  }
}

/**
 * Applies what is missing, all in one transaction, and writes Prisma's own table, so that `prisma migrate deploy`
 * goes on from here. @returns the names applied.
 */
export async function migrateUp(connection: MigrationConnection): Promise<string[]> {
  const migrations = await readMigrations();
  return inTransaction(connection, async () => {
    await connection.run(MIGRATIONS_TABLE);
    const applied = await appliedNames(connection);
    const missing = migrations.filter(({ name }) => !applied.includes(name));
    for (const { name, up, checksum } of missing) {
      await connection.run(up);
      await connection.query(
        `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "applied_steps_count")
         VALUES ($1, $2, now(), $3, 1)`,
        [randomUUID(), checksum, name],
      );
    }
    return missing.map(({ name }) => name);
  });
}

/** Takes the newest applied migration back by its `down.sql`. @returns its name, or null when none is applied. */
export async function migrateDown(connection: MigrationConnection): Promise<string | null> {
  const migrations = await readMigrations();
  return inTransaction(connection, async () => {
    await connection.run(MIGRATIONS_TABLE);
    const newest = (await appliedNames(connection)).at(-1);
    const migration = migrations.find(({ name }) => name === newest);
    if (!migration) return null;
    await connection.run(migration.down);
    await connection.query('DELETE FROM "_prisma_migrations" WHERE "migration_name" = $1', [migration.name]);
    return migration.name;
  });
}

async function appliedNames(connection: MigrationConnection): Promise<string[]> {
  const rows = await connection.query<{ migration_name: string }>(
    `SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL
     ORDER BY "migration_name"`,
  );
  return rows.map((row) => row.migration_name);
}

/** What the runner needs of an embedded database, in this thread or in one of its own. */
type Embedded = {
  exec: (sql: string) => Promise<unknown>;
  query: <Row>(sql: string, parameters?: unknown[]) => Promise<Results<Row>>;
};

/** Migrates an embedded database, or takes one migration back. */
export async function migrateEmbedded(engine: Embedded, direction: 'up' | 'down' = 'up'): Promise<string[]> {
  const connection: MigrationConnection = {
    run: (sql) => engine.exec(sql),
    query: async <Row>(sql: string, parameters?: unknown[]) => (await engine.query<Row>(sql, parameters)).rows,
  };
  return migrate(connection, direction);
}

async function migrate(connection: MigrationConnection, direction: 'up' | 'down'): Promise<string[]> {
  if (direction === 'up') return migrateUp(connection);
  const name = await migrateDown(connection);
  return name ? [name] : [];
}

/** Migrates (or takes one migration back) on PostgreSQL over a connection of its own. */
export async function migratePostgres(url: string, direction: 'up' | 'down' = 'up'): Promise<string[]> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  const connection: MigrationConnection = {
    run: (sql) => client.query(sql),
    query: async <Row>(sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows as Row[],
  };
  try {
    return await migrate(connection, direction);
  } finally {
    await client.end();
  }
}
