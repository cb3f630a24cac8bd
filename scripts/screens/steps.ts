import type { Page } from 'playwright-core';
import { DEMO_ACCOUNT } from '../demonstration';

/** The server that serves the pages, for screens of what happens when it dies. It is started again after each picture. */
export type Outage = { kill: () => Promise<void>; start: () => Promise<void> };

/** One screen in one state. `show` brings a fresh page (no cookies) there; addresses are relative to the server. */
export type Screen = {
  name: string;
  show: (page: Page, outage: Outage) => Promise<void>;
  /** Photographed as it is, in the middle of something. */
  unsettled?: boolean;
  /** With the model server in place of the built-in assistant. */
  withModel?: boolean;
};

/** Goes on as a guest, to a new chat. */
export async function asGuest(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: /guest/i }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

/** Signs in as the person of the demonstration. */
export async function asDemo(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel(/e-mail/i).fill(DEMO_ACCOUNT.email);
  await page.getByLabel('Password', { exact: true }).fill(DEMO_ACCOUNT.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

/** Opens a conversation of the demonstration by part of its title. */
export async function openDemo(page: Page, title: string): Promise<void> {
  await asDemo(page);
  const response = await page.request.get('/api/v1/conversations?limit=100');
  const { items } = (await response.json()) as { items: { id: string; title: string }[] };
  const found = items.find((item) => item.title.includes(title));
  if (!found) throw new Error(`No conversation called "${title}".`);
  await page.goto(`/chat/${found.id}`);
  await page.getByRole('textbox').last().waitFor();
}

/** A guest who has said and done a few things, so that there is something to look at. */
export async function asBusyGuest(page: Page): Promise<void> {
  await asGuest(page);
  await say(page, 'add book the campsite on Friday, buy a tent !high and print the map #trip');
  await page.getByText(/added 3 tasks/i).first().waitFor();
  await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'hidden' });
  await say(page, 'move the tent to Monday 10am');
  await page.getByRole('button', { name: 'Undo' }).nth(1).waitFor();
}

/** Types into the composer and sends. */
export async function say(page: Page, text: string): Promise<void> {
  const composer = page.getByRole('textbox', { name: /message/i }).last();
  await composer.fill(text);
  await composer.press('Enter');
}

/** Says something and waits for the answer's end. */
export async function ask(page: Page, text: string): Promise<void> {
  const answers = page.getByRole('article', { name: 'Sayso' });
  const before = await answers.count();
  await say(page, text);
  await answers.nth(before).waitFor();
  await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'hidden' });
}

/** Opens the menu of the conversation on screen and chooses. */
export async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Conversation options' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Where the conversations lie over the page, opens them. */
export async function openSidebar(page: Page): Promise<void> {
  const button = page.getByRole('main').getByRole('button', { name: 'Conversations' });
  if (await button.isVisible()) await button.click();
  await page.getByLabel('Search conversations').waitFor();
}
