import { describe, expect, it } from 'vitest';
import { readDate, readRecurrence, readTask } from '@/lib/language';
import { NOW } from './context';

/** Wednesday 18 November 2026, 10:00: the day and hour that a line of quick add is for, and what is left of it. */
const line = (text: string) => {
  const { title, due } = readTask(text, NOW);
  return [title, due && `${due.date} ${due.time ?? '-'}`];
};

describe('how people type', () => {
  it.each([
    ['Water the fern on satruday', 'Water the fern', '2026-11-21 -'],
    ['Send the forms by novemeber 30', 'Send the forms', '2026-11-30 -'],
    ['Ask Lee tomrrow at 9', 'Ask Lee', '2026-11-19 09:00'],
    ['Vet thurs arvo', 'Vet', '2026-11-19 15:00'],
    ['Bins mon am', 'Bins', '2026-11-23 09:00'],
    ['Choir this wknd', 'Choir', '2026-11-21 -'],
    ['Bread 2day', 'Bread', '2026-11-18 -'],
    ['Ring Jo 6p', 'Ring Jo', '2026-11-18 18:00'],
    ['Ring Jo 7p friday', 'Ring Jo', '2026-11-20 19:00'],
    ['Feed the cat at 645', 'Feed the cat', '2026-11-18 18:45'],
    ['Feed the cat at 7 o clock', 'Feed the cat', '2026-11-19 07:00'],
    ['Boil eggs in 1h15', 'Boil eggs', '2026-11-18 11:15'],
    ['Soup tomorrow lunchtime', 'Soup', '2026-11-19 12:00'],
    ['Swim sun, 11/22', 'Swim', '2026-11-22 -'],
    ['Fair 22/11 6pm', 'Fair', '2026-11-22 18:00'],
    ['Fair Jan 9,2027', 'Fair', '2027-01-09 -'],
    ['Fair on sept. 4', 'Fair', '2027-09-04 -'],
  ])('%s', (text, title, due) => expect(line(text)).toEqual([title, due]));

  it.each(['Sundry small jobs', 'Answer Sundar', 'Plan the Augusta trip', 'Corn on the cob', 'Buy 5p sweets', 'Open 24/7', 'Good Friday agreement essay', 'Taco Tuesday playlist', 'Year end review deck', 'Late fees'])(
    '%s names no day', (text) => expect(line(text)).toEqual([text, null]),
  );
});

describe('the end of a day, a week, a month', () => {
  it.each([
    ['Upload eod tomorrow', '2026-11-19 23:59'],
    ['Upload by Friday eod', '2026-11-20 23:59'],
    ['Upload by close of business on Monday', '2026-11-23 17:00'],
    ['Upload by COB today', '2026-11-18 17:00'],
    ['Upload by month-end', '2026-11-30 -'],
    ['Upload by the end of Q1', '2027-03-31 -'],
    ['Upload by the end of 2027', '2027-12-31 -'],
    ['Upload no later than Friday', '2026-11-20 -'],
    ['Upload on Friday at the latest', '2026-11-20 -'],
    ['Upload early next week', '2026-11-23 -'],
    ['Upload midweek next week', '2026-11-25 -'],
    ['Upload late next week', '2026-11-27 -'],
    ['Upload in early January', '2027-01-01 -'],
    ['Upload late January', '2027-01-21 -'],
    ['Upload later this month', '2026-11-30 -'],
    ['Upload within the hour', '2026-11-18 11:00'],
    ['Upload all day tomorrow', '2026-11-19 -'],
  ])('%s', (text, due) => expect(line(text)).toEqual(['Upload', due]));
});

