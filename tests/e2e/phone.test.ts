import { expect, it } from 'vitest';
import { PHONE } from '../support/browser';
import { PATIENT, wordsOf } from './person';
import { withServer } from './with-server';

const place = withServer();

it.each(['tap', 'click'] as const)('a %s lands on what it was aimed at, also while one was writing', async (aim) => {
  const person = await place.guest(PHONE);
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
