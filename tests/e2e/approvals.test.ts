import { expect, it } from 'vitest';
import { callTool, say, steps, when } from '../support/openai-replies';
import { PATIENT, wordsOf } from './person';
import { withSite } from './with-server';

const place = withSite('behind a proxy');

it('an approval outlives its servers, is given by its keys in another tab, which the first follows; an undo says what it left', async () => {
  place.serving.model.answer(when(
    ['add', steps(callTool('create_tasks', { tasks: [{ title: 'One' }, { title: 'Two' }, { title: 'Three' }] }), say('Added.'))],
    ['delete', steps(callTool('delete_tasks', { filter: {} }), say('Gone.'))],
  ));
  const me = await place.guest();
  await me.say('add something');
  expect(await me.say('delete what I have')).toMatch(/This would delete 3 tasks\.[\s\S]*One[\s\S]*Two[\s\S]*Three/);
  const other = await me.tab();
  for (const [index] of place.serving.processes.entries()) await place.serving.kill(index);
  for (const [index] of place.serving.processes.entries()) await place.serving.restart(index);
  await other.ready();
  await other.page.getByRole('button', { name: /^Approve/ }).waitFor();
  await other.field.press('Control+Enter');
  for (const person of [other, me]) {
    await expect.poll(() => wordsOf(person.answer), PATIENT).toContain('Gone.');
    await person.page.getByText('You approved this.').waitFor();
    expect(await person.page.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
  }
  expect(await me.tasks()).toEqual([]);

  await me.page.request.post(`${place.url}/api/v1/tasks/1/restore`);
  await me.answer.getByRole('button', { name: 'Undo' }).click();
  await me.answer.getByRole('alert').getByText('"One" (1) has changed since, so it was left as it is.').waitFor();
  expect((await me.tasks()).map(({ title }) => title)).toEqual(['One', 'Two', 'Three']);
});
