import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { VIEWPORTS } from '../support/browser';
import { focused, PATIENT, type Person } from './person';
import { withServer } from './with-server';

const place = withServer();

/** More stops than any of these pages has. */
const STOPS = 80;

/** Goes from control to control until `target` has the focus, which must be seen. */
async function tabTo(person: Person, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.first().waitFor();
  for (let stop = 0; stop < STOPS; stop++) {
    await person.page.keyboard.press(key);
    const reached = await target.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement));
    if (!reached) continue;
    // A field shows it by the frame around it.
    const ring = await person.page.evaluate(() => {
      const focused = document.activeElement;
      const shown = [focused, focused?.parentElement, focused?.closest('form')].filter((element) => element instanceof Element);
      return shown.some((element) => getComputedStyle(element).outlineStyle !== 'none' || getComputedStyle(element).boxShadow !== 'none');
    });
    expect(ring, 'the focus is seen').toBe(true);
    return;
  }
  throw new Error(`${target} cannot be reached by ${key}.`);
}

/** Types where the focus is, sends, and waits for the answer. */
async function type(person: Person, text: string): Promise<void> {
  const answers = person.page.getByRole('article', { name: 'Sayso' });
  const before = await answers.count();
  await person.page.keyboard.type(text);
  await person.page.keyboard.press('Enter');
  await expect.poll(() => answers.count(), PATIENT).toBeGreaterThan(before);
  await person.settled();
}

