import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Task } from '@/lib/tasks/schemas';
import type { Person } from './person';
import { withServer } from './with-server';

const place = withServer();
let me: Person;

beforeEach(async () => {
  me = await place.guest();
});
afterEach(async () => {
  await me.page.context().close();
});

/** Holds what the page asks of the server by its actions. @returns what lets it through, or fails it. */
async function hold(): Promise<(end: 'continue' | 'abort') => void> {
  let release: (end: 'continue' | 'abort') => void = () => {};
  const held = new Promise<'continue' | 'abort'>((resolve) => {
    release = resolve;
  });
  await me.page.route('**/*', async (route) => {
    if (route.request().headers()['next-action'] && (await held) === 'abort') await route.abort();
    else await route.continue();
  });
  return release;
}

const line = () => me.panel.getByRole('textbox', { name: 'Add a task' });

it('lines that are written while the first is still being added are added too, and what is typed stays', async () => {
  const release = await hold();
  for (const text of ['Buy milk', 'Buy bread']) {
    await line().fill(text);
    await line().press('Enter');
  }
  await line().fill('Buy tea');
  release('continue');
  for (const title of ['Buy milk', 'Buy bread']) await me.row(title).waitFor();
  expect(await line().inputValue()).toBe('Buy tea');
});

it('a line that could not be added is kept beside the one that is being typed, to be tried again', async () => {
  const release = await hold();
  await line().fill('Buy milk');
  await line().press('Enter');
  await line().fill('Buy bread');
  release('abort');
  const alert = me.panel.getByRole('alert').filter({ hasText: '“Buy milk” was not added.' });
  await alert.waitFor();
  expect(await line().inputValue()).toBe('Buy bread');
  await me.page.unroute('**/*');
  await alert.getByRole('button', { name: 'Retry' }).click();
  await me.row('Buy milk').waitFor();
  await alert.waitFor({ state: 'detached' });
});

it('a task that could not be ticked comes back with the reason', async () => {
  await me.say('add water the plants');
  const release = await hold();
  await me.row('water the plants').getByRole('checkbox').press('Space');
  await me.row('water the plants').waitFor({ state: 'detached' });
  release('abort');
  await me.row('water the plants').getByRole('alert').waitFor();
});

it('a subtask stands behind its parent, and names it where it has a day of its own', async () => {
  await me.say('add plan the party tomorrow with subtasks invite friends, order cake and buy balloons');
  await me.say('move order cake to 1 June');
  const tomorrow = me.panel.getByRole('region', { name: 'Tomorrow' });
  await expect.poll(() => tomorrow.getByRole('listitem').allInnerTexts()).toEqual(['plan the party', 'invite friends', 'buy balloons']);
  await tomorrow.getByRole('heading', { name: 'Tomorrow 1 + 2 subtasks' }).waitFor();
  await me.panel.getByRole('region', { name: 'Later' }).getByText('Part of “plan the party”').waitFor();
});

it('a task in the trash comes back from the card that lists it', async () => {
  await me.say('add water the plants');
  await me.say('delete water the plants');
  await me.say('what is in the trash?');
  await me.answer.getByRole('button', { name: 'Restore “water the plants”' }).click();
  await me.row('water the plants').waitFor();
});

