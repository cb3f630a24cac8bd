import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PHONE } from '../support/browser';
import { focused } from './person';
import { withServer } from './with-server';

const place = withServer();
let page: Page;
let context: BrowserContext;
let problems: string[];

beforeAll(async () => {
  ({ page, context, problems } = await place.open({ acceptDownloads: true }));
  page.setDefaultTimeout(15_000);
  await asGuest(page);
  await page.getByLabel('Message Sayso').fill('add buy milk tomorrow and call mom #family');
  await page.keyboard.press('Enter');
  await page.getByText(/added 2 tasks/i).first().waitFor();
  await page.waitForURL(/\/chat\//);
});
afterAll(async () => {
  await context?.close();
});

async function asGuest(visitor: Page): Promise<void> {
  await visitor.goto('/sign-in');
  await visitor.getByRole('button', { name: /guest/i }).click();
  await visitor.waitForURL((url) => url.pathname === '/');
}

async function choose(item: string): Promise<void> {
  await page.getByRole('button', { name: 'Conversation options' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

const titlesOf = async (visitor: Page): Promise<string[]> => {
  const { items } = (await (await visitor.request.get('/api/v1/conversations')).json()) as { items: { title: string }[] };
  return items.map(({ title }) => title);
};

it('a conversation is shared, read by a stranger, continued as their own, and revoked', async () => {
  await choose('Share');
  await page.getByRole('checkbox', { name: /what was done/ }).check();
  await page.getByRole('button', { name: 'Create link' }).click();
  await focused(page.getByLabel('Link', { exact: true }));
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  expect(link).toMatch(/\/share\/[\w-]{43}$/);

  const stranger = await place.open();
  const answer = await stranger.page.goto(link);
  expect(answer?.headers()['x-robots-tag']).toContain('noindex');
  await stranger.page.getByText('Created 2 tasks').waitFor();
  expect(await stranger.page.getByRole('textbox').count()).toBe(0);
  await stranger.page.getByRole('button', { name: 'Continue as my own conversation' }).click();
  await stranger.page.waitForURL(/\/sign-in/);
  await stranger.page.getByRole('button', { name: /guest/i }).click();
  await stranger.page.waitForURL(link);
  await stranger.page.getByRole('button', { name: 'Continue as my own conversation' }).click();
  await stranger.page.waitForURL(/\/chat\//);
  await stranger.page.getByLabel('Message Sayso').waitFor();
  expect(await titlesOf(stranger.page)).toEqual(await titlesOf(page));

  const reader = await stranger.context.newPage();
  await reader.goto(link);
  await page.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('button', { name: 'Revoke now' }).click();
  await page.getByText('revoked', { exact: false }).first().waitFor();
  await reader.getByRole('button', { name: 'Continue as my own conversation' }).click();
  await reader.getByText('This link has expired, or was revoked meanwhile.').waitFor();
  expect((await stranger.page.goto(link))?.status()).toBe(404);
  await stranger.page.getByRole('heading', { name: 'This link does not work' }).waitFor();
  expect(stranger.problems.filter((problem) => !problem.includes('404'))).toEqual([]);
  await stranger.context.close();
  await page.keyboard.press('Escape');
  await focused(page.getByRole('button', { name: 'Conversation options' }));
});

it('a change is taken back in Activity, and the task panel follows', async () => {
  const tasks = page.getByRole('complementary', { name: 'Tasks' });
  await tasks.getByText('buy milk').first().waitFor();
  await page.getByRole('link', { name: 'Activity' }).filter({ visible: true }).first().click();
  await page.getByRole('heading', { name: 'Activity' }).waitFor();
  await page.getByRole('button', { name: /^Undo: Created 2 tasks/ }).click();
  await page.getByText('Undone', { exact: true }).waitFor();
  await tasks.getByText('buy milk').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Redo: Undone/ }).click();
  await tasks.getByText('buy milk').first().waitFor();
});

it('everything is exported, deleted, restored from the trash, and imported by somebody else', async () => {
  const [title = ''] = await titlesOf(page);
  await page.goto('/settings');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export JSON' }).click()]);
  const file = await readFile(await download.path());
  await page.getByText('The file is in your downloads.').waitFor();
  await focused(page.getByRole('button', { name: 'Export JSON' }));

  await page.getByRole('link', { name: title }).focus();
  await page.keyboard.press('Delete');
  await page.getByText(`Deleted “${title}”`).waitFor();
  await page.reload();
  await page.getByRole('button', { name: `Restore “${title}”` }).click();
  await page.getByText('The trash is empty.').waitFor();
  await focused(page.getByRole('region', { name: 'Trash' }));
  expect(await titlesOf(page)).toEqual([title]);

  const other = await place.open();
  await asGuest(other.page);
  await other.page.goto('/settings');
  const chosen = { name: 'export.json', mimeType: 'application/json', buffer: file };
  await other.page.getByLabel('File to import').setInputFiles(chosen);
  await other.page.getByText('1 conversation imported, with 2 messages.').waitFor();
  expect(await titlesOf(other.page)).toEqual([title]);
  await other.page.getByLabel('File to import').setInputFiles(chosen);
  await other.page.getByText('Nothing new came in.').waitFor();
  await other.page.getByLabel('File to import').setInputFiles({ ...chosen, buffer: Buffer.from('PK\u0003\u0004') });
  await other.page.getByText(/ZIP archive/).waitFor();

  const { items } = (await (await other.page.request.get('/api/v1/conversations')).json()) as { items: { id: string }[] };
  await other.page.request.delete(`/api/v1/conversations/${items[0]?.id}`);
  await other.page.reload();
  await other.page.getByRole('checkbox', { name: `Choose “${title}”` }).check();
  await other.page.getByText('1 chosen').waitFor();
  const press = (name: string) => other.page.getByRole('button', { name, exact: true }).click();
  await press('Delete for good “what is chosen”');
  await other.page.getByRole('checkbox', { name: `Choose “${title}”` }).uncheck();
  await press(`Delete for good “${title}”`);
  expect((await other.page.request.post(`/api/v1/conversations/${items[0]?.id}/restore`)).status()).toBe(200);
  await press(`Delete for good now “${title}”`);
  await other.page.getByText('That is not in the trash any more.').waitFor();
  await other.page.request.delete(`/api/v1/conversations/${items[0]?.id}`);
  await press(`Delete for good “${title}”`);
  await press(`Delete for good now “${title}”`);
  await other.page.getByText('The trash is empty.').waitFor();
  expect((await other.page.request.post(`/api/v1/conversations/${items[0]?.id}/restore`)).status()).toBe(404);
  expect(other.problems).toEqual([]);
  await other.context.close();
});

it('an API key is made, works within its scope, and is revoked', async () => {
  await page.goto('/settings');
  await page.getByRole('button', { name: 'New API key' }).click();
  await focused(page.getByLabel('Name'));
  await page.keyboard.type('Backup script');
  await page.getByRole('button', { name: 'Create key' }).click();
  await focused(page.getByLabel('API key', { exact: true }));
  const key = await page.getByLabel('API key', { exact: true }).inputValue();
  await page.getByRole('button', { name: 'Done' }).click();
  await focused(page.getByRole('button', { name: 'New API key' }));
  const ask = (method: string) =>
    fetch(`${place.url}/api/v1/tasks`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: '{"title":"Not allowed"}' } : {}),
    });
  const listed = (await (await ask('GET')).json()) as { items: { title: string }[] };
  expect(listed.items.map((task) => task.title).sort()).toEqual(['buy milk', 'call mom']);
  expect((await ask('POST')).status).toBe(403);

  await page.getByRole('button', { name: 'Revoke “Backup script”' }).click();
  await page.getByRole('button', { name: 'Revoke now “Backup script”' }).click();
  await page.getByRole('list', { name: 'API keys' }).waitFor({ state: 'detached' });
  await focused(page.getByRole('button', { name: 'New API key' }));
  expect((await ask('GET')).status).toBe(401);
});

