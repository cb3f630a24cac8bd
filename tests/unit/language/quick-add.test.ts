import { describe, expect, it } from 'vitest';
import { readDate, readTask, type LanguageContext } from '@/lib/language';
import { clock, NOW } from './context';

const line = (text: string, ctx: LanguageContext = NOW) => {
  const { title, due } = readTask(text, ctx);
  return [title, due && `${due.date} ${due.time ?? '-'}`];
};

describe('the little word of a verb stays with it', () => {
  it.each([
    ['Turn the heating on on Friday', 'Turn the heating on', '2026-11-20 -'],
    ['Turn the heating on tomorrow', 'Turn the heating on', '2026-11-19 -'],
    ['Hand the essay in by Friday', 'Hand the essay in', '2026-11-20 -'],
    ['Log in on Monday', 'Log in', '2026-11-23 -'],
    ['Check in at 5', 'Check in', '2026-11-18 17:00'],
    ['Come over at 5pm', 'Come over', '2026-11-18 17:00'],
    ['Stop by tomorrow', 'Stop by', '2026-11-19 -'],
    ['Put the oven on in 20 minutes', 'Put the oven on', '2026-11-18 10:20'],
    ['Get what I paid for on Monday', 'Get what I paid for', '2026-11-23 -'],
  ])('%s', (text, title, due) => expect(line(text)).toEqual([title, due]));

  it.each([
    ['Check in December', 'Check', '2026-12-01 -'],
    ['Call mom by Friday', 'Call mom', '2026-11-20 -'],
    ['Work on Friday', 'Work', '2026-11-20 -'],
    ['Leave the house on Sundays', 'Leave the house', '2026-11-22 -'],
    ['Call dad on Sunday evenings', 'Call dad', '2026-11-22 20:00'],
  ])('%s: the word says when', (text, title, due) => expect(line(text)).toEqual([title, due]));
});

describe('hours beside events', () => {
  it.each([
    ['Standup 9.30 tomorrow', 'Standup', '2026-11-19 09:30'],
    ['Meeting 10.15 on Friday', 'Meeting', '2026-11-20 10:15'],
    ['9.30 call with Ann', 'call with Ann', '2026-11-19 09:30'],
    ['Lunch 12-1 tomorrow', 'Lunch', '2026-11-19 12:00'],
    ['noon lunch with Bob', 'lunch with Bob', '2026-11-18 12:00'],
    ['Noon on Friday: vote', 'vote', '2026-11-20 12:00'],
  ])('%s', (text, title, due) => expect(line(text)).toEqual([title, due]));

  it.each(['Pay 9.30 to Tom', 'Call 9.30', 'Midnight oil album', 'Noon prayer app', 'Midnight snack run'])('%s has none', (text) => expect(line(text)).toEqual([text, null]));
  it.each([['Pay 9.30 tomorrow', 'Pay 9.30'], ['Release 2.10 tomorrow', 'Release 2.10'], ['Read chapters 3-4 tomorrow', 'Read chapters 3-4']])('%s has a day alone', (text, title) => expect(line(text)).toEqual([title, '2026-11-19 -']));
});

describe('short forms of a day', () => {
  it.each([
    ['Pick up shirts tod 6pm', 'Pick up shirts', '2026-11-18 18:00'],
    ['Email Priya tom 9am', 'Email Priya', '2026-11-19 09:00'],
    ['Return books 27th', 'Return books', '2026-11-27 -'],
    ['rent 1st at 9', 'rent', '2026-12-01 09:00'],
    ['Call Ann on 5.12', 'Call Ann', '2026-12-05 -'],
    ['Call Ann on 25.12 at 9', 'Call Ann', '2026-12-25 09:00'],
    ['Work from home rest of the week', 'Work from home', '2026-11-18 -'],
    ['Relax for the rest of the day', 'Relax', '2026-11-18 -'],
  ])('%s', (text, title, due) => expect(line(text)).toEqual([title, due]));

  it.each(["Buy a gift for Ann's 30th", 'Go to my 30th', 'Finish 2nd', 'Ask tod about it', 'Lunch with Sun Li', 'Test on 3.10', 'Take the rest of the week off', 'Plan the rest of the week', 'Compare the 3rd and 4th quarter'])(
    '%s names no day', (text) => expect(line(text)).toEqual([text, null]),
  );

  it('takes a length from before the day, but no cable', () => {
    expect(readTask('Call Bob 15min tomorrow', NOW)).toMatchObject({ title: 'Call Bob', durationMinutes: 15 });
    expect(readTask('Practice piano 30 min daily', NOW)).toMatchObject({ title: 'Practice piano', durationMinutes: 30, recurrence: 'FREQ=DAILY' });
    expect(readTask('Watch 60 Minutes tonight', NOW)).toMatchObject({ title: 'Watch 60 Minutes', durationMinutes: null });
    expect(readTask('Buy 15m cable tomorrow', NOW)).toMatchObject({ title: 'Buy 15m cable', durationMinutes: null });
  });

  it('finds the weeks between behind the days', () => {
    for (const text of ['sync Mondays every 2 weeks', 'sync Mondays at 9 every other week', 'sync Monday fortnightly']) expect(readTask(text, NOW).recurrence).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO');
  });
});

