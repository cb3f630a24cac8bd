import pg from 'pg';
import { it } from 'vitest';
import { withServer } from './with-server';

const place = withServer('postgres');

it('a page that failed at the server is asked for again by Try again', async () => {
  const database = new pg.Client({ connectionString: place.serving.options.databaseUrl });
  await database.connect();
  try {
    const me = await place.guest();
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
