import { expect, it } from 'vitest';
import { PATIENT } from './person';
import { withServer } from './with-server';

const place = withServer('postgres');

it('the first hour in short, on PostgreSQL: said, undone, reloaded, signed up, still there', async () => {
  const me = await place.guest();
  await me.say('add buy milk tomorrow at 5pm and call mom every Sunday #family, high priority');
  expect(await me.say('mark milk as done')).toContain('Completed "buy milk" (1).');
  await me.say('add eggs and complete it');
  await me.say('delete all completed');
  await me.press(me.answer.getByRole('button', { name: /^Approve/ }));
  expect(await me.say('undo')).toContain('Undone: Deleted 2 tasks: "buy milk" (1) and "eggs" (3).');
  await me.page.getByRole('log').getByText('Undone', { exact: true }).waitFor();
  const [said, tasks] = [await me.conversation(), await me.tasks()];
  expect(tasks.map(({ title, status }) => [title, status])).toEqual([['buy milk', 'completed'], ['call mom', 'pending'], ['eggs', 'completed']]);
  await me.reload();
  await expect.poll(() => me.conversation(), PATIENT).toEqual(said);
  await me.goTo('/sign-up');
  await me.enter('new@example.com', 'Create account');
  await me.sidebar.getByRole('link', { name: /^add buy milk tomorrow/ }).click();
  await expect.poll(() => me.conversation(), PATIENT).toEqual(said);
  expect(await me.tasks()).toEqual(tasks);
  const other = await place.guest();
  expect(await other.tasks()).toEqual([]);
  expect([...me.problems, ...other.problems]).toEqual([]);
});
