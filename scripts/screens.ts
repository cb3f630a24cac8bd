import type { Page } from 'playwright-core';

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

/** A guest who has said and done a few things, so that there is something to look at. */
async function asBusyGuest(page: Page): Promise<void> {
  await asGuest(page);
  await say(page, 'add book the campsite on Friday, buy a tent !high and print the map #trip');
  await page.getByText(/added 3 tasks/i).first().waitFor();
  await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'hidden' });
  await say(page, 'move the tent to Monday 10am');
  await page.getByRole('button', { name: 'Undo' }).nth(1).waitFor();
}

/** Says something and waits for the answer's end. */
async function ask(page: Page, text: string): Promise<void> {
  const answers = page.getByRole('article', { name: 'Sayso' });
  const before = await answers.count();
  await say(page, text);
  await answers.nth(before).waitFor();
  await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'hidden' });
}

/** Opens the menu of the conversation on screen and chooses. */
async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Conversation options' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** A guest to whom an answer of minutes is being given. */
async function asListener(page: Page): Promise<void> {
  await asGuest(page);
  await say(page, 'answer slowly');
  await page.getByText('word5').first().waitFor();
}

/** Types into the composer and sends. */
async function say(page: Page, text: string): Promise<void> {
  const composer = page.getByRole('textbox', { name: /message/i }).last();
  await composer.fill(text);
  await composer.press('Enter');
}

/** Where the conversations lie over the page, opens them. */
async function openSidebar(page: Page): Promise<void> {
  const button = page.getByRole('main').getByRole('button', { name: 'Conversations' });
  if (await button.isVisible()) await button.click();
  await page.getByLabel('Search conversations').waitFor();
}

/** A guest with tasks that have something of everything, looking at the panel. */
async function asPlanner(page: Page): Promise<void> {
  await asGuest(page);
  const tasks = [
    { title: 'Plan the trip', dueDate: '2020-05-04', tags: ['trip', 'family'], priority: 'high', subtasks: ['Book the campsite', 'Buy a tent that keeps the rain out for once', 'Print the map'] },
    { title: 'Pay the rent', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=1', priority: 'high', tags: ['home'] },
    { title: 'Water the plants', recurrence: 'FREQ=DAILY;INTERVAL=3', fromCompletion: true, durationMinutes: 10 },
    { title: 'Call the dentist about the appointment that was moved twice already', dueTime: '23:30', durationMinutes: 90, reminder: { minutesBefore: 10 }, tags: ['health'] },
    { title: 'Read a book', description: 'Any.' },
    { title: 'Old newspaper' },
    { title: 'Gym membership', subtasks: ['Find the contract'] },
  ];
  const ids: string[] = [];
  for (const task of tasks) {
    const made = await page.request.post('/api/v1/tasks', { data: task });
    ids.push(((await made.json()) as { id: string }).id);
  }
  for (const id of ids.slice(-2)) await page.request.delete(`/api/v1/tasks/${id}`);
  await page.reload();
  const bar = page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Tasks' });
  if (await bar.isVisible()) await bar.click();
  await page.getByRole('button', { name: /^Pay the rent/ }).waitFor();
}

/** Opens the editor of a task in the panel. */
async function openTask(page: Page, title: RegExp): Promise<void> {
  await asPlanner(page);
  await page.getByRole('button', { name: title }).first().click();
  await page.getByRole('dialog').getByLabel('Title').waitFor();
}

/** Finds notes in the long conversation, in what created tasks or not. */
async function search(page: Page, words: string): Promise<void> {
  await openDemo(page, 'buy milk and eggs');
  await openSidebar(page);
  await page.getByLabel('Search conversations').fill(words);
  await page.locator('nav mark').first().waitFor();
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
  { name: 'tasks', show: asPlanner },
  { name: 'tasks-empty', show: async (page) => {
    await asGuest(page);
    const bar = page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Tasks' });
    if (await bar.isVisible()) await bar.click();
  } },
  { name: 'task-editor', show: (page) => openTask(page, /^Plan the trip/) },
  {
    name: 'task-editor-words',
    show: async (page) => {
      await openTask(page, /^Call the dentist/);
      await page.getByLabel('Repeats').selectOption({ label: 'In words…' });
      await page.getByLabel('How often').fill('last workday of the month');
      await page.keyboard.press('Enter');
      await page.getByText('On the last workday of every month').waitFor();
    },
  },
  {
    name: 'tasks-trash',
    show: async (page) => {
      await asPlanner(page);
      await page.getByRole('button', { name: 'Task options' }).click();
      await page.getByRole('menuitem', { name: 'Trash' }).click();
      await page.getByRole('button', { name: 'Restore “Old newspaper”' }).waitFor();
      await page.getByRole('button', { name: 'Empty trash' }).click();
    },
  },
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
    name: 'chat-details',
    show: async (page) => {
      await openDemo(page, 'buy milk and eggs');
      await page.getByRole('article', { name: 'Sayso' }).last().hover();
      await page.getByRole('button', { name: /details$/ }).last().click();
    },
  },
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
  {
    name: 'activity',
    show: async (page) => {
      await asBusyGuest(page);
      await page.goto('/activity');
      await page.getByRole('button', { name: /^Undo/ }).first().click();
      await page.getByRole('button', { name: /^Redo/ }).first().waitFor();
    },
  },
  { name: 'activity-full', show: async (page) => { await asDemo(page); await page.goto('/activity'); } },
  { name: 'activity-empty', show: async (page) => { await asGuest(page); await page.goto('/activity'); } },
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
