import { afterEach, beforeEach, expect, it } from 'vitest';
import { VIEWPORTS } from '../support/browser';
import type { Person } from './person';
import { withServer } from './with-server';

const place = withServer();
let me: Person;

beforeEach(async () => {
  me = await place.guest({ viewport: VIEWPORTS.phone });
  await me.say('add buy milk');
  await me.field.fill('and call mom');
  await me.page.context().setOffline(true);
});
afterEach(async () => {
  await me.page.context().close();
});

it('without a connection, what is loaded when it is opened says so, and opens when one is back', async () => {
  await me.page.getByRole('button', { name: 'You', exact: true }).click();
  const missing = me.page.getByRole('dialog', { name: 'This could not be loaded' });
  await missing.waitFor();
  await me.page.context().setOffline(false);
  await missing.getByRole('button', { name: 'Try again' }).click();
  await me.page.getByRole('dialog', { name: 'You' }).getByText('You are here as a guest').waitFor();
  await me.page.keyboard.press('Escape');
  expect(await me.field.inputValue()).toBe('and call mom');
});

it('without a connection a link does not leave the page', async () => {
  const here = me.page.url();
  await me.page.getByRole('link', { name: 'New chat' }).filter({ visible: true }).click();
  await me.page.getByText('You are offline. That opens when you are back.').waitFor();
  expect(me.page.url()).toBe(here);
  await me.page.getByRole('button', { name: 'Close' }).click();
  await me.page.context().setOffline(false);
  await me.page.getByRole('link', { name: 'New chat' }).filter({ visible: true }).click();
  await me.page.waitForURL((url) => url.pathname === '/');
});

it('lists that could not be loaded come by themselves when the server answers again', async () => {
  await me.page.context().setOffline(false);
  await me.page.setViewportSize(VIEWPORTS.wide);
  const unreachable = /\/api\/(changes|v1\/(tasks|conversations))/;
  await me.page.route(unreachable, (route) => route.abort());
  await me.page.reload();
  // The task of the conversation's card comes by another way, perhaps first.
  await me.panel.getByText('Your tasks could not be loaded.').waitFor();
  await me.sidebar.getByText('Your conversations could not be loaded.').waitFor();
  await me.page.unroute(unreachable);
  await me.row('buy milk').waitFor();
  await me.sidebar.getByRole('link', { name: 'add buy milk' }).waitFor();
});
