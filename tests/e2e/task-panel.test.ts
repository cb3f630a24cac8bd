import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openBrowser } from '../support/browser';
import { type Server, startFreshServer } from '../support/server';
import { Person } from './person';

let server: Server;
let browser: Browser;
let me: Person;

beforeAll(async () => {
  [server, browser] = await Promise.all([startFreshServer('embedded'), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  me = await Person.guest(browser, server.url);
});
afterEach(async () => {
  await me.page.context().close();
});

/** Holds what the page asks of the server by its actions. @returns what lets it through, or fails it. */
async function hold(): Promise<(end: 'continue' | 'abort') => void> {
  let release: (end: 'continue' | 'abort') => void = () => {};
  const held = new Promise<'continue' | 'abort'>((resolve) => {
    release = resolve;
  });
  await me.page.route('**/*', async (route) => {
    if (route.request().headers()['next-action'] && (await held) === 'abort') await route.abort();
    else await route.continue();
  });
  return release;
}

const line = () => me.panel.getByRole('textbox', { name: 'Add a task' });

it('lines that are written while the first is still being added are added too, and what is typed stays', async () => {
  const release = await hold();
  for (const text of ['Buy milk', 'Buy bread']) {
    await line().fill(text);
    await line().press('Enter');
  }
  await line().fill('Buy tea');
  release('continue');
  for (const title of ['Buy milk', 'Buy bread']) await me.row(title).waitFor();
  expect(await line().inputValue()).toBe('Buy tea');
});

it('a line that could not be added is kept beside the one that is being typed, to be tried again', async () => {
  const release = await hold();
  await line().fill('Buy milk');
  await line().press('Enter');
  await line().fill('Buy bread');
  release('abort');
  const alert = me.panel.getByRole('alert').filter({ hasText: '“Buy milk” was not added.' });
  await alert.waitFor();
  expect(await line().inputValue()).toBe('Buy bread');
  await me.page.unroute('**/*');
  await alert.getByRole('button', { name: 'Retry' }).click();
  await me.row('Buy milk').waitFor();
  await alert.waitFor({ state: 'detached' });
});

it('a subtask stands behind its parent, and names it where it has a day of its own', async () => {
  await me.say('add plan the party tomorrow with subtasks invite friends, order cake and buy balloons');
  await me.say('move order cake to 1 June');
  const tomorrow = me.panel.getByRole('region', { name: 'Tomorrow' });
  await expect.poll(() => tomorrow.getByRole('listitem').allInnerTexts()).toEqual(['plan the party', 'invite friends', 'buy balloons']);
  await me.panel.getByRole('region', { name: 'Later' }).getByText('Part of “plan the party”').waitFor();
});

it('a task in the trash comes back from the card that lists it', async () => {
  await me.say('add water the plants');
  await me.say('delete water the plants');
  await me.say('what is in the trash?');
  await me.answer.getByRole('button', { name: 'Restore “water the plants”' }).click();
  await me.row('water the plants').waitFor();
});

it('words in another script run as that script does, in messages, titles and fields', async () => {
  const words = 'خرید شیر 2';
  await me.say(`add "${words}"`);
  const places = [me.row(words).locator('[data-words]'), me.answer.locator('[data-words]').first(), me.page.getByRole('article', { name: 'You' }).locator('[data-words]'), me.field, line()];
  for (const place of places) expect(await place.evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe('plaintext');
});
