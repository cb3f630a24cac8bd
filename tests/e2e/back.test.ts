import { expect, it } from 'vitest';
import { VIEWPORTS } from '../support/browser';
import { withServer } from './with-server';

const place = withServer();

it('a dialog goes with the page when one steps back, but for one with changes in it', async () => {
  const me = await place.guest();
  const { page } = me;
  await me.say('add buy milk');
  const here = new URL(page.url()).pathname;
  const leaveFor = async (name: string) => {
    await page.getByRole('link', { name }).filter({ visible: true }).first().click();
    await page.getByRole('heading', { name }).waitFor();
  };
  const back = async () => {
    await page.goBack();
    await page.waitForURL((url) => url.pathname === here);
  };
  await leaveFor('Activity');
  await page.getByRole('button', { name: /^Guest/ }).click();
  await page.getByRole('dialog', { name: 'You' }).waitFor();
  await back();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await leaveFor('Activity');
  await me.row('buy milk').getByRole('button', { name: /^buy milk/ }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('buy oat milk');
  await back();
  await page.getByRole('dialog').getByText('Save your changes?').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await me.row('buy oat milk').waitFor();
  await page.context().close();
});

it('in the colours of the reader, what is chosen and where one is have a line around them', async () => {
  const me = await place.guest({ forcedColors: 'active' });
  await me.say('add buy milk');
  const places = [me.panel.getByRole('radio', { name: 'All' }), me.sidebar.getByRole('link', { name: 'add buy milk' })];
  for (const place of places) expect(await place.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
  expect(await me.panel.getByRole('radio', { name: 'Today' }).evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('none');
  await me.page.context().close();
});

it('the line around what has the focus in the bar of a phone lies inside of the bar, where all of it is seen', async () => {
  const me = await place.guest({ viewport: VIEWPORTS.phone });
  const you = me.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'You' });
  await me.field.press('Tab');
  await me.page.keyboard.press('Tab');
  await me.page.keyboard.press('Tab');
  await expect.poll(() => you.evaluate((element) => element === document.activeElement)).toBe(true);
  const { outlineStyle, outlineOffset, outlineWidth } = await you.evaluate((element) => {
    const { outlineStyle, outlineOffset, outlineWidth } = getComputedStyle(element);
    return { outlineStyle, outlineOffset, outlineWidth };
  });
  expect(outlineStyle).toBe('solid');
  expect(Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth)).toBeLessThanOrEqual(0);
  await me.page.context().close();
});
