import { beforeAll, expect, it } from 'vitest';
import { ChatClient } from '../support/chat-client';
import { importLong } from '../support/long-conversation';
import { scrollThrough } from '../support/scroll-through';
import { focused, PATIENT, type Person } from './person';
import { withServer } from './with-server';

const MESSAGES = 300;
const TASKS = 250;

const place = withServer();
let owner: Person;
let id: string;

beforeAll(async () => {
  owner = await place.guest();
  const cookies = await owner.page.context().cookies();
  const client = ChatClient.with(place.url, cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
  id = await importLong(client, MESSAGES, 'The long one');
  for (let n = 0; n < 30; n++) await importLong(client, 2, `Short ${n}`);
  for (let n = 0; n < TASKS; n++) await client.post('/api/v1/tasks', { title: `Task ${n}`, tags: ['home'], dueDate: '2030-01-01', priority: 'high' });
});

const message = (n: number) => owner.page.getByRole('article').filter({ hasText: new RegExp(`^(Note|Answer) ${n}[:.]`) });

it('a long conversation opens at the newest, and is read to its beginning and back with few elements and no jump', async () => {
  await owner.goTo(`/chat/${id}`);
  await message(MESSAGES).waitFor();
  await owner.panel.getByText('Task 1', { exact: true }).waitFor();
  const { nodes, seen, jump, blank } = await scrollThrough(owner.page);
  expect(nodes).toBeLessThan(3_000);
  expect(seen).toEqual(Array.from({ length: MESSAGES }, (_, index) => index + 1));
  expect(jump).toBeLessThan(2);
  expect(blank).toBe(0);
  expect(await message(MESSAGES).isVisible()).toBe(true);
});

it('all tasks are met in the panel though few of them are in the document', async () => {
  const rows = owner.panel.getByRole('listitem');
  expect(await rows.count()).toBeLessThan(100);
  const last = owner.panel.getByText(`Task ${TASKS - 1}`, { exact: true });
  await owner.panel.getByText('Task 1', { exact: true }).hover();
  await expect.poll(async () => {
    await owner.page.mouse.wheel(0, 2_000);
    return last.count();
  }, PATIENT).toBe(1);
  expect(await rows.count()).toBeLessThan(100);
});

it('a search leads to the message in its context, from where one reads on or jumps to the latest', async () => {
  await owner.page.getByLabel('Search conversations').fill('note 41');
  const hit = owner.sidebar.getByRole('link').filter({ has: owner.page.locator('mark') }).first();
  await hit.waitFor();
  expect(await hit.locator('mark').allInnerTexts()).toContain('41');
  await owner.sidebar.getByRole('status').filter({ hasText: /^\d+( or more)? conversations? found$/ }).waitFor();
  await hit.click();
  await message(41).waitFor();
  await expect.poll(() => message(41).evaluate((element) => document.activeElement === element), PATIENT).toBe(true);
  expect(await message(40).count()).toBe(1);
  expect(await message(MESSAGES).count()).toBe(0);
  const { seen, jump } = await scrollThrough(owner.page);
  expect(seen).toEqual(Array.from({ length: MESSAGES }, (_, index) => index + 1));
  expect(jump).toBeLessThan(2);

  await owner.page.reload();
  await expect.poll(() => message(41).evaluate((element) => document.activeElement === element), PATIENT).toBe(true);
  await owner.page.getByRole('button', { name: 'Jump to latest' }).click();
  await message(MESSAGES).waitFor();
  await owner.page.keyboard.press('Control+k');
  await focused(owner.page.getByLabel('Search conversations'));
  await owner.page.keyboard.type('zzzz');
  await owner.sidebar.getByText('Nothing found for “zzzz”.').waitFor();
  await owner.page.getByLabel('Search conversations').fill('');
});

it('several conversations are chosen by keys, archived together and brought back', async () => {
  await owner.goTo('/');
  await owner.sidebar.getByRole('link', { name: 'Short 29' }).focus();
  await owner.page.keyboard.press('x');
  await expect.poll(() => owner.page.evaluate(() => document.activeElement?.getAttribute('role')), PATIENT).toBe('checkbox');
  await owner.page.keyboard.press('ArrowDown');
  await owner.page.keyboard.press('ArrowDown');
  await owner.page.keyboard.press('Shift+Enter');
  await owner.sidebar.getByText('3 chosen').waitFor();
  await owner.page.getByRole('button', { name: 'Archive what is chosen' }).click();
  await owner.page.getByText('Archived 3 conversations').waitFor();
  expect(await owner.sidebar.getByRole('link', { name: /^Short 2[789]$/ }).count()).toBe(0);
  await owner.page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => owner.sidebar.getByRole('link', { name: /^Short 2[789]$/ }).count(), PATIENT).toBe(3);
});

