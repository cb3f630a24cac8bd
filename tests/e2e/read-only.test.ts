import { expect, it } from 'vitest';
import { ChatClient } from '../support/chat-client';
import { importLong } from '../support/long-conversation';
import { withServer } from './with-server';

const place = withServer();

const LINES = Array.from({ length: 40 }, (_, index) => `Line ${index + 1} of what was pasted.`).join('\n');

it('a shared copy folds a long message as the conversation does, until its link is revoked', async () => {
  const me = await place.guest();
  await me.say(LINES);
  const id = new URL(me.page.url()).pathname.split('/').at(-1);
  const made = await me.page.request.post(`${place.url}/api/v1/conversations/${id}/shares`, { data: {} });
  const share = (await made.json()) as { id: string; path: string };
  const { page, context } = await place.open();
  await page.goto(share.path);
  const asked = page.getByRole('article', { name: 'Asked' });
  const height = async () => (await asked.boundingBox())?.height ?? 0;
  const folded = await height();
  await asked.getByRole('button', { name: 'Show more' }).click();
  await asked.getByRole('button', { name: 'Show less' }).waitFor();
  expect(await height()).toBeGreaterThan(2 * folded);
  await me.page.request.delete(`${place.url}/api/v1/shares/${share.id}`);
  await page.reload();
  await page.getByRole('heading', { name: 'This link does not work' }).waitFor();
  await context.close();
});

it('on paper a conversation is whole, and nothing else is there', async () => {
  const me = await place.guest({ viewport: { width: 1440, height: 500 } });
  for (let turn = 1; turn <= 8; turn++) await me.say(`add errand ${turn}`);
  await me.reload();
  const { page } = me;
  const articles = page.getByRole('log').getByRole('article');
  expect(await articles.count()).toBeLessThan(16);
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => articles.count()).toBe(16);
  for (const place of [me.sidebar, me.panel, me.field]) expect(await place.isVisible()).toBe(false);
  // It is the page that is long, not a pane in it.
  const last = await articles.last().evaluate((element) => element.getBoundingClientRect().bottom + window.scrollY);
  expect(last).toBeGreaterThan(1_000);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThanOrEqual(Math.floor(last));
});

it('paper says what is missing of a long conversation, and the key for printing loads it first', async () => {
  const me = await place.guest();
  const { page } = me;
  const cookies = await page.context().cookies();
  const client = ChatClient.with(place.url, cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
  // More than a page beyond those that scrolling may load meanwhile.
  const id = await importLong(client, 200);
  await me.goTo(`/chat/${id}`);
  await me.ready();
  await page.emulateMedia({ media: 'print' });
  await page.getByText('Earlier messages are not printed here.').waitFor();
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => {
    window.print = () => void (document.body.dataset.printed = '');
  });
  await page.keyboard.press('Control+p');
  await page.locator('body[data-printed]').waitFor();
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => page.getByRole('log').getByRole('article').count()).toBe(200);
  expect(await page.getByText('Earlier messages are not printed here.').isVisible()).toBe(false);
  expect(await page.getByText('Loading the whole conversation').isVisible()).toBe(false);
});

it('a new chat begins with its greeting, also where there is no room for all of it', async () => {
  const me = await place.guest({ viewport: { width: 640, height: 400 } });
  const top = await me.page.getByRole('main').getByRole('heading').first().evaluate((heading) => {
    const pane = heading.closest('[data-scroll]');
    return heading.getBoundingClientRect().top - (pane?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY);
  });
  expect(top).toBeGreaterThanOrEqual(0);
});
