import pg from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { openBrowser } from '../support/browser';
import { startFreshServer } from '../support/server';
import { Person } from './person';

let server: Awaited<ReturnType<typeof startFreshServer>>;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startFreshServer('postgres'), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('a page that failed at the server is asked for again by Try again', async () => {
  const database = new pg.Client({ connectionString: server.options.databaseUrl });
  await database.connect();
  try {
    const me = await Person.guest(browser, server.url);
    await me.say('hello');
    await database.query('ALTER TABLE conversation RENAME TO lost');
    await me.page.reload();
    await me.page.getByRole('heading', { name: 'This could not be opened' }).waitFor();
    await database.query('ALTER TABLE lost RENAME TO conversation');
    await me.page.getByRole('button', { name: 'Try again' }).click();
    await me.answer.waitFor();
  } finally {
    await database.end();
  }
});
