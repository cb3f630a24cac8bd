import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, VIEWPORTS } from '../support/browser';
import { type Server, startFreshServer } from '../support/server';
import { PATIENT, Person, wordsOf } from './person';

let server: Server;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startFreshServer('embedded'), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it.each(['tap', 'click'] as const)('a %s lands on what it was aimed at, also while one was writing', async (aim) => {
  const person = await Person.guest(browser, server.url, { viewport: VIEWPORTS.phone, hasTouch: true, isMobile: true });
  const bar = person.page.getByRole('navigation', { name: 'Main' });
  await person.say('add book the campsite, buy a tent and print the map');
  await person.say('delete all tasks');
  await person.field.tap();
  await bar.waitFor({ state: 'hidden' });
  await person.page.getByRole('button', { name: 'Approve' })[aim]();
  await expect.poll(() => wordsOf(person.answer), PATIENT).toContain('Deleted 3 tasks');
  await bar.waitFor();
  expect(person.problems).toEqual([]);
});
