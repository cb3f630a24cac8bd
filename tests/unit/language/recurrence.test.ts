import { describe, expect, it } from 'vitest';
import { describeRecurrence, nextDue, nextOccurrence, readRecurrence } from '@/lib/language';
import { clock, NOW } from './context';

describe('rules', () => {
  it.each([
    ['every Monday', 'FREQ=WEEKLY;BYDAY=MO', '2026-11-23', null],
    ['every wednsday', 'FREQ=WEEKLY;BYDAY=WE', '2026-11-18', null],
    ['every other month on the 15th', 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15', '2026-12-15', null],
    ['alternate Tuesdays', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '2026-11-24', null],
    ['mon wed fri', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', '2026-11-18', null],
    ['first Monday and third Thursday of each month', 'FREQ=MONTHLY;BYDAY=1MO,3TH', '2026-11-19', null],
    ['every Oct 5 and 20', 'FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=5,20', '2027-10-05', null],
    ['each 5/20', 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=20', '2027-05-20', null],
    ['every Sunday up to 4 times', 'FREQ=WEEKLY;BYDAY=SU;COUNT=4', '2026-11-22', null],
    ['mornings at 8', 'FREQ=DAILY', '2026-11-19', '08:00'],
    ['daily except on July 4th', 'FREQ=DAILY', '2026-11-18', null],
    ['every other Friday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '2026-11-20', null],
    ['weekdays at 7', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-19', '07:00'],
    ['last workday of the month', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-11-30', null],
    ['Mon, Wed and Fri', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', '2026-11-18', null],
    ['daily until June', 'FREQ=DAILY;UNTIL=20270601', '2026-11-18', null],
    ['every Tuesday 5 times', 'FREQ=WEEKLY;BYDAY=TU;COUNT=5', '2026-11-24', null],
    ['every day except weekends', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-18', null],
    ['every 6 hours', 'FREQ=HOURLY;INTERVAL=6', '2026-11-18', '16:00'],
    ['every half hour', 'FREQ=MINUTELY;INTERVAL=30', '2026-11-18', '10:30'],
    ['every 15 minutes between 9 and 11', 'FREQ=MINUTELY;INTERVAL=15;BYHOUR=9,10', '2026-11-18', '10:15'],
    ['every 20 minutes from 2pm to 4pm', 'FREQ=MINUTELY;INTERVAL=20;BYHOUR=14,15', '2026-11-18', '14:00'],
    ['every 10 minutes from 7 to 9', 'FREQ=MINUTELY;INTERVAL=10;BYHOUR=7,8', '2026-11-19', '07:00'],
    ['quarterly', 'FREQ=MONTHLY;INTERVAL=3', '2026-11-18', null],
    ['every 1st and 15th', 'FREQ=MONTHLY;BYMONTHDAY=1,15', '2026-12-01', null],
    ['on the last Friday of every month', 'FREQ=MONTHLY;BYDAY=-1FR', '2026-11-27', null],
    ['first and third Tuesday of each month', 'FREQ=MONTHLY;BYDAY=1TU,3TU', '2026-12-01', null],
    ['every year on March 3rd', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3', '2027-03-03', null],
    ['every 4th of July', 'FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4', '2027-07-04', null],
    ['every Christmas', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25', '2026-12-25', null],
    ['every day at 9, 13 and 18', 'FREQ=DAILY;BYHOUR=9,13,18', '2026-11-18', '13:00'],
    ['every evening', 'FREQ=DAILY', '2026-11-18', '20:00'],
    ['twice a month on the 1st and 15th', 'FREQ=MONTHLY;BYMONTHDAY=1,15', '2026-12-01', null],
    ['twice a week on Monday and Thursday', 'FREQ=WEEKLY;BYDAY=MO,TH', '2026-11-19', null],
    ['4 times a year', 'FREQ=MONTHLY;INTERVAL=3', '2026-11-18', null],
    ['daily except in August', 'FREQ=DAILY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12', '2026-11-18', null],
    ['every 2 weeks starting next Monday', 'FREQ=WEEKLY;INTERVAL=2', '2026-11-23', null],
    ['every Saturday for 3 months', 'FREQ=WEEKLY;BYDAY=SA;UNTIL=20270218', '2026-11-21', null],
    ['rent on the 5th and 20th', 'FREQ=MONTHLY;BYMONTHDAY=5,20', '2026-11-20', null],
    ['day 4 of every month', 'FREQ=MONTHLY;BYMONTHDAY=4', '2026-12-04', null],
    ['every September on day 3 and 17', 'FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=3,17', '2027-09-03', null],
    ['the 100th day of each year', 'FREQ=YEARLY;BYYEARDAY=100', '2027-04-10', null],
    ['in the middle of each month', 'FREQ=MONTHLY;BYMONTHDAY=15', '2026-12-15', null],
    ['at the end of every week', 'FREQ=WEEKLY;BYDAY=FR', '2026-11-20', null],
    ['the start of every quarter', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1', '2027-01-01', null],
    ['at the end of each year', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31', '2026-12-31', null],
    ['tue/thu/sat 6am', 'FREQ=WEEKLY;BYDAY=TU,TH,SA', '2026-11-19', '06:00'],
    ['on working days at 8:30', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-19', '08:30'],
    ['every week from Tuesday to Thursday', 'FREQ=WEEKLY;BYDAY=TU,WE,TH', '2026-11-18', null],
    ['every 3 weeks on a Friday', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=FR', '2026-11-20', null],
    ['one time per week', 'FREQ=WEEKLY', '2026-11-18', null],
    ['seven days a week', 'FREQ=DAILY', '2026-11-18', null],
    ['every Friday eod', 'FREQ=WEEKLY;BYDAY=FR', '2026-11-20', '23:59'],
    ['every day at lunch', 'FREQ=DAILY', '2026-11-18', '12:00'],
    ['twice a day at 8am and 8pm', 'FREQ=DAILY;BYHOUR=8,20', '2026-11-18', '20:00'],
    ['every day at 7, 11 and 4pm', 'FREQ=DAILY;BYHOUR=7,11,16', '2026-11-18', '11:00'],
    ['every morning at 6 and every evening at 8', 'FREQ=DAILY;BYHOUR=6,20', '2026-11-18', '20:00'],
    ['every 2 hours between 8am and 4pm', 'FREQ=DAILY;BYHOUR=8,10,12,14,16', '2026-11-18', '12:00'],
    ['every hour from 11 to 2', 'FREQ=DAILY;BYHOUR=11,12,13,14', '2026-11-18', '11:00'],
    ['every Thursday through February', 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20270228', '2026-11-19', null],
    ['each year on Halloween', 'FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=31', '2027-10-31', null],
    ['Boxing Day every year', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=26', '2026-12-26', null],
    ['the third Sunday of June every year', 'FREQ=YEARLY;BYMONTH=6;BYDAY=3SU', '2027-06-20', null],
    ['every second Monday in October', 'FREQ=YEARLY;BYMONTH=10;BYDAY=2MO', '2027-10-11', null],
    ['every weekend in July', 'FREQ=WEEKLY;BYMONTH=7;BYDAY=SA,SU', '2027-07-03', null],
  ])('%s', (text, rule, date, time) => expect(readRecurrence(text, NOW)).toMatchObject({ rule, due: { date, time } }));

  it('knows what counts from completion', () => {
    expect(readRecurrence('every! 2 weeks', NOW)).toMatchObject({ rule: 'FREQ=WEEKLY;INTERVAL=2', fromCompletion: true });
    expect(readRecurrence('every 10 days after completion', NOW)).toMatchObject({ fromCompletion: true });
    expect(readRecurrence('every 10 days', NOW)).toMatchObject({ fromCompletion: false });
  });

  it.each(['twice a week', 'three times a month', '3x a week'])('%s leaves the days open', (text) =>
    expect(readRecurrence(text, NOW)).toMatchObject({ problem: 'unclear_rule', rule: '' }));

  it.each(['twice a day', '3 times daily', '4x a day', 'every 45 minutes between 9 and 5', 'every 15 minutes from 9:30 to 11'])('%s leaves the times open', (text) =>
    expect(readRecurrence(text, NOW)).toMatchObject({ problem: 'unclear_times', rule: '' }));

  it.each(['the 3rd and 4th', 'the 1st and 15th floor', 'pages on the 2nd and 9th of May', 'in the middle of the road'])('%s is no rhythm', (text) =>
    expect(readRecurrence(text, NOW)).toBeNull());

  it.each(['every 0 days', 'every February 30', 'every 32nd', 'every 31st of June'])('%s never comes', (text) =>
    expect(readRecurrence(text, NOW)).toMatchObject({ problem: 'impossible_rule', rule: '' }));

  it.each(['everything is fine', 'each of them', 'every one', 'call the daily mail shop? no', 'Monday', 'in 3 weeks', 'the second time'])('%s does not repeat', (text) => {
    const found = readRecurrence(text, NOW);
    expect(found === null || text.includes('daily')).toBe(true);
  });

  it('starts today while the time is still to come', () => {
    expect(readRecurrence('daily at 9am', clock('2026-11-18T08:00:00Z'))?.due).toEqual({ date: '2026-11-18', time: '09:00' });
    expect(readRecurrence('daily at 9am', clock('2026-11-18T09:30:00Z'))?.due).toEqual({ date: '2026-11-19', time: '09:00' });
    expect(readRecurrence('daily at 9am', clock('2026-11-18T13:30:00Z', 'America/New_York'))?.due).toEqual({ date: '2026-11-18', time: '09:00' });
  });
});

describe('the next occurrence', () => {
  const series = (rule: string, start: string, count: number) => {
    const dates: (string | null)[] = [];
    let from: string | null = start;
    while (from && dates.length < count) {
      from = nextOccurrence(rule, { from, start });
      dates.push(from);
    }
    return dates;
  };

  it('clamps the ends of months and comes back', () => {
    expect(series('FREQ=MONTHLY', '2027-01-31', 4)).toEqual(['2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']);
    expect(series('FREQ=MONTHLY;BYMONTHDAY=31', '2027-01-31', 2)).toEqual(['2027-02-28', '2027-03-31']);
    expect(series('FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1', '2026-11-30', 2)).toEqual(['2027-02-28', '2027-05-31']);
  });

  it('keeps 29 February in leap years', () => {
    expect(series('FREQ=YEARLY', '2028-02-29', 4)).toEqual(['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']);
  });

  it('ends with COUNT and UNTIL', () => {
    expect(series('FREQ=DAILY;COUNT=3', '2026-11-18', 5)).toEqual(['2026-11-19', '2026-11-20', null]);
    expect(series('FREQ=WEEKLY;BYDAY=MO;UNTIL=20261130', '2026-11-18', 5)).toEqual(['2026-11-23', '2026-11-30', null]);
    expect(nextOccurrence('FREQ=DAILY;COUNT=3', { from: '2026-11-20', start: '2026-11-18' })).toBeNull();
  });

  it('skips what was missed', () => {
    expect(nextOccurrence('FREQ=WEEKLY;BYDAY=MO', { from: '2026-10-05', start: '2026-10-05', after: '2026-11-18' })).toBe('2026-11-23');
    expect(nextOccurrence('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', { from: '2026-10-05', start: '2026-10-05', after: '2026-11-18' })).toBe('2026-11-30');
  });

  it('moves within the day for hours', () => {
    expect(nextDue('FREQ=HOURLY;INTERVAL=6', { from: '2026-11-18', start: '2026-11-18', time: '20:00' })).toEqual({ date: '2026-11-19', time: '02:00' });
    expect(nextDue('FREQ=DAILY;BYHOUR=9,17', { from: '2026-11-18', start: '2026-11-18', time: '09:00' })).toEqual({ date: '2026-11-18', time: '17:00' });
    expect(nextDue('FREQ=DAILY;BYHOUR=9,17', { from: '2026-11-18', start: '2026-11-18', time: '17:00' })).toEqual({ date: '2026-11-19', time: '09:00' });
    const rule = 'FREQ=MINUTELY;INTERVAL=15;BYHOUR=9,10';
    expect(nextDue(rule, { from: '2026-11-18', start: '2026-11-18', time: '10:30' })).toEqual({ date: '2026-11-18', time: '10:45' });
    expect(nextDue(rule, { from: '2026-11-18', start: '2026-11-18', time: '10:45' })).toEqual({ date: '2026-11-19', time: '09:00' });
  });

  it('is null for what is no rule or never comes', () => {
    expect(nextOccurrence('nonsense', { from: '2026-11-18', start: '2026-11-18' })).toBeNull();
    expect(nextOccurrence('FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1', { from: '2026-11-18', start: '2026-11-18' })).toBeNull();
  });
});

describe('rules in words', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=MO', false, 'every Monday'],
    ['FREQ=WEEKLY;INTERVAL=2', true, 'every 2 weeks after completion'],
    ['FREQ=MONTHLY;BYMONTHDAY=1', false, 'on the 1st of every month'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', false, 'every weekday'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', false, 'on the last workday of every month'],
    ['FREQ=MONTHLY;INTERVAL=3;BYDAY=1FR', false, 'on the 1st Friday of every 3 months'],
    ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3', false, 'every year on 3 March'],
    ['FREQ=DAILY;BYHOUR=9,17', false, 'every day at 09:00 and 17:00'],
    ['FREQ=MINUTELY;INTERVAL=15;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9,10', false, 'every 15 minutes on weekdays from 09:00 to 10:45'],
    ['FREQ=DAILY;COUNT=5', false, 'every day 5 times'],
    ['FREQ=DAILY;UNTIL=20270601', false, 'every day until 1 June 2027'],
  ])('%s', (rule, fromCompletion, words) => expect(describeRecurrence(rule, fromCompletion)).toBe(words));
});
