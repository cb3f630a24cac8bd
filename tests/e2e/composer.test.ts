import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PHONE, VIEWPORTS } from '../support/browser';
import { count, say, when } from '../support/openai-replies';
import { type Person, wordsOf } from './person';
import { withSite } from './with-server';

const LONG = `add a task ${'with a very long title '.repeat(8)}`.trim();

describe.each([['wide', {}], ['on a phone', PHONE]] as const)('words that are typed are sent as they were, or are still there: %s', (_, options) => {
  const place = withSite('embedded');
  let me: Person;

  beforeEach(async () => {
    place.serving.model.answer(when(['at length', count(2_000, { wordMs: 30 })], ['shortly', count(60, { wordMs: 20 })], [/./, say('Here I am.')]));
    me = await place.guest(options);
  });
  afterEach(async () => {
    await me.page.context().close();
  });

  const waiting = () => me.page.getByRole('list', { name: 'Will be sent after this answer' });

  it('the first answer is still on its way: each further message follows it, and what is being typed stays', async () => {
    let letThrough = () => {};
    const looked = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await me.page.route('**/api/chat', (route) => looked.then(() => route.continue()));
    await me.field.fill('talk shortly');
    await me.field.press('Enter');
    await me.field.pressSequentially("what's due this week?");
    await me.field.press('Enter');
    await me.field.fill('mark milk as done');
    await me.page.getByRole('button', { name: 'Send after this answer' }).click();
    await me.field.fill(LONG);
    await me.field.press('Enter');
    await me.field.pressSequentially('and then');
    expect(await waiting().getByRole('listitem').allInnerTexts()).toEqual(["what's due this week?", 'mark milk as done', LONG]);
    for (const item of await waiting().getByRole('listitem').all()) expect((await item.boundingBox())?.x).toBeGreaterThan(0);
    letThrough();
    await waiting().waitFor({ state: 'detached' });
    await me.page.getByRole('button', { name: 'Send', exact: true }).waitFor();
    expect(await me.field.inputValue()).toBe('and then');
    const said = await me.page.getByRole('article', { name: 'You' }).locator('> div:first-child').allInnerTexts();
    expect(said).toEqual(['talk shortly', "what's due this week?", 'mark milk as done', LONG]);
  });

  it('the field shows eight whole lines; a very long message is folded, and unfolds where it stands', async () => {
    await me.say('hello');
    const letter = Array.from({ length: 60 }, (_, line) => `Line ${line + 1} of a letter.`).join('\n');
    await me.field.fill(letter);
    await me.field.press('Control+End');
    const [lines, cut] = await me.field.evaluate((field) => {
      const line = Number.parseFloat(getComputedStyle(field).lineHeight);
      return [field.clientHeight / line, (field.scrollTop / line) % 1];
    });
    expect(lines).toBeCloseTo(8, 1);
    expect(Math.abs((cut ?? 0) - Math.round(cut ?? 0)) * 25).toBeLessThan(2);
    await me.field.fill('words '.repeat(20));
    const room = () => me.field.evaluate((field) => field.scrollHeight - field.clientHeight);
    const size = me.page.viewportSize() ?? VIEWPORTS.wide;
    await me.page.setViewportSize({ ...size, width: 320 });
    await expect.poll(room).toBe(0);
    await me.page.setViewportSize(size);
    await me.say(letter);
    const mine = me.page.getByRole('article', { name: 'You' }).last();
    const inside = async () => (await mine.boundingBox())?.height ?? 0;
    expect(await inside()).toBeLessThan(450);
    // On a phone the bar below comes back first.
    await me.field.blur();
    if (options === PHONE) await me.page.getByRole('navigation', { name: 'Main' }).waitFor();
    const before = (await mine.boundingBox())?.y;
    await mine.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(inside).toBeGreaterThan(1_000);
    expect((await mine.boundingBox())?.y).toBeCloseTo(before ?? 0, -1);
    await mine.getByRole('button', { name: 'Show less' }).click();
    await expect.poll(inside).toBeLessThan(450);
  });

  it('Enter with Ctrl sends too', async () => {
    await me.field.fill('hello');
    await me.field.press('Control+Enter');
    await me.settled();
    expect(await wordsOf(me.answer)).toContain('Here I am.');
  });

  it('Stop gives back what waits, one line a message, before what was typed since', async () => {
    await me.send('talk at length');
    await me.answer.getByText('word9').waitFor();
    for (const text of ['add milk', 'add bread']) {
      await me.field.fill(text);
      await me.field.press('Enter');
    }
    await me.field.fill('and call mom');
    await me.page.getByRole('button', { name: 'Stop' }).click();
    await me.settled();
    expect(await me.field.inputValue()).toBe('add milk\nadd bread\nand call mom');
  });

  it('one that waits comes back by its button, and by the arrow up', async () => {
    await me.send('talk at length');
    for (const text of ['first', 'second']) {
      await me.field.fill(text);
      await me.field.press('Enter');
    }
    await me.field.press('ArrowUp');
    expect(await me.field.inputValue()).toBe('second');
    await waiting().getByRole('button', { name: 'Back to the composer' }).click();
    expect(await me.field.inputValue()).toBe('first\nsecond');
  });

  it('a page that is left before the server has a message finds it in the composer again', async () => {
    await me.page.route('**/api/chat', () => {});
    await me.field.fill('add milk');
    await me.field.press('Enter');
    await me.field.fill('add bread');
    await me.field.press('Enter');
    await me.field.fill('add tea');
    await me.reload();
    await expect.poll(() => me.field.inputValue()).toBe('add milk\nadd bread\nadd tea');
    await me.page.unroute('**/api/chat');
    await me.field.press('Enter');
    await me.settled();
    expect(await wordsOf(me.answer)).toContain('Here I am.');
    await me.reload();
    expect(await me.field.inputValue()).toBe('');
  });

  it('a message that does not get through stands before what was typed meanwhile', async () => {
    let fail = () => {};
    await me.page.route('**/api/chat', async (route) => {
      await new Promise<void>((resolve) => {
        fail = resolve;
      });
      await route.abort();
    });
    await me.field.fill('add milk');
    await me.field.press('Enter');
    await me.field.fill('add bread');
    fail();
    await expect.poll(() => me.field.inputValue()).toBe('add milk\nadd bread');
  });
});