describe('days counted from others', () => {
  it.each([
    ['a week on Monday', '2026-11-30 -'],
    ['two weeks tomorrow', '2026-12-03 -'],
    ['Friday week', '2026-11-27 -'],
    ['week from Saturday', '2026-11-28 -'],
    ['this time tomorrow', '2026-11-19 10:00'],
    ['the same time next week', '2026-11-25 10:00'],
    ['the week of December 16', '2026-12-14 -'],
    ['the week ending December 16', '2026-12-16 -'],
    ['the second Tuesday next month', '2026-12-08 -'],
    ['the last Sunday this month', '2026-11-29 -'],
    ['the final Sunday of May', '2027-05-30 -'],
    ['the 9th next month', '2026-12-09 -'],
    ['the 9th of the month after next', '2027-01-09 -'],
    ['the first Monday of the month', '2026-12-07 -'],
    ['next December 9', '2026-12-09 -'],
    ['June 5 next year', '2027-06-05 -'],
    ['4pm Pacific time', '2026-11-19 00:00'],
  ])('%s', (text, due) => expect(line(text)[1]).toBe(due));

  it('leaves lengths and names alone', () => {
    expect(line('Camp for two weeks on Monday')).toEqual(['Camp for two weeks', '2026-11-23 -']);
    expect(line('Week of fashion')).toEqual(['Week of fashion', null]);
  });
});

describe('spans', () => {
  it.each([
    ['12/3 to 12/7', '2026-12-03', '2026-12-07'],
    ['12/3-12/7', '2026-12-03', '2026-12-07'],
    ['Monday, January 4 - Friday, January 8', '2027-01-04', '2027-01-08'],
    ['from Monday 9am to Wednesday 5pm', '2026-11-23', '2026-11-25'],
    ['in 2-3 weeks', '2026-12-02', '2026-12-09'],
    ['3 to 5 months from now', '2027-02-18', '2027-04-18'],
  ])('%s', (text, from, to) => expect(readDate(text, NOW)).toMatchObject({ due: { date: from }, range: { from, to } }));

  it('takes numbers behind a date for days, not hours', () => {
    expect(readDate('April 5, 6, 7', NOW)).toMatchObject({ due: { date: '2027-04-05', time: null } });
    expect(readDate('April 5, 6pm', NOW)).toMatchObject({ due: { date: '2027-04-05', time: '18:00' } });
    expect(readDate('9-5 tomorrow', NOW)).toMatchObject({ due: { date: '2026-11-19', time: '09:00' }, endTime: '17:00' });
    expect(line('Read chapters 3-4 on Tuesday')).toEqual(['Read chapters 3-4', '2026-11-24 -']);
  });

  it('takes hours behind a weekday for hours', () => {
    expect(readDate('Sunday 9-5', NOW)).toMatchObject({ due: { date: '2026-11-22', time: '09:00' }, endTime: '17:00' });
    expect(readDate('9:30 - 11:00 CST tomorrow', NOW)).toMatchObject({ due: { time: '15:30' }, endTime: '17:00' });
  });

  it('asks where two days are named', () => {
    for (const text of ['today and tomorrow', 'Tue/Thu', 'on Tue,Wed', 'Oct 5 and Oct 8', 'March 3rd or 4th', 'this Monday, Wednesday and Friday']) expect(readTask(text, NOW).problem?.code).toBe('contradiction');
  });
});