it('words in another script run as that script does, in messages, titles and fields', async () => {
  const words = 'خرید شیر 2';
  await me.say(`add "${words}"`);
  const places = [me.row(words).locator('[data-words]'), me.answer.locator('[data-words]').first(), me.page.getByRole('article', { name: 'You' }).locator('[data-words]'), me.field, line()];
  for (const place of places) expect(await place.evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe('plaintext');
});

it('a task gets all that the editor has: words for how often, a duration, a reminder, a parent and subtasks', async () => {
  await me.say('add call the bank, plan the move');
  const editor = me.page.getByRole('dialog');
  const open = (title: string) => me.row(title).getByRole('button', { name: new RegExp(`^${title}`) }).click();
  const save = async () => {
    await editor.getByRole('button', { name: 'Save' }).click();
    await editor.waitFor({ state: 'detached' });
  };
  await open('call the bank');
  await editor.getByLabel('Repeats').selectOption({ label: 'In words…' });
  const words = editor.getByLabel('How often');
  await words.fill('whenever');
  await words.press('Enter');
  await editor.getByText('Say it like').waitFor();
  await words.fill('every other Friday');
  await words.press('Enter');
  await editor.getByText('Every 2 weeks on Friday, next on').waitFor();
  await editor.getByLabel('Count from the day it is done').check();
  await editor.getByLabel('Takes').fill('90');
  await editor.getByLabel('Reminder').selectOption({ label: '1 h before' });
  await editor.getByText('Sayso does not send it to you yet').waitFor();
  await editor.getByLabel('Part of').fill('Plan the move');
  await save();
  const [bank, move] = await me.tasks();
  expect(bank).toMatchObject({
    recurrence: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', fromCompletion: true, durationMinutes: 90, reminder: { minutesBefore: 60 }, parentId: move?.id,
  });
  for (const said of ['1 h 30 min', '1 h before', 'every other week on Friday, after it is done']) await me.row('call the bank').getByText(said).waitFor();

  await open('plan the move');
  await editor.getByRole('listitem').filter({ hasText: 'call the bank' }).waitFor();
  await editor.getByLabel('Add a subtask').fill('rent a van tomorrow');
  await editor.getByLabel('Add a subtask').press('Enter');
  await editor.getByRole('listitem').filter({ hasText: 'rent a van' }).waitFor();
  await editor.getByRole('checkbox', { name: 'Complete “call the bank”' }).waitFor();
  await editor.getByRole('button', { name: 'Delete “rent a van”' }).click();
  await editor.getByText('Deleted “rent a van”').waitFor();
  await editor.getByRole('button', { name: 'Undo' }).click();
  await editor.getByRole('listitem').filter({ hasText: 'rent a van' }).waitFor();
  await save();
  expect((await me.tasks()).filter(({ parentId }) => parentId === move?.id)).toHaveLength(2);
});

it('the trash gives tasks back and erases them, by keyboard, in another tab too, and on the smallest phone', async () => {
  for (const title of ['water the plants', 'feed the cat', 'old newspaper']) {
    const made = await me.page.request.post(`${place.url}/api/v1/tasks`, { data: { title } });
    await me.page.request.delete(`${place.url}/api/v1/tasks/${((await made.json()) as Task).id}`);
  }
  const other = await me.tab();
  const { page } = other;
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Tasks' }).click();
  for (const { panel } of [me, other]) {
    await panel.getByRole('button', { name: 'Task options' }).press('Enter');
    await panel.getByRole('menuitem', { name: 'Trash' }).press('Enter');
    await expect.poll(() => panel.getByRole('listitem').count()).toBe(3);
  }
  const wide = await page.evaluate(() => [...document.querySelectorAll('#pane-tasks *')].some((element) => element.getBoundingClientRect().right > innerWidth));
  expect(wide).toBe(false);

  // The newest deletion stands first, the one before it behind it.
  const restore = (title: string) => me.panel.getByRole('button', { name: `Restore “${title}”` });
  await restore('feed the cat').press('Enter');
  await expect.poll(() => restore('water the plants').evaluate((button) => button === document.activeElement)).toBe(true);
  await expect.poll(() => other.panel.getByRole('listitem').count()).toBe(2);

  await other.panel.getByRole('button', { name: 'Delete for good “old newspaper”' }).click();
  await other.panel.getByRole('button', { name: 'Delete for good now “old newspaper”' }).click();
  await expect.poll(() => me.panel.getByRole('listitem').count()).toBe(1);
  await me.panel.getByRole('button', { name: 'Empty trash' }).click();
  await me.panel.getByRole('button', { name: 'Empty trash now' }).click();
  for (const { panel } of [me, other]) await panel.getByText('The trash is empty').waitFor();
  await me.panel.getByRole('button', { name: 'Back to the tasks' }).press('Enter');
  await expect.poll(() => me.panel.getByRole('button', { name: 'Task options' }).evaluate((button) => button === document.activeElement)).toBe(true);
  await me.row('feed the cat').waitFor();
});

it('the focus follows a task to another group, however far, and goes on to the next where a task leaves the list', async () => {
  const add = (title: string, fields = {}) => me.page.request.post(`${place.url}/api/v1/tasks`, { data: { title, ...fields } });
  await add('Pay the rent', { dueDate: '2020-01-01' });
  for (let number = 10; number < 70; number++) await add(`Errand ${number}`, { dueDate: '2020-01-02' });
  await me.page.reload();
  const control = (title: string) => me.row(title).getByRole('button', { name: new RegExp(`^${title}`) });
  const hasFocus = (control: Locator) => expect.poll(() => control.evaluate((element) => element === document.activeElement)).toBe(true);
  await control('Pay the rent').press('Enter');
  const editor = me.page.getByRole('dialog');
  await editor.getByLabel('Due').fill('');
  await editor.getByRole('button', { name: 'Save' }).press('Enter');
  await editor.waitFor({ state: 'detached' });
  await me.panel.getByRole('region', { name: 'No date' }).getByText('Pay the rent').waitFor();
  await hasFocus(control('Pay the rent'));

  await me.panel.getByRole('heading', { name: 'Overdue 60' }).evaluate((heading) => heading.scrollIntoView());
  await me.row('Errand 10').getByRole('checkbox').press('Space');
  await me.row('Errand 10').waitFor({ state: 'detached' });
  await hasFocus(me.row('Errand 11').getByRole('checkbox'));
  await control('Errand 11').press('Delete');
  await me.row('Errand 11').waitFor({ state: 'detached' });
  await hasFocus(control('Errand 12'));
});

it('of a full trash only what is near what is seen is in the page', async () => {
  for (let number = 0; number < 90; number++) {
    const made = await me.page.request.post(`${place.url}/api/v1/tasks`, { data: { title: `Leaf ${number}` } });
    await me.page.request.delete(`${place.url}/api/v1/tasks/${((await made.json()) as Task).id}`);
  }
  await me.panel.getByRole('button', { name: 'Task options' }).click();
  await me.panel.getByRole('menuitem', { name: 'Trash' }).click();
  await me.panel.getByText('Leaf 89', { exact: true }).waitFor();
  await me.panel.getByRole('listitem').filter({ hasText: 'Deleted' }).first().waitFor();
  expect(await me.panel.getByRole('listitem').count()).toBeLessThan(60);
  await me.panel.getByRole('list', { name: 'Deleted tasks' }).evaluate((list) => list.lastElementChild?.scrollIntoView({ block: 'end' }));
  await me.panel.getByText('Leaf 0', { exact: true }).waitFor();
});
