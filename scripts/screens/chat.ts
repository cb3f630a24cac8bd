import { asDemo, asGuest, ask, openDemo, say, type Screen } from './steps';

/** Conversations with the built-in assistant. */
export const CHAT_SCREENS: Screen[] = [
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
    name: 'chat-details',
    show: async (page) => {
      await openDemo(page, 'buy milk and eggs');
      await page.getByRole('article', { name: 'Sayso' }).last().hover();
      await page.getByRole('button', { name: /details$/ }).last().click();
    },
  },
  {
    name: 'chat-left-branch',
    show: async (page) => {
      await asGuest(page);
      await say(page, 'add buy milk and call mom');
      await page.getByText(/added 2 tasks/i).first().waitFor();
      await page.getByRole('article', { name: 'You' }).hover();
      await page.getByRole('button', { name: 'Edit' }).click();
      await page.getByLabel('Edit your message').fill('add buy bread tomorrow');
      await page.keyboard.press('Enter');
      await page.getByRole('complementary', { name: 'Changes of the other version' }).waitFor();
      await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
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
    name: 'chat-question',
    show: async (page) => {
      await asGuest(page);
      await ask(page, 'add write the report, review the report and print the report');
      await ask(page, 'mark the report as done');
    },
  },
  {
    name: 'chat-bulk-undo',
    show: async (page) => {
      await asGuest(page);
      await ask(page, 'add dentist tomorrow at 9am, stand-up tomorrow at 10am and call the bank tomorrow at 4pm');
      await ask(page, 'move everything due tomorrow to Friday');
      await page.getByRole('button', { name: 'Approve' }).click();
      await page.getByRole('article', { name: 'Sayso' }).last().getByRole('button', { name: 'Undo' }).waitFor();
      await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'hidden' });
      await ask(page, 'undo');
    },
  },
  {
    name: 'chat-plan',
    show: async (page) => {
      await asDemo(page);
      await ask(page, 'plan my day');
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
