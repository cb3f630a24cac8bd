import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PHONE } from '../support/browser';
import { count, refuse, say, when } from '../support/openai-replies';
import { focused, type Person, wordsOf } from './person';
import { withSite } from './with-server';


describe.each([
  ['wide, one embedded process', 'embedded', {}],
  ['on a phone, two processes behind a proxy', 'behind a proxy', PHONE],
] as const)('%s', (_, kind, options) => {
  const place = withSite(kind);
  let me: Person;

  beforeEach(async () => {
    place.serving.model.answer(when(['at length', count(2_000, { wordMs: 30 })], ['shortly', count(120, { wordMs: 20 })], [/./, say('Here I am.')]));
    me = await place.guest(options);
    me.page.setDefaultTimeout(60_000);
  });
  afterEach(async () => {
    await me.page.context().close();
    place.serving.model.journal.length = 0;
  });

  const button = ({ page }: Person, name: string): Locator => page.getByRole('button', { name, exact: true });
  const text = ({ page }: Person, words: string | RegExp): Locator => page.getByRole('main').getByText(words);
  /** Begins an answer of a minute and waits for some of it. */
  async function begin(): Promise<void> {
    await me.send('talk at length');
    await me.answer.getByText('word9').waitFor();
  }
  /** What is on the screen fits on it. */
  async function expectToFit({ page }: Person): Promise<void> {
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }

  it('a tab that is closed in mid-answer finds the whole answer when it is opened again', async () => {
    await me.send('talk shortly');
    await me.answer.getByText('word9').waitFor();
    const { page } = me;
    const tab = await me.page.context().newPage();
    const address = page.url();
    await page.close();
    await place.serving.model.waitFor(({ userText, tools, end }) => userText === 'talk shortly' && tools.length > 0 && end === 'completed');
    await tab.goto(address);
    await expect.poll(() => tab.getByRole('article', { name: 'Sayso' }).innerText()).toContain(count(120).text ?? '');
    expect(place.serving.model.journal.filter(({ tools, userText }) => tools.length > 0 && userText === 'talk shortly')).toHaveLength(1);
  });

  it('an answer that runs elsewhere: joined, told from its beginning, live, and stopped from there', async () => {
    await begin();
    const other = await me.tab();
    await other.answer.getByText(/word1 .*word30/).waitFor();
    await expectToFit(other);
    await button(other, 'Stop').click();
    await me.settled();
    for (const person of [me, other]) {
      await text(person, 'You stopped this answer.').waitFor();
      expect(await wordsOf(person.answer)).toMatch(/word1 word2 word3/);
      await button(person, 'Retry').waitFor();
    }
    expect(await other.conversation()).toEqual(await me.conversation());
    place.serving.model.answer(say('Once more.'));
    await other.press(button(other, 'Retry'));
    expect(await wordsOf(other.answer)).toContain('Once more.');
    // Where a keyboard would come up with it the focus stays away.
    if (options !== PHONE) await focused(other.field);
    await expect.poll(() => wordsOf(me.answer), { timeout: 15_000 }).toContain('Once more.');
  });

  it('while it is being joined the page says so', async () => {
    await begin();
    let goOn = () => {};
    await me.page.route('**/stream', async (route) => {
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      await route.continue();
    });
    await me.page.reload();
    await text(me, 'An answer is running. Joining it…').waitFor();
    await button(me, 'Stop').waitFor();
    goOn();
    await me.answer.getByText(/word1 .*word30/).waitFor();
    await text(me, 'An answer is running. Joining it…').waitFor({ state: 'detached' });
    await button(me, 'Stop').click();
  });

  it('a message sent while an answer runs elsewhere comes back to where it was typed', async () => {
    await me.say('hello');
    const other = await me.tab();
    await other.ready();
    // This tab cannot join what runs elsewhere.
    await other.page.route('**/stream', (route) => route.abort());
    await begin();
    await other.field.fill('and something more');
    await button(other, 'Send').click();
    await text(other, 'Another answer is still running in this conversation. Your words are back here.').waitFor();
    expect(await other.field.inputValue()).toBe('and something more');
    await expectToFit(other);
    await button(me, 'Stop').click();
    await me.settled();
    await button(other, 'Send').click();
    await other.answer.getByText('Here I am.').last().waitFor();
    expect((await me.conversation()).filter((article) => article.includes('and something more')).length).toBeLessThanOrEqual(1);
  });

  it('a server that is killed: reconnecting, then interrupted with what was said, and Retry', async () => {
    await begin();
    // A second's words: what a killed server has said is kept but for the last half second.
    await me.answer.getByText('word40').waitFor();
    for (const [index] of place.serving.processes.entries()) await place.serving.kill(index);
    await text(me, 'The connection broke. Reconnecting…').waitFor();
    await button(me, 'Stop').waitFor();
    await expectToFit(me);
    for (const [index] of place.serving.processes.entries()) await place.serving.restart(index);
    await text(me, 'This answer was interrupted. What was said and done is kept.').waitFor();
    await text(me, 'The connection broke. Reconnecting…').waitFor({ state: 'detached' });
    expect(await wordsOf(me.answer)).toMatch(/word1 word2 word3/);
    await expectToFit(me);
    place.serving.model.answer(say('Once more.'));
    await me.press(button(me, 'Retry'));
    expect(await wordsOf(me.answer)).toContain('Once more.');
    expect(await me.conversation()).toHaveLength(2);
    await me.answer.getByRole('group', { name: 'Versions' }).getByText('2 / 2').waitFor();
  });

  it('an answer that falls silent shows that it goes on', async () => {
    place.serving.model.answer(count(30, { stallAfter: 5 }));
    await me.send('talk');
    await me.answer.getByText('word4').waitFor();
    const dots = me.page.locator('p[aria-hidden] .animate-pulse-soft');
    await expect.poll(() => dots.count()).toBe(3);
    await button(me, 'Stop').click();
    await me.settled();
    expect(await dots.count()).toBe(0);
  });

  it('a model that fails: why, Retry, and the built-in assistant instead', async () => {
    place.serving.model.answer(refuse(429, 3_600));
    await me.send('add buy milk');
    const alert = me.page.getByRole('log').getByRole('alert');
    expect(await wordsOf(alert)).toContain('The model is busy and asks for a wait of 60 minutes. Try again after that, or answer with the built-in assistant.');
    expect(await wordsOf(me.page.getByRole('main'))).not.toMatch(/PROVIDER SECRET|sk-test/);
    await expectToFit(me);
    await me.press(alert.getByRole('button', { name: 'Answer with the built-in assistant' }));
    expect(await wordsOf(me.answer)).toContain('Added "buy milk" (1).');
    expect(await alert.count()).toBe(0);
  });

  it('offline: the message waits where it was typed, and goes when one is back', async () => {
    await me.say('hello');
    await me.page.context().setOffline(true);
    await text(me, 'You are offline. What you write waits here until you are back.').waitFor();
    await me.field.fill('add buy milk');
    await me.field.press('Enter');
    await text(me, 'You are offline. Your message waits here; send it when you are back.').waitFor();
    expect(await me.field.inputValue()).toBe('add buy milk');
    expect(await me.page.getByRole('article', { name: 'You' }).count()).toBe(1);
    await expectToFit(me);
    await me.page.context().setOffline(false);
    await text(me, 'You are back online. Your message is still here, to be sent.').waitFor();
    await button(me, 'Send').click();
    await me.page.getByRole('article', { name: 'You' }).nth(1).waitFor();
    await me.settled();
    await text(me, /You are offline/).waitFor({ state: 'detached' });
    expect(await me.conversation()).toHaveLength(4);
    expect(await me.field.inputValue()).toBe('');
  });
});