it('a person without a mouse comes in, talks, undoes, approves, ticks, searches, renames and deletes', async () => {
  const person = await place.visitor('/');
  const { page } = person;
  const { keyboard } = page;
  const button = (name: string | RegExp) => page.getByRole('button', { name });

  await tabTo(person, button('Continue as guest'));
  await keyboard.press('Enter');
  await person.ready();

  // The field takes the focus: words can be typed at once.
  await type(person, 'add buy milk tomorrow and call mom on Sunday');
  await expect.poll(() => person.panel.getByRole('listitem').count(), PATIENT).toBe(2);

  await tabTo(person, person.answer.getByRole('button', { name: /^Undo/ }), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect.poll(() => person.panel.getByRole('listitem').count(), PATIENT).toBe(0);
  // The same button takes it back, once it says so.
  await focused(person.answer.getByRole('button', { name: /^Redo/ }));
  await keyboard.press('Enter');
  await expect.poll(() => person.panel.getByRole('listitem').count(), PATIENT).toBe(2);

  await tabTo(person, person.panel.getByRole('checkbox', { name: /milk/ }).or(person.panel.getByRole('button', { name: /Complete.*milk/ })));
  await keyboard.press('Space');
  await expect.poll(() => person.panel.getByRole('listitem').count(), PATIENT).toBe(1);

  await tabTo(person, person.field, 'Shift+Tab');
  await type(person, 'add book the campsite, buy a tent and print the map');
  await expect.poll(() => person.panel.getByRole('listitem').count(), PATIENT).toBe(4);
  await type(person, 'delete all tasks');
  const approval = person.answer.getByRole('group', { name: 'Approval' });
  await focused(approval);
  // Whoever writes on instead of deciding goes on in the field.
  await keyboard.type('n');
  await focused(person.field);
  expect(await person.field.inputValue()).toBe('n');
  await keyboard.press('Backspace');
  await keyboard.type('delete all tasks');
  await keyboard.down('Control');
  await keyboard.down('Enter');
  await focused(approval);
  // The key that sent it is still held.
  await keyboard.down('Enter');
  await keyboard.up('Enter');
  await keyboard.up('Control');
  await keyboard.press('Tab');
  await focused(approval.getByRole('button', { name: /Approve/ }));
  await keyboard.press('Enter');
  await focused(person.field);
  await expect.poll(() => person.panel.getByRole('listitem').count(), PATIENT).toBe(0);
  await person.settled();

  await keyboard.press('Control+k');
  await focused(page.locator('#search'));
  await keyboard.type('milk');
  await person.sidebar.getByText('Found', { exact: true }).waitFor();
  await keyboard.press('Enter');
  await focused(page.locator('[data-found]'));
  await keyboard.press('Control+k');
  await focused(page.locator('#search'));
  await keyboard.press('Escape');
  await person.sidebar.getByText('Found', { exact: true }).waitFor({ state: 'hidden' });
  const row = person.sidebar.locator('[data-row]').first();
  await row.waitFor();
  await keyboard.press('ArrowDown');
  await focused(row);
  await keyboard.press('F2');
  await keyboard.press('Control+a');
  await keyboard.type('Errands');
  await keyboard.press('Enter');
  await person.sidebar.getByText('Errands').waitFor();

  await focused(row);
  await keyboard.press('Delete');
  await expect.poll(() => person.sidebar.getByText('Errands').count(), PATIENT).toBe(0);
  await tabTo(person, button('Undo'));
  await keyboard.press('Enter');
  await person.sidebar.getByText('Errands').waitFor();
  expect(person.problems).toEqual([]);
});

it('on a phone, from the top of a conversation, the message field and the tasks are a few stops away', async () => {
  const person = await place.guest({ viewport: VIEWPORTS.phone });
  const { page } = person;
  const { keyboard } = page;
  for (const text of ['add buy milk', 'add call mom', 'what is open?']) await person.say(text);
  // Whatever an answer offers, it is one stop from the next but for what it did.
  const toolbar = person.answer.getByRole('toolbar');
  await person.field.press('Shift+Tab');
  await focused(toolbar.getByRole('button', { name: 'Copy' }));
  await keyboard.press('ArrowRight');
  await focused(toolbar.getByRole('button', { name: 'Answer again' }));
  await keyboard.press('End');
  await focused(toolbar.getByRole('button', { name: /details$/ }));
  await keyboard.press('ArrowRight');
  await focused(toolbar.getByRole('button', { name: 'Copy' }));
  await keyboard.press('ArrowRight');
  await keyboard.press('Tab');
  await focused(person.field);
  // One comes back to where one was.
  await keyboard.press('Shift+Tab');
  await focused(toolbar.getByRole('button', { name: 'Answer again' }));

  const skip = async (to: string) => {
    await page.goto(page.url());
    await person.ready();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    const link = page.getByRole('button', { name: `Skip to the ${to}` });
    await tabTo(person, link);
    // Where less motion is asked for, every change still takes a hundredth of a millisecond, and with it a frame.
    await expect.poll(() => link.evaluate((element) => element.getBoundingClientRect().top), PATIENT).toBeGreaterThanOrEqual(0);
    await keyboard.press('Enter');
  };
  await skip('message field');
  await focused(person.field);
  await skip('tasks');
  await focused(person.panel);
  await keyboard.press('Tab');
  await focused(person.panel.getByRole('button', { name: 'Task options' }));
  // What is opened over the tasks is closed by itself.
  await person.row('call mom').getByRole('button', { name: /^call mom/ }).press('Enter');
  await page.getByRole('dialog').getByLabel('Title').press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await focused(person.row('call mom').getByRole('button', { name: /^call mom/ }));
  await keyboard.press('Escape');
  await person.panel.waitFor({ state: 'hidden' });
});

it.each([
  ['wide', 1440],
  ['medium', 1000],
])('on a %s page a pane that was hidden has the focus when it is asked for, while it still moves in', async (_, width) => {
  const person = await place.guest({ viewport: { width, height: 800 }, reducedMotion: 'no-preference' });
  const { page } = person;
  if (width === 1440) {
    await page.keyboard.press('Control+.');
    await page.keyboard.press('Control+b');
  }
  for (const pane of [person.panel, person.sidebar]) await pane.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Skip to the tasks' }).press('Enter');
  await focused(person.panel);
  await page.keyboard.press('Control+k');
  await focused(page.locator('#search'));
});
