import { expect, it } from 'vitest';
import { openBrowser } from '../support/browser';
import { startFreshServer } from '../support/server';
import { PATIENT, Person } from './person';

it('the first hour in short, on PostgreSQL: said, undone, reloaded, signed up, still there', async () => {
  const [server, browser] = await Promise.all([startFreshServer('postgres'), openBrowser()]);
  try {
    const me = await Person.guest(browser, server.url);
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
    const other = await Person.guest(browser, server.url);
    expect(await other.tasks()).toEqual([]);
    expect([...me.problems, ...other.problems]).toEqual([]);
  } finally {
    await browser.close();
    await server.stop();
  }
});