describe('rhythms', () => {
  it.each([
    ['read on weeknights', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-18 20:00'],
    ['gym MWF at 6am', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', '2026-11-20 06:00'],
    ['drops every morning and evening', 'FREQ=DAILY;BYHOUR=9,20', '2026-11-18 20:00'],
    ['mow every second Saturday of the month', 'FREQ=MONTHLY;BYDAY=2SA', '2026-12-12 -'],
    ['rent every 2, 15 and 27', 'FREQ=MONTHLY;BYMONTHDAY=2,15,27', '2026-11-27 -'],
    ['rent every month on the 12', 'FREQ=MONTHLY;BYMONTHDAY=12', '2026-12-12 -'],
    ['call every Monday every Friday', 'FREQ=WEEKLY;BYDAY=MO,FR', '2026-11-20 -'],
    ['run every day this week', 'FREQ=DAILY;UNTIL=20261122', '2026-11-18 -'],
    ['run every Monday next month', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231', '2026-12-07 -'],
    ['run every day starting at 7am', 'FREQ=DAILY', '2026-11-19 07:00'],
    ['cake 3 May every year', 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3', '2027-05-03 -'],
  ])('%s', (text, rule, due) => {
    expect(readTask(text, NOW).recurrence).toBe(rule);
    expect(line(text)).toEqual([text.split(' ')[0], due]);
  });

  it('does not repeat what is counted', () => {
    expect(readRecurrence('check every 10 pages', NOW)).toBeNull();
    for (const text of ['4 mondays from now', 'two fridays from now', '2 weekends from now']) expect(readRecurrence(text, NOW)).toBeNull();
  });
});

describe('days and hours beside others', () => {
  it.each([
    ['Hike the weekend after Thanksgiving', 'Hike', '2026-11-28 -'],
    ['Hike the weekend before Christmas', 'Hike', '2026-12-19 -'],
    ['Hike the first weekend in December', 'Hike', '2026-12-05 -'],
    ['Hike on the last weekend of January', 'Hike', '2027-01-30 -'],
    ['Hike on Wednesday of the week after next', 'Hike', '2026-12-02 -'],
    ['Hike the day after next', 'Hike', '2026-11-20 -'],
    ['Hike Friday + 2 weeks', 'Hike', '2026-12-04 -'],
    ['Invoice the next working day', 'Invoice', '2026-11-19 -'],
    ['Invoice on the first Monday of next year', 'Invoice', '2027-01-04 -'],
    ['Invoice on the 60th day of 2027', 'Invoice', '2027-03-01 -'],
    ['Invoice in the second week of 2027', 'Invoice', '2027-01-11 -'],
    ['Invoice in week 50', 'Invoice', '2026-12-07 -'],
    ['Invoice at the start of the month', 'Invoice', '2026-12-01 -'],
    ['Invoice on the 24 between 2 and 4pm', 'Invoice', '2026-11-24 14:00'],
    ['Invoice in Dec/2027', 'Invoice', '2027-12-01 -'],
    ['Bake an hour before noon', 'Bake', '2026-11-18 11:00'],
    ['Bake half an hour before midnight on Friday', 'Bake', '2026-11-20 23:30'],
    ['Bake Saturday 10 to 12', 'Bake', '2026-11-21 10:00'],
    ['Bake 10am-noon tomorrow', 'Bake', '2026-11-19 10:00'],
    ['Bake 4 til 5pm', 'Bake', '2026-11-18 16:00'],
    ['Bake 11/30 2-3pm', 'Bake', '2026-11-30 14:00'],
    ['Bake 24/12 at 06:50', 'Bake', '2026-12-24 06:50'],
    ['Bake 0730 tomorrow', 'Bake', '2026-11-19 07:30'],
    ['Bake tomorrow at lunch', 'Bake', '2026-11-19 12:00'],
    ['Bake before lunch', 'Bake', '2026-11-18 12:00'],
    ['Bake fri eve', 'Bake', '2026-11-20 20:00'],
    ['Bake twenty after three', 'Bake', '2026-11-18 15:20'],
  ])('%s', (text, title, due) => expect(line(text)).toEqual([title, due]));

  it('takes the offset of a time into account', () => {
    expect(readDate('2026-11-30T14:00+01:00', NOW)?.due).toEqual({ date: '2026-11-30', time: '13:00' });
    expect(readDate('2026-11-30T22:30-0500', NOW)?.due).toEqual({ date: '2026-12-01', time: '03:30' });
    expect(readDate('2026-11-30T14:00Z', { ...NOW, timeZone: 'America/New_York' })?.due).toEqual({ date: '2026-11-30', time: '09:00' });
  });

  it('looks back only where it is told to', () => {
    expect(readDate('since the beginning of the month', NOW)?.due.date).toBe('2026-11-01');
    expect(readDate('the beginning of this month', NOW)?.due.date).toBe('2026-11-01');
  });

  it.each(['Lunch order', 'Lunch time menu ideas', 'Week 3 reading list', 'The weekend of the conference', 'Review Q3 numbers', 'The 0930 files', 'Mix 1/2 2-3 times', 'Wine + cheese'])(
    '%s names no day', (text) => expect(line(text)).toEqual([text, null]),
  );
});

describe('names that begin with a day', () => {
  it.each([
    ['Friday Night Lights', 'Friday Night Lights', null],
    ['Watch Saturday Night Live tomorrow', 'Watch Saturday Night Live', '2026-11-19 -'],
    ['Record the Today show', 'Record the Today show', null],
    ['Friday night dinner', 'dinner', '2026-11-20 20:00'],
    ['Saturday night live music', 'live music', '2026-11-21 20:00'],
    ['today show Ann the slides', 'show Ann the slides', '2026-11-18 -'],
  ])('%s', (text, title, due) => expect(line(text)).toEqual([title, due]));
});
