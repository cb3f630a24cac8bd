import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migratePostgres } from '@/lib/db/migrate';
import { embeddedTemplate } from './embedded-template';
import { type PostgresServer, startPostgres } from './postgres';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The run's PostgreSQL; its database `sayso_template` is migrated and empty. */
    postgresUrl: string;
    /** A folder holding a migrated, empty embedded database, to copy and not to open. */
    embeddedTemplate: string;
  }
}

/** Several projects of one run call the setup; they share one server, stopped by the last. */
const run = globalThis as typeof globalThis & { saysoPostgres?: { server: Promise<PostgresServer>; users: number } };

async function start(): Promise<PostgresServer> {
  const server = await startPostgres();
  try {
    const admin = new Client({ connectionString: server.url('postgres') });
    await admin.connect();
    await admin.query('CREATE DATABASE sayso_template');
    await admin.end();
    await migratePostgres(server.url('sayso_template'));
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** One PostgreSQL for the whole run, and of each kind of database a migrated one to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  run.saysoPostgres ??= { server: start(), users: 0 };
  const shared = run.saysoPostgres;
  shared.users++;
  const server = await shared.server;
  project.provide('postgresUrl', server.url('postgres'));
  project.provide('embeddedTemplate', await embeddedTemplate());
  if (project.name === 'e2e') process.env.CHROMIUM_PATH ??= await (await import('./browser')).prepareChromium();
  return async () => {
    if (--shared.users > 0) return;
    run.saysoPostgres = undefined;
    await server.stop();
  };
}
