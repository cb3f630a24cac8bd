import { expect, it } from 'vitest';
import { VIEWPORTS } from '../support/browser';
import { withServer } from './with-server';

const place = withServer();

it.each(Object.entries(VIEWPORTS))('the sign-in page shows, %s, without errors or sideways scrolling', async (_, viewport) => {
  const { page, context, problems } = await place.open({ viewport });
  await page.goto('/sign-in');
  await page.getByRole('button').first().waitFor();
  expect(await page.getByLabel(/e-?mail/i).count()).toBe(1);
  expect(await page.getByLabel(/password/i).count()).toBeGreaterThanOrEqual(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(problems).toEqual([]);
  await context.close();
});

it('a stranger who asks for the chat is sent to sign in', async () => {
  const { page, context } = await place.open();
  await page.goto('/');
  await page.waitForURL(/\/sign-in/);
  await context.close();
});
