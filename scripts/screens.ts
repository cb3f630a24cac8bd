import type { Page } from 'playwright-core';

/** One screen in one state. `show` brings a fresh page (no cookies) there; addresses are relative to the server. */
export type Screen = {
  name: string;
  show: (page: Page) => Promise<void>;
  /** Photographed as it is, in the middle of something. */
  unsettled?: boolean;
  /** With the model server in place of the built-in assistant. */
  withModel?: boolean;
};

const DEMO = { email: 'demo@example.com', password: 'say-it-and-it-is-done' };

async function asGuest(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: /guest/i }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

async function asDemo(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel(/e-mail/i).fill(DEMO.email);
  await page.getByLabel('Password', { exact: true }).fill(DEMO.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

/** Opens a conversation of the demonstration by part of its title. */
async function openDemo(page: Page, title: string): Promise<void> {
  await asDemo(page);
  const response = await page.request.get('/api/v1/conversations?limit=100');
  const { items } = (await response.json()) as { items: { id: string; title: string }[] };
  const found = items.find((item) => item.title.includes(title));
  if (!found) throw new Error(`No conversation called "${title}".`);
  await page.goto(`/chat/${found.id}`);
  await page.getByRole('textbox').last().waitFor();
}

/** Types into the composer and sends. */
async function say(page: Page, text: string): Promise<void> {
  const composer = page.getByRole('textbox', { name: /message/i }).last();
  await composer.fill(text);
  await composer.press('Enter');
}

export const SCREENS: Screen[] = [
  { name: 'sign-in', show: async (page) => void (await page.goto('/sign-in')) },
  {
    name: 'sign-in-error',
    show: async (page) => {
      await page.goto('/sign-in');
      await page.getByLabel(/e-mail/i).fill(DEMO.email);
      await page.getByLabel('Password', { exact: true }).fill('not-the-password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('alert').filter({ hasText: /\S/ }).first().waitFor();
    },
  },
  { name: 'sign-up', show: async (page) => void (await page.goto('/sign-up')) },
  { name: 'new-chat-empty', show: asGuest },
  { name: 'new-chat-full', show: asDemo },
  {
    name: 'new-chat-loading',
    unsettled: true,
    show: async (page) => {
      await asDemo(page);
      await page.route('**/*', (route) => {
        // Whatever the page asks for by itself gets no answer.
        if (!['fetch', 'xhr'].includes(route.request().resourceType())) return route.continue();
      });
      await page.reload();
      await page.locator('.animate-pulse-soft').filter({ visible: true }).first().waitFor();
    },
  },
  { name: 'chat', show: (page) => openDemo(page, 'buy milk and eggs') },
  { name: 'chat-long', show: (page) => openDemo(page, 'A very long conversation') },
  {
    name: 'chat-first-answer',
    show: async (page) => {
      await asGuest(page);
      await say(page, 'add buy milk tomorrow at 5pm and call mom every Sunday #family, high priority');
      await page.getByText(/added 2 tasks/i).first().waitFor();
    },
  },
  {
    name: 'chat-approval',
    show: async (page) => {
      await asGuest(page);
      await say(page, 'add book the campsite, buy a tent and print the map');
      await page.getByText(/added 3 tasks/i).first().waitFor();
      await say(page, 'delete all tasks');
      await page.getByRole('button', { name: /approve/i }).first().waitFor();
    },
  },
  {
    name: 'chat-streaming',
    unsettled: true,
    withModel: true,
    show: async (page) => {
      await asGuest(page);
      await say(page, 'answer slowly');
      await page.getByText('word5').first().waitFor();
    },
  },
  {
    name: 'chat-failed',
    withModel: true,
    show: async (page) => {
      await asGuest(page);
      await say(page, 'fail, please');
      await page.getByRole('button', { name: /retry|try again/i }).first().waitFor();
    },
  },
  {
    name: 'chat-not-found',
    show: async (page) => {
      await asGuest(page);
      await page.goto('/chat/00000000-0000-4000-8000-000000000000');
    },
  },
  {
    name: 'page-not-found',
    show: async (page) => {
      await asGuest(page);
      await page.goto('/no/such/page');
    },
  },
  {
    name: 'offline',
    show: async (page) => {
      await openDemo(page, 'buy milk and eggs');
      await page.context().setOffline(true);
      await say(page, 'add something while offline');
      await page.getByText(/offline/i).first().waitFor();
    },
  },
];
