import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { createPGlite } from '@/lib/db/embedded-folder';
import { type MigrationConnection, migrateDown, migratePostgres, migrateUp, readMigrations } from '@/lib/db/migrate';
import { createDatabase } from '../../support/databases';

type Opened = { connection: MigrationConnection; close: () => Promise<void>; url?: string };

async function openEmbedded(): Promise<Opened> {
  const engine = await createPGlite();
  return {
    connection: {
      run: (sql) => engine.exec(sql),
      query: async <Row>(sql: string, parameters?: unknown[]) => (await engine.query<Row>(sql, parameters)).rows,
    },
    close: () => engine.close(),
  };
}

async function openPostgres(): Promise<Opened> {
  const { url, drop } = await createDatabase({ empty: true });
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    url,
    connection: {
      run: (sql) => client.query(sql),
      query: async <Row>(sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows as Row[],
    },
    close: async () => {
      await client.end();
      await drop();
    },
  };
}

/** Everything in the public schema that a migration can make, in words that two databases can be compared by. */
async function describeSchema({ query }: MigrationConnection): Promise<string[]> {
  const rows = await query<{ line: string }>(`
    SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
      || coalesce(column_default, '') AS line
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
    UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> '_prisma_migrations'::regclass
    UNION ALL SELECT 'index ' || indexdef FROM pg_indexes
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
    UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT 'function ' || p.proname FROM pg_proc p
    WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    ORDER BY 1`);
  return rows.map(({ line }) => line);
}

it.each([
  ['embedded', openEmbedded],
  ['postgres', openPostgres],
])('up, down to nothing, and up again gives the same schema: %s', async (_, open) => {
  const { connection, close } = await open();
  try {
    const names = (await readMigrations()).map(({ name }) => name);
    expect(await migrateUp(connection)).toEqual(names);
    expect(await migrateUp(connection)).toEqual([]);
    const before = await describeSchema(connection);
    expect(before.length).toBeGreaterThan(200);

    const id = v7();
    await connection.query(
      `INSERT INTO "user" (id, name, email, "updatedAt") VALUES ($1, 'Ann', 'ann@example.com', now())`,
      [id],
    );
    await connection.query(`INSERT INTO conversation (user_id, id, title) VALUES ($1, $1, 'Errands')`, [id]);

    for (const name of [...names].reverse()) expect(await migrateDown(connection)).toBe(name);
    expect(await migrateDown(connection)).toBeNull();
    expect(await describeSchema(connection)).toEqual([]);

    expect(await migrateUp(connection)).toEqual(names);
    expect(await describeSchema(connection)).toEqual(before);
  } finally {
    await close();
  }
});

it('conversations from before the search had a table of titles are found by theirs', async () => {
  const { connection, close } = await openPostgres();
  try {
    await migrateUp(connection);
    const names = (await readMigrations()).map(({ name }) => name);
    for (const name of names.slice(names.indexOf('20261128000000_titles_apart')).reverse()) expect(await migrateDown(connection)).toBe(name);
    const id = v7();
    await connection.query(`INSERT INTO "user" (id, name, email, "updatedAt") VALUES ($1, 'Ann', 'ann@example.com', now())`, [id]);
    await connection.query(`INSERT INTO conversation (user_id, id, title) VALUES ($1, $1, 'Errands')`, [id]);
    await migrateUp(connection);
    expect(await connection.query('SELECT user_id, id, title FROM conversation_title')).toEqual([{ user_id: id, id, title: 'Errands' }]);
  } finally {
    await close();
  }
});

it('several processes that migrate at once apply each migration once', async () => {
  const { connection, close, url = '' } = await openPostgres();
  try {
    const applied = await Promise.all(Array.from({ length: 4 }, () => migratePostgres(url)));
    const names = (await readMigrations()).map(({ name }) => name);
    expect(applied.flat().sort()).toEqual(names);
    const rows = await connection.query<{ migration_name: string }>('SELECT migration_name FROM _prisma_migrations');
    expect(rows.map((row) => row.migration_name).sort()).toEqual(names);
  } finally {
    await close();
  }
});

it('a migration that fails leaves nothing behind', async () => {
  const { connection, close } = await openPostgres();
  try {
    await connection.run('CREATE TABLE "preferences" (mine int)');
    await expect(migrateUp(connection)).rejects.toThrow('"preferences" already exists');
    const tables = await connection.query<{ name: string }>(
      `SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    expect(tables).toEqual([{ name: 'preferences' }]);
  } finally {
    await close();
  }
});

it('the table of applied migrations is the one that Prisma itself would have written', async () => {
  const { connection, close } = await openPostgres();
  try {
    await migrateUp(connection);
    const rows = await connection.query<Record<string, unknown>>('SELECT * FROM _prisma_migrations');
    for (const row of rows) {
      const { migration_name: name, checksum } = row;
      const sql = await readFile(`prisma/migrations/${name}/migration.sql`);
      const digest = await crypto.subtle.digest('SHA-256', sql);
      expect(checksum).toBe(Buffer.from(digest).toString('hex'));
      expect(row).toMatchObject({ logs: null, rolled_back_at: null, applied_steps_count: 1 });
      expect(row.finished_at).toBeInstanceOf(Date);
    }
  } finally {
    await close();
  }
});
