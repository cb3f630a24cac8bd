import { beforeAll, describe, expect, it } from 'vitest';
import { dayInFull, PATIENT, type Person, wordsOf, ZONE } from './person';
import { withServer } from './with-server';

/** A new user's first hour, in order: each step goes on where the one before ended. */
describe('the first hour with Sayso, embedded', () => {
  const email = 'new@example.com';
  const place = withServer();
  let me: Person;

  beforeAll(async () => {
    me = await place.guest();
  });

  it('two tasks said in one sentence are there: in the answer, on cards, in the panel', async () => {
    const said = await me.say('add buy milk tomorrow at 5pm and call mom every Sunday #family, high priority');
    expect(said).toContain('Added 2 tasks:');
    expect(said).toContain(`"buy milk" (1), due ${dayInFull(1)} at 17:00`);
    expect(said).toMatch(/"call mom" \(2\), due Sunday .*, repeats every Sunday, high priority, #family/);
    expect(await me.answer.getByRole('list', { name: 'Tasks' }).getByRole('listitem').count()).toBe(2);
    expect(await wordsOf(me.row('buy milk'))).toContain('17:00');
    expect(await wordsOf(me.row('call mom'))).toMatch(/every Sunday[\s\S]*high[\s\S]*#family/);
    expect(new URL(me.page.url()).pathname).toMatch(/^\/chat\//);
    await me.sidebar.getByRole('link', { name: /^add buy milk tomorrow/ }).waitFor();
    expect(await me.tasks()).toMatchObject([
      { number: 1, title: 'buy milk', dueTime: '17:00', timeZone: ZONE },
      { number: 2, title: 'call mom', recurrence: 'FREQ=WEEKLY;BYDAY=SU', priority: 'high', tags: ['family'] },
    ]);
  });

  it('questions are answered and change nothing, and so is what makes no sense', async () => {
    const before = await me.tasks();
    expect(await me.say("what's due this week?")).toMatch(/Search · found[\s\S]*call mom/);
    expect(await me.say('flarn the wobble')).toContain("I don't understand that yet, and nothing was changed.");
    expect(await me.say('what can you do?')).toContain('add buy milk tomorrow at 5pm');
    expect(await me.tasks()).toEqual(before);
  });

  it('tasks are completed, moved, untagged and deleted by what they are called, and undo takes it back', async () => {
    expect(await me.say('mark milk as done')).toContain('Completed "buy milk" (1).');
    await me.row('buy milk').waitFor({ state: 'detached' });
    expect(await me.say('move the call to Monday 10am')).toMatch(/Moved "call mom" \(2\) from Sunday .* to Monday .* at 10:00\./);
    expect(await wordsOf(me.row('call mom'))).toContain('10:00');
    expect(await me.say('remove tag family from task 2')).toContain('Took #family off "call mom" (2).');
    expect(await wordsOf(me.row('call mom'))).not.toContain('#family');
    expect(await me.say('delete task 1')).toContain('Deleted "buy milk" (1).');
    expect(await me.tasks()).toMatchObject([{ number: 2, tags: [], deletedAt: null }]);
    expect(await me.say('undo')).toContain('Undone: Deleted "buy milk" (1).');
    expect(await me.tasks()).toMatchObject([{ number: 1, status: 'completed' }, { number: 2, status: 'pending' }]);
  });

  it('several commands of one sentence happen in order, and the first that fails ends it', async () => {
    const said = await me.say('add bread, then complete bread and add jam tomorrow');
    expect(said).toMatch(/Added "bread" \(3\)\.[\s\S]*Completed "bread" \(3\)\.[\s\S]*Added "jam" \(4\)/);
    const failed = await me.say('complete jam, delete task 99 and add tea');
    expect(failed).toMatch(/Completed "jam" \(4\)\.[\s\S]*There is no task 99\.[\s\S]*Not done: "add tea"\./);
    expect((await me.tasks()).map(({ title }) => title)).toEqual(['buy milk', 'call mom', 'bread', 'jam']);
  });

  it('a title that fits several is asked about; the answer may be its number or a press', async () => {
    await me.say('add call dad and add call the bank');
    expect(await me.say('complete call')).toMatch(/Which one do you mean by "call"\?[\s\S]*2: call mom[\s\S]*5: call dad[\s\S]*6: call the bank/);
    expect(await me.say('2')).toMatch(/Completed "call mom" \(2\)\. The next one is "call mom" \(7\), due Sunday/);
    await me.say('complete call');
    await me.press(me.answer.getByRole('group', { name: 'Which one?' }).getByRole('button', { name: /call dad/ }));
    expect(await wordsOf(me.answer)).toContain('Completed "call dad" (5).');
  });

  it('Undo on a card takes back what that card did, and says so', async () => {
    await me.answer.getByRole('button', { name: 'Undo' }).click();
    await me.answer.getByText('Undone', { exact: true }).waitFor();
    await me.row('call dad').waitFor();
    await me.row('call dad').getByRole('checkbox').click();
    await me.row('call dad').waitFor({ state: 'detached' });
    // The page is ahead of the server.
    await expect.poll(async () => (await me.tasks()).find(({ title }) => title === 'call dad')?.status, PATIENT).toBe('completed');
  });

  it('what touches several unnamed tasks waits for approval: by a press, or by "yes"', async () => {
    const all = await me.tasks();
    expect(await me.say('delete all completed')).toContain('This would delete 5 tasks.');
    expect(await me.tasks()).toEqual(all);
    await me.press(me.answer.getByRole('button', { name: /^Reject/ }));
    expect(await wordsOf(me.answer)).toMatch(/that was not done/);
    expect(await me.tasks()).toEqual(all);

    await me.say('delete all completed');
    await me.press(me.answer.getByRole('button', { name: /^Approve/ }));
    expect(await wordsOf(me.answer)).toContain('Deleted 5 tasks: "buy milk" (1),');
    expect((await me.tasks()).map(({ title }) => title)).toEqual(['call the bank', 'call mom']);
    expect(await me.say('undo')).toContain('Undone: Deleted 5 tasks');
    expect((await me.tasks()).length).toBe(7);

    await me.say('delete all completed');
    expect(await me.say('yes')).toContain('Deleted 5 tasks');
    expect((await me.tasks()).length).toBe(2);
    await me.page.getByRole('button', { name: /^Approve/ }).waitFor({ state: 'detached' });
  });

  it('a reload shows the same, and older messages come when one scrolls up', async () => {
    const before = await me.conversation();
    expect(before.length).toBeGreaterThan(20);
    await me.reload();
    await me.row('call the bank').waitFor();
    await expect.poll(() => me.conversation(), PATIENT).toEqual(before);
  });

  it('an answer that waits for approval still waits after a reload', async () => {
    await me.say('add eggs, add ham and complete eggs and ham');
    await me.say('delete all completed');
    await me.reload();
    await me.press(me.answer.getByRole('button', { name: /^Approve/ }));
    expect(await wordsOf(me.answer)).toContain('Deleted 2 tasks');
  });

  it('signing up keeps everything: conversations, tasks, and what can be undone', async () => {
    const path = new URL(me.page.url()).pathname;
    const [before, tasks] = [await me.conversation(), await me.tasks()];
    await me.page.getByRole('button', { name: /Sign up$/ }).click();
    await me.page.getByRole('dialog', { name: 'You' }).getByRole('link', { name: 'Sign up' }).click();
    await me.page.getByText('Everything you have made as a guest comes with you.').waitFor();
    await me.enter(email, 'Create account');
    await me.sidebar.getByRole('link', { name: /^add buy milk tomorrow/ }).click();
    await me.page.waitForURL(`**${path}`);
    await expect.poll(() => me.conversation(), PATIENT).toEqual(before);
    expect(await me.tasks()).toEqual(tasks);
    expect(await me.say('undo')).toContain('Undone: Deleted 2 tasks');
    expect(await me.tasks()).not.toEqual(tasks);
  });

  it('a second browser sees nothing of it, until the same person signs in there', async () => {
    const path = new URL(me.page.url()).pathname;
    const other = await place.guest();
    await other.panel.getByText('No tasks yet').waitFor();
    expect(await other.tasks()).toEqual([]);
    expect(await other.sidebar.getByRole('link', { name: /^add buy milk tomorrow/ }).count()).toBe(0);
    await other.goTo(path);
    await other.page.getByRole('heading', { name: 'This conversation is not here' }).waitFor();
    expect((await other.page.request.get(`${place.url}/api/v1/conversations${path.slice(5)}`)).status()).toBe(404);

    const again = await place.visitor('/sign-in');
    await again.enter(email, 'Sign in');
    await again.row('call the bank').waitFor();
    expect(await again.tasks()).toEqual(await me.tasks());
  });

  it('nothing went wrong on the page all the while', () => {
    expect(me.problems).toEqual([]);
  });
});
