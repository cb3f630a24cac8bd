import { afterEach, beforeEach, expect, it } from 'vitest';
import { focused, PATIENT, type Person, wordsOf } from './person';
import { withServer } from './with-server';

const place = withServer();
let me: Person;

beforeEach(async () => {
  me = await place.guest();
});
afterEach(async () => {
  await me.page.context().close();
});

const editor = () => me.page.getByRole('dialog', { name: /^Task/ });
const pressOutside = () => me.page.mouse.click(5, 5);

it('a task that was ticked by mistake comes back by one press, without the next of its series', async () => {
  await me.say('add water the plants every day starting tomorrow');
  const [before] = await me.tasks();
  await me.row('water the plants').getByRole('checkbox').click();
  await me.page.getByText('Completed “water the plants”').waitFor();
  await me.page.getByRole('listitem').filter({ hasText: 'Completed “water the plants”' }).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await me.tasks()).map(({ id, status, dueDate }) => [id, status, dueDate]), PATIENT).toEqual([[before?.id, 'pending', before?.dueDate]]);
  await me.row('water the plants').waitFor();
});

it('what was changed in the editor is not lost by a press outside or Esc, but by Discard', async () => {
  await me.say('add plan the party');
  const open = async () => {
    await me.row('plan the party').getByRole('button', { name: /^plan the party/ }).click();
    await editor().waitFor();
  };
  await open();
  await pressOutside();
  await editor().waitFor({ state: 'detached' });

  await open();
  await editor().getByLabel('Description').fill('Invite the neighbours too.');
  await pressOutside();
  await pressOutside();
  await editor().getByText('Save your changes?').waitFor();
  for (let times = 0; times < 3; times++) await me.page.keyboard.press('Escape');
  expect(await editor().getByLabel('Description').inputValue()).toBe('Invite the neighbours too.');
  await editor().getByRole('button', { name: 'Discard' }).click();
  await editor().waitFor({ state: 'detached' });
  expect((await me.tasks())[0]?.description).toBeNull();
});

it('a message that was being changed when Esc closed it is as it was left when it is opened again, until Cancel', async () => {
  await me.say('hello');
  const edited = me.page.getByLabel('Edit your message');
  await me.field.press('ArrowUp');
  await edited.fill('hello there');
  await edited.press('Escape');
  await edited.waitFor({ state: 'detached' });
  await me.reload();
  await me.field.press('ArrowUp');
  expect(await edited.inputValue()).toBe('hello there');
  await me.page.getByRole('button', { name: 'Cancel' }).click();
  await me.field.press('ArrowUp');
  expect(await edited.inputValue()).toBe('hello');
});

it('a changed message that does not get through is open again with its words, in sight, and sent when the network is back', async () => {
  const { page } = me;
  await me.say('hello');
  await page.setViewportSize({ width: 390, height: 700 });
  const edited = page.getByLabel('Edit your message');
  await me.field.press('ArrowUp');
  await edited.fill('hello again');
  await page.route('**/api/chat', (route) => route.abort());
  await edited.press('Enter');
  await page.getByRole('button', { name: 'Dismiss' }).waitFor();
  expect(await edited.inputValue()).toBe('hello again');
  await focused(edited);
  expect(await me.field.inputValue()).toBe('');
  const header = (await page.locator('header').first().boundingBox())?.height ?? 0;
  await expect.poll(async () => (await edited.boundingBox())?.y, PATIENT).toBeGreaterThan(header - 1);
  await page.unroute('**/api/chat');
  await edited.press('Enter');
  await page.getByRole('article', { name: 'You' }).last().getByText('hello again').waitFor();
});

it('an answer is copied over plain HTTP too, where pages have no clipboard of their own', async () => {
  const said = await me.say('add buy milk');
  await me.page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await me.answer.getByRole('button', { name: 'Copy', exact: true }).press('Enter');
  await me.answer.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await me.answer.getByRole('button', { name: 'Copied' }).evaluate((button) => button === document.activeElement)).toBe(true);
  await me.field.press('Control+v');
  const copied = await me.field.inputValue();
  expect(copied.length).toBeGreaterThan(5);
  expect(said).toContain(copied);
});

it('Save keeps a subtask that was typed and not entered', async () => {
  await me.say('add plan the party');
  await me.row('plan the party').getByRole('button', { name: /^plan the party/ }).click();
  await editor().getByLabel('Add a subtask').fill('order cake');
  await editor().getByRole('button', { name: 'Save' }).click();
  await editor().waitFor({ state: 'detached' });
  await me.row('order cake').waitFor();
});

