import type { Page } from 'playwright-core';
import { asGuest, say, type Screen } from './steps';

/** A guest to whom an answer of minutes is being given. */
async function asListener(page: Page): Promise<void> {
  await asGuest(page);
  await say(page, 'answer slowly');
  await page.getByText('word5').first().waitFor();
}

/** What may become of an answer, with the model server. */
export const ANSWERS_SCREENS: Screen[] = [
  {
    name: 'chat-streaming',
    unsettled: true,
    withModel: true,
    show: asListener,
  },
  {
    name: 'chat-running-elsewhere',
    unsettled: true,
    withModel: true,
    show: async (page) => {
      await asListener(page);
      await page.route('**/stream', () => {});
      await page.reload();
      await page.getByText('An answer is running').waitFor();
    },
  },
  {
    name: 'chat-reconnecting',
    unsettled: true,
    withModel: true,
    show: async (page, { kill }) => {
      await asListener(page);
      await kill();
      await page.getByText('Reconnecting').waitFor();
    },
  },
  {
    name: 'chat-stopped',
    withModel: true,
    show: async (page) => {
      await asListener(page);
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByText('You stopped this answer.').waitFor();
    },
  },
  {
    name: 'chat-interrupted',
    withModel: true,
    show: async (page, { kill, start }) => {
      await asListener(page);
      await kill();
      await start();
      await page.getByText('This answer was interrupted.').waitFor();
    },
  },
  {
    name: 'chat-busy-elsewhere',
    withModel: true,
    show: async (page) => {
      await asGuest(page);
      await say(page, 'count, please');
      await page.getByText('word40').first().waitFor();
      await page.getByRole('button', { name: 'Send' }).waitFor();
      const other = await page.context().newPage();
      await page.route('**/stream', (route) => route.abort());
      await other.goto(page.url());
      await say(other, 'answer slowly');
      await other.getByText('word5').last().waitFor();
      await say(page, 'and one thing more');
      await page.getByText('Your words are back here').waitFor();
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
];
