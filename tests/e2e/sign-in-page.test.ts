import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, openPage, VIEWPORTS } from '../support/browser';
import { type Server, startFreshServer } from '../support/server';

let server: Server;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startFreshServer('embedded'), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it.each(Object.entries(VIEWPORTS))('the sign-in page shows, %s, without errors or sideways scrolling', async (_, viewport) => {
  const { page, context, problems } = await openPage(browser, { viewport });
  await page.goto(`${server.url}/sign-in`);
  await page.getByRole('button').first().waitFor();
  expect(await page.getByLabel(/e-?mail/i).count()).toBe(1);
  expect(await page.getByLabel(/password/i).count()).toBeGreaterThanOrEqual(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(problems).toEqual([]);
  await context.close();
});

it('a stranger who asks for the chat is sent to sign in', async () => {
  const { page, context } = await openPage(browser);
  await page.goto(server.url);
  await page.waitForURL(/\/sign-in/);
  await context.close();
});