it('a line that became a task of another list says so, and leads to it', async () => {
  await me.panel.getByRole('radio', { name: 'Today' }).click();
  const line = me.panel.getByRole('textbox', { name: 'Add a task' });
  await line.fill('read a book');
  await me.panel.getByRole('button', { name: 'Add', exact: true }).click();
  await me.panel.getByText('not in this list').waitFor();
  await line.fill('call mom today');
  await line.press('Enter');
  await me.row('call mom').waitFor();
  expect(await me.panel.getByText('not in this list').count()).toBe(0);
  await line.fill('sleep');
  await line.press('Enter');
  await me.panel.getByRole('button', { name: 'Show it' }).click();
  await expect.poll(() => me.row('sleep').getByRole('checkbox').or(me.row('sleep').getByRole('button').first()).evaluateAll((all) => all.some((each) => each === document.activeElement)), PATIENT).toBe(true);
});

it('a task opens from the card of an answer, and the focus comes back to it', async () => {
  await me.say('add buy milk');
  const card = me.answer.getByRole('button', { name: 'buy milk' });
  await card.click();
  await editor().getByLabel('Title').fill('buy oat milk');
  await editor().getByRole('button', { name: 'Save' }).click();
  await editor().waitFor({ state: 'detached' });
  const renamed = me.answer.getByRole('button', { name: 'buy oat milk' });
  await expect.poll(() => renamed.evaluate((element) => element === document.activeElement), PATIENT).toBe(true);
});

it('what is shown only once is not closed by a press outside', async () => {
  await me.goTo('/settings');
  await me.page.getByRole('button', { name: 'New API key' }).click();
  await me.page.getByLabel('Name').fill('Backup');
  await me.page.getByRole('button', { name: 'Create key' }).click();
  const key = me.page.getByLabel('API key', { exact: true });
  await key.waitFor();
  await pressOutside();
  expect(await key.isVisible()).toBe(true);
  await me.page.getByRole('button', { name: 'Done' }).click();
  await key.waitFor({ state: 'detached' });
});

it('a conversation that the list does not have is renamed and moved back in its header', async () => {
  await me.say('hello');
  const id = new URL(me.page.url()).pathname.split('/').at(-1);
  await me.page.request.patch(`${place.url}/api/v1/conversations/${id}`, { data: { archived: true } });
  await me.reload();
  const choose = async (item: string) => {
    await me.page.getByRole('button', { name: 'Conversation options' }).click();
    await me.page.getByRole('menuitem', { name: item }).click();
  };
  await choose('Rename');
  await me.page.getByLabel('Title of the conversation').fill('Greetings');
  await me.page.getByLabel('Title of the conversation').press('Enter');
  await me.page.getByRole('heading', { name: 'Greetings' }).waitFor();
  await expect.poll(() => me.page.title(), PATIENT).toBe('Greetings · Sayso');
  await choose('Move back');
  await me.sidebar.getByRole('link', { name: 'Greetings' }).waitFor();
  await me.page.getByRole('button', { name: 'Conversation options' }).click();
  await me.page.getByRole('menuitem', { name: 'Archive', exact: true }).waitFor();
});

it('a guest who signs up comes back to where they were', async () => {
  await me.say('add buy milk');
  const { pathname } = new URL(me.page.url());
  await me.page.getByRole('button', { name: /^Guest/ }).click();
  await me.page.getByRole('link', { name: 'Sign up' }).click();
  await me.page.waitForURL(/sign-up/);
  await me.enter(`guest-${Date.now()}@example.com`, 'Create account');
  expect(new URL(me.page.url()).pathname).toBe(pathname);
  await me.row('buy milk').waitFor();
});

it('an offer is taken, or not, by a press, and the buttons go with the next message', async () => {
  const offer = me.page.getByRole('group', { name: 'Yes or no?' });
  expect(await me.say('we are out of coffee')).toContain('Shall I add "buy coffee" as a task?');
  await me.press(offer.getByRole('button', { name: 'No' }));
  expect(await wordsOf(me.answer)).toContain('All right, I added nothing.');
  await me.say('we are out of coffee');
  await me.press(offer.getByRole('button', { name: 'Yes' }));
  expect(await wordsOf(me.answer)).toContain('Added "buy coffee" (1).');
  expect(await offer.count()).toBe(0);
  expect(await me.tasks()).toMatchObject([{ title: 'buy coffee' }]);
});