describe('spans of a month and days joined to it', () => {
  it.each([
    ['Away 4-23 next month', '2026-12-04', '2026-12-23'],
    ['Away from the 4th to the 23rd of next month', '2026-12-04', '2026-12-23'],
    ['Away between 3 and 12 of March', '2027-03-03', '2027-03-12'],
  ])('%s', (text, from, to) => {
    expect(line(text)).toEqual(['Away', `${from} -`]);
    expect(readDate(text, NOW)?.range).toEqual({ from, to });
  });

  it.each([
    ['Send the deck 23/11', 'Send the deck', '2026-11-23 -'],
    ['Send the deck noon-ish tomorrow', 'Send the deck', '2026-11-19 12:00'],
    ['Plan a trip June 2027', 'Plan a trip', '2027-06-01 -'],
    ['Pack the night before my trip on December 5', 'Pack', '2026-12-04 20:00'],
    ['Buy shoes 2 days before the wedding on June 5', 'Buy shoes', '2027-06-03 -'],
    ['Buy shoes the day before the party', 'Buy shoes the day before the party', null],
    ['Finish by one tomorrow', 'Finish', '2026-11-19 13:00'],
  ])('%s', (text, title, due) => expect(line(text)).toEqual([title, due]));
});

describe('numbers and names of other things', () => {
  it.each([
    'Raise the limit from 7 to 16', 'Bump the action from 5 to 6', 'Fix off by one error', 'Upgrade npm from 3.3.12 to 3.6.0', 'macOS builds are on 10.15', 'Review the March 2022 invoices', 'Plan the June 2027 trip',
    'Keep that for now', 'Sunday school lesson plan', 'Talk to Friday Okafor', 'Score 15/10', 'My daily in review', 'End of year bonus letter', 'Late night snack', 'Early bird tickets',
  ])('%s', (text) => expect(line(text)).toEqual([text, null]));
});

describe('more rhythms', () => {
  it.each([
    ['log every mon wed fri', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', '2026-11-18 -'],
    ['log three times a week mon wed fri', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', '2026-11-18 -'],
    ['log monday wednesday and friday', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', '2026-11-18 -'],
    ['log every end of month', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2026-11-30 -'],
    ['log every start of the week', 'FREQ=WEEKLY;BYDAY=MO', '2026-11-23 -'],
    ['log every day between Nov 20 and Nov 30', 'FREQ=DAILY;UNTIL=20261130', '2026-11-20 -'],
    ['log daily with a photo', 'FREQ=DAILY', '2026-11-18 -'],
    ['log monthly on the 5th of every month', 'FREQ=MONTHLY;BYMONTHDAY=5', '2026-12-05 -'],
  ])('%s', (text, rule, due) => {
    expect(readTask(text, NOW).recurrence).toBe(rule);
    expect(line(text)[1]).toBe(due);
  });
});

describe('places whose clock is named', () => {
  it.each([
    ['Call 9am Eastern tomorrow', 'Call', '2026-11-19 14:00'],
    ['Call at 3pm ET', 'Call', '2026-11-18 20:00'],
    ['Call 9am PT on Friday', 'Call', '2026-11-20 17:00'],
    ['Meet 3pm Eastern Market', 'Meet Eastern Market', '2026-11-18 15:00'],
    ['Meet 5pm Central Park', 'Meet Central Park', '2026-11-18 17:00'],
  ])('%s', (text, title, due) => expect(line(text)).toEqual([title, due]));
});

describe('in three zones at one instant', () => {
  it.each([
    ['America/Los_Angeles', '2026-11-19 09:30', '2026-11-18 -'],
    ['Europe/Berlin', '2026-11-20 09:30', '2026-11-19 -'],
    ['Pacific/Auckland', '2026-11-20 09:30', '2026-11-19 -'],
  ])('%s', (zone, standup, rest) => {
    const ctx = clock('2026-11-19T02:30:00Z', zone);
    expect(line('Standup 9.30 tomorrow', ctx)[1]).toBe(standup);
    expect(line('Work from home rest of the week', ctx)[1]).toBe(rest);
  });
});
