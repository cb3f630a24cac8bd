import { DEMO_ACCOUNT } from '../demonstration';
import { asBusyGuest, asDemo, asGuest, choose, type Screen } from './steps';

/** Coming in, and settings. */
export const ACCOUNT_SCREENS: Screen[] = [
  { name: 'sign-in', show: async (page) => void (await page.goto('/sign-in')) },
  {
    name: 'sign-in-error',
    show: async (page) => {
      await page.goto('/sign-in');
      await page.getByLabel(/e-mail/i).fill(DEMO_ACCOUNT.email);
      await page.getByLabel('Password', { exact: true }).fill('not-the-password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('alert').filter({ hasText: /\S/ }).first().waitFor();
    },
  },
  { name: 'sign-up', show: async (page) => void (await page.goto('/sign-up')) },
  {
    name: 'you',
    show: async (page) => {
      await asGuest(page);
      await page.getByRole('button', { name: /^(You|Guest)/ }).filter({ visible: true }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'settings', show: async (page) => { await asDemo(page); await page.goto('/settings'); } },
  {
    name: 'settings-lower',
    show: async (page) => {
      await asBusyGuest(page);
      await choose(page, 'Delete');
      await page.goto('/settings');
      await page.getByRole('button', { name: 'Export JSON' }).click();
      await page.getByText('The file is in your downloads.').waitFor();
      await page.getByRole('button', { name: 'New API key' }).click();
      await page.getByLabel('Name').fill('Backup script');
      await page.getByRole('button', { name: 'Create key' }).click();
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('heading', { name: 'Trash' }).scrollIntoViewIfNeeded();
      await page.getByRole('heading', { name: 'Account' }).evaluate((element) => element.scrollIntoView({ block: 'end' }));
    },
  },
  {
    name: 'settings-key',
    show: async (page) => {
      await asGuest(page);
      await page.goto('/settings');
      await page.getByRole('button', { name: 'New API key' }).click();
      await page.getByLabel('Name').fill('Backup script');
      await page.getByRole('button', { name: 'Create key' }).click();
      await page.getByRole('button', { name: 'Done' }).waitFor();
    },
  },
  {
    name: 'settings-import',
    show: async (page) => {
      await asGuest(page);
      await page.goto('/settings');
      const mapping = (text: string) => ({ a: { id: 'a', message: { id: 'a', author: { role: 'user' }, content: { content_type: 'text', parts: [text] } }, parent: null, children: [] } });
      const file = [{ title: 'Trip to Lisbon', mapping: mapping('Plan it') }, { title: 'Broken', mapping: 3 }];
      await page.getByLabel('File to import').setInputFiles({ name: 'conversations.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
      await page.getByText(/could not be imported/).click();
    },
  },
];