it('the focus stays in the list when a conversation is pinned, deleted or archived, and when several are', async () => {
  const row = (title: string) => owner.sidebar.getByRole('link', { name: title, exact: true });
  const { keyboard } = owner.page;
  const choose = async (title: string, item: string) => {
    await owner.page.getByRole('button', { name: `Options of ${title}`, exact: true }).focus();
    await keyboard.press('Enter');
    await owner.page.getByRole('menuitem', { name: item, exact: true }).press('Enter');
  };
  await owner.goTo('/');
  await row('Short 20').waitFor();
  await choose('Short 20', 'Pin');
  await owner.sidebar.getByRole('region', { name: 'Pinned' }).getByRole('link', { name: 'Short 20' }).waitFor();
  await focused(row('Short 20'));
  await choose('Short 19', 'Delete');
  await focused(row('Short 18'));
  await choose('Short 18', 'Archive');
  await focused(row('Short 17'));
  const box = (title: string) => owner.sidebar.getByRole('checkbox', { name: title, exact: true });
  await keyboard.press('x');
  await focused(box('Short 17'));
  await keyboard.press('ArrowDown');
  await focused(box('Short 16'));
  await keyboard.press('Shift+Enter');
  await owner.page.getByRole('button', { name: 'Delete what is chosen' }).press('Enter');
  await focused(row('Short 15'));
  await keyboard.press('x');
  await focused(box('Short 15'));
  await owner.page.getByRole('button', { name: 'End choosing' }).press('Enter');
  await focused(row('Short 15'));
});

it('the list is narrowed to what changed tasks', async () => {
  const person = await place.guest();
  await person.say('hello');
  await person.goTo('/');
  await person.ready();
  await person.say('add buy milk');
  await person.page.getByRole('button', { name: 'Narrow the search' }).click();
  await person.page.getByRole('menuitemradio', { name: 'Changed tasks' }).click();
  await person.sidebar.getByRole('link', { name: 'hello' }).waitFor({ state: 'detached' });
  await person.sidebar.getByRole('link', { name: 'add buy milk' }).waitFor();
  await person.page.getByRole('button', { name: 'Changed tasks: remove' }).click();
  await person.sidebar.getByRole('link', { name: 'hello' }).waitFor();
  expect(person.problems).toEqual([]);
});

it('a bad answer may be commented on at once, and the comment is kept', async () => {
  const person = await place.guest();
  await person.say('hello');
  await person.answer.hover();
  await person.answer.getByRole('button', { name: 'Bad answer' }).click();
  await focused(person.page.getByLabel('What was wrong?').last());
  await person.page.keyboard.type('Too short for me');
  await person.page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await focused(person.answer.getByRole('button', { name: 'Bad answer' }));
  await expect.poll(async () => (await person.page.request.get(`${place.url}/api/v1/export`)).text(), PATIENT).toContain('"feedbackComment":"Too short for me"');
  expect(person.problems).toEqual([]);
});

it('what a branch that was left has done is named, and undone together', async () => {
  const person = await place.guest();
  await person.say('add buy milk and call mom');
  const own = person.page.getByRole('article', { name: 'You' });
  await own.hover();
  await own.getByRole('button', { name: 'Edit' }).click();
  await person.page.getByLabel('Edit your message').fill('add buy bread');
  await person.page.keyboard.press('Enter');
  const notice = person.page.getByRole('complementary', { name: 'Changes of the other version' });
  await notice.getByText('The other version created “buy milk” and “call mom”.').waitFor();
  await person.settled();
  await notice.getByRole('button', { name: 'Undo all' }).click();
  await notice.getByText(/^Undone: /).waitFor();
  expect((await person.tasks()).map((task) => task.title)).toEqual(['buy bread']);

  await notice.getByRole('button', { name: 'Close' }).click();
  await own.hover();
  await own.getByRole('button', { name: 'Previous version' }).click();
  await notice.getByText('The other version created “buy bread”.').waitFor();
  await own.getByText('add buy milk and call mom').waitFor();
  expect(person.problems).toEqual([]);
});

it('nothing went wrong on the way', () => {
  expect(owner.problems).toEqual([]);
});
