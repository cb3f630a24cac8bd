import { beforeEach, expect, it } from 'vitest';
import { callTool, count, refuse, say, steps } from '../support/openai-replies';
import type { OpenAIServer } from '../support/openai-server';
import { PATIENT, type Person, wordsOf } from './person';
import { withSite } from './with-server';

const place = withSite('embedded');
let model: OpenAIServer;
let me: Person;

beforeEach(async () => {
  model = place.serving.model;
  model.journal.length = 0;
  me = await place.guest();
});

it('a model of another server answers with tools: cards, panel, its words, a title', async () => {
  model.answer(steps(callTool('create_tasks', { tasks: [{ title: 'Buy milk', priority: 'high' }] }), say('I added **milk** to your list.')));
  await me.say('milk please');
  await me.answer.locator('strong').getByText('milk').waitFor();
  expect(await wordsOf(me.answer)).toMatch(/created 1 task[\s\S]*Buy milk[\s\S]*I added milk to your list\./);
  await me.row('Buy milk').waitFor();
  await me.sidebar.getByRole('link', { name: 'A made-up title' }).waitFor();
  expect(model.journal[0]).toMatchObject({ userText: 'milk please', authorization: 'Bearer sk-test-1234', body: { store: false } });
  expect(me.problems).toEqual([]);
});

it('a bulk change of a model waits for approval like any other', async () => {
  model.answer(steps(callTool('create_tasks', { tasks: [{ title: 'One' }, { title: 'Two' }] }), say('Added.')));
  await me.say('add something');
  model.answer(steps(callTool('delete_tasks', { filter: {} }), say('Gone.')));
  await me.say('delete what I have');
  expect((await me.tasks()).length).toBe(2);
  await me.press(me.answer.getByRole('button', { name: /^Approve/ }));
  expect(await wordsOf(me.answer)).toMatch(/deleted 2 tasks[\s\S]*Gone\./);
  expect(await me.tasks()).toEqual([]);
});

it('Stop ends the model within a second and keeps what was said', async () => {
  model.answer(count(2_000, { wordMs: 25 }));
  await me.send('talk at length');
  await me.answer.getByText('word5').waitFor();
  await me.page.getByRole('button', { name: 'Stop', exact: true }).click();
  const pressed = Date.now();
  const entry = await model.waitFor(({ end }) => end !== 'open');
  expect([entry.end, (entry.endedAt ?? 0) - pressed < 1_000]).toEqual(['hung_up', true]);
  await me.settled();
  expect(await wordsOf(me.answer)).toMatch(/word1 word2 word3[\s\S]*You stopped this answer\./);
  const said = await me.conversation();
  await me.reload();
  await expect.poll(() => me.conversation(), PATIENT).toEqual(said);
});

it('a refused key is said in words; the built-in assistant answers instead', async () => {
  model.answer(refuse(401));
  await me.send('add buy milk');
  await me.settled();
  const alert = me.page.getByRole('log').getByRole('alert');
  expect(await wordsOf(alert)).toContain('The model refused our key.');
  expect(await wordsOf(me.page.getByRole('main'))).not.toMatch(/PROVIDER SECRET|sk-test/);
  await me.press(alert.getByRole('button', { name: 'Answer with the built-in assistant' }));
  expect(await wordsOf(me.answer)).toContain('Added "buy milk" (1).');
  await me.row('buy milk').waitFor();
  expect(await me.conversation()).toHaveLength(2);
});

it('an answer that breaks off is kept with its changes; Retry goes on and does nothing twice', async () => {
  const add = callTool('create_tasks', { tasks: [{ title: 'Buy milk' }] });
  model.answer(steps(add, count(10, { breakAfter: 3, wordMs: 20 })));
  await me.say('add milk');
  expect(await wordsOf(me.answer)).toMatch(/Buy milk[\s\S]*word1 word2/);
  model.answer(steps(add, say('There is milk on your list now.')));
  await me.press(me.answer.getByRole('button', { name: 'Retry' }));
  expect(await wordsOf(me.answer)).toContain('There is milk on your list now.');
  expect((await me.tasks()).map(({ title }) => title)).toEqual(['Buy milk']);
  await me.answer.getByRole('group', { name: 'Versions' }).getByText('2 / 2').waitFor();
});
