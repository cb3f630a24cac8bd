import type { Page } from 'playwright-core';
import { asBusyGuest, asGuest, choose, openDemo, openSidebar, type Screen } from './steps';

/** Finds notes in the long conversation, in what created tasks or not. */
async function search(page: Page, words: string): Promise<void> {
  await openDemo(page, 'buy milk and eggs');
  await openSidebar(page);
  await page.getByLabel('Search conversations').fill(words);
  await page.locator('nav mark').first().waitFor();
}

/** Finding, choosing and sharing conversations, and what is not there. */
export const CONVERSATIONS_SCREENS: Screen[] = [
  { name: 'search', show: (page) => search(page, 'milk') },
  {
    name: 'search-narrowed',
    show: async (page) => {
      await search(page, 'milk');
      await page.getByRole('button', { name: 'Narrow the search' }).click();
      await page.getByRole('menuitemradio', { name: 'Past 30 days' }).click();
      await page.getByRole('button', { name: 'Narrow the search' }).click();
      await page.getByRole('menuitemradio', { name: 'Changed tasks' }).click();
      await page.getByRole('button', { name: 'Narrow the search' }).click();
    },
  },
  {
    name: 'search-found',
    show: async (page) => {
      await search(page, 'note 137');
      await page.locator('nav a:has(mark)').first().click();
      await page.locator('[data-found]').waitFor();
    },
  },
  {
    name: 'choose-several',
    show: async (page) => {
      await openDemo(page, 'buy milk and eggs');
      await openSidebar(page);
      await page.locator('nav').getByRole('button', { name: /^Options of/ }).nth(1).click({ force: true });
      await page.getByRole('menuitem', { name: 'Choose several' }).click();
      await page.locator('nav').getByRole('checkbox').nth(3).click();
    },
  },
  {
    name: 'conversation-menu',
    show: async (page) => {
      await asBusyGuest(page);
      await page.getByRole('button', { name: 'Conversation options' }).click();
    },
  },
  {
    name: 'share-dialog',
    show: async (page) => {
      await asBusyGuest(page);
      await choose(page, 'Share');
      await page.getByRole('button', { name: 'Create link' }).waitFor();
    },
  },
  {
    name: 'share-dialog-made',
    show: async (page) => {
      await asBusyGuest(page);
      await choose(page, 'Share');
      await page.getByRole('checkbox', { name: /what was done/ }).check();
      await page.getByRole('button', { name: 'Create link' }).click();
      await page.getByRole('button', { name: 'Revoke' }).waitFor();
    },
  },
  {
    name: 'shared',
    show: async (page) => {
      await asBusyGuest(page);
      await choose(page, 'Share');
      await page.getByRole('checkbox', { name: /what was done/ }).check();
      await page.getByRole('button', { name: 'Create link' }).click();
      await page.goto(await page.getByLabel('Link', { exact: true }).inputValue());
    },
  },
  { name: 'shared-over', show: async (page) => void (await page.goto(`/share/${'x'.repeat(43)}`)) },
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
];