it('a setting that is not saved goes back to what it was, and says so where it stands', async () => {
  await page.getByLabel('Keep conversations').selectOption('90');
  await page.getByText('Saved', { exact: true }).waitFor();
  const failing = await place.open({ storageState: await context.storageState() });
  await failing.page.goto('/settings');
  expect(await failing.page.getByLabel('Keep conversations').inputValue()).toBe('90');
  await failing.page.route('**/settings', (route) => route.abort());
  await failing.page.getByLabel('Theme').selectOption('dark');
  await failing.page.getByRole('alert').filter({ hasText: 'That was not saved.' }).waitFor();
  expect(await failing.page.getByLabel('Theme').inputValue()).toBe('system');
  expect(await failing.page.locator('html').getAttribute('data-theme')).toBeNull();
  await failing.page.getByLabel('Keep conversations').selectOption('30');
  const section = failing.page.getByRole('region', { name: 'Old conversations' });
  await section.getByText('That was not saved.').waitFor();
  expect(await failing.page.getByLabel('Keep conversations').inputValue()).toBe('90');
  await failing.context.close();
});

it('the browser has the colour of the theme around the page, at once and when it is loaded', async () => {
  const { page } = await place.open({ storageState: await context.storageState(), colorScheme: 'light' });
  await page.goto('/settings');
  const colours = () => page.locator('meta[name="theme-color"]').evaluateAll((all) => all.map((meta) => meta.getAttribute('content')));
  const [light, dark] = await colours();
  expect(light).not.toBe(dark);
  for (const [theme, bars] of [['dark', [dark, dark]], ['light', [light, light]], ['system', [light, dark]]] as const) {
    await page.getByLabel('Theme').selectOption(theme);
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await colours()).toEqual(bars);
    await page.reload();
    expect(await colours()).toEqual(bars);
  }
  await page.context().close();
});

it('on a phone, a tap on Send sends, and You leads to Activity', async () => {
  const phone = await place.open(PHONE);
  await asGuest(phone.page);
  await phone.page.getByLabel('Message Sayso').tap();
  await phone.page.keyboard.type('add water the plants');
  await phone.page.getByRole('button', { name: 'Send' }).tap();
  await phone.page.getByRole('button', { name: 'Undo' }).waitFor();
  const chat = phone.page.url();
  await phone.page.getByLabel('Message Sayso').blur();
  await phone.page.getByRole('button', { name: 'You', exact: true }).tap();
  await phone.page.getByRole('dialog').getByRole('link', { name: 'Activity' }).tap();
  await phone.page.getByRole('button', { name: /^Undo: Created "water the plants"/ }).waitFor();
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await phone.page.goto(chat);
  await phone.page.getByRole('button', { name: 'Conversation options' }).tap();
  await phone.page.getByRole('menuitem', { name: 'Archive' }).tap();
  const toast = phone.page.locator('[data-sonner-toast]').filter({ hasText: 'Archived' });
  await toast.waitFor();
  const header = await phone.page.locator('header').first().boundingBox();
  await expect.poll(async () => (await toast.boundingBox())?.y).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0));
  expect(phone.problems).toEqual([]);
  await phone.context.close();
});

it('nothing went wrong on the way', () => {
  expect(problems).toEqual([]);
});
