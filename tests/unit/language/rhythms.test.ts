import { describe, expect, it } from 'vitest';
import { readRecurrence, readTask } from '@/lib/language';
import { NOW } from './context';

/** Wednesday 18 November 2026, 10:00 in UTC: the rule, or the problem with it. */
const rule = (text: string) => {
  const reading = readRecurrence(text, NOW);
  return reading && (reading.problem ?? `${reading.rule.replace('FREQ=', '')}${reading.fromCompletion ? ' done' : ''}`);
};

describe('rhythms', () => {
  it.each([
    ['every quarter of an hour', 'MINUTELY;INTERVAL=15'],
    ['every quarter', 'MONTHLY;INTERVAL=3'],
    ['every year and a half', 'MONTHLY;INTERVAL=18'],
    ['once in a fortnight', 'WEEKLY;INTERVAL=2'],
    ['every other night', 'DAILY;INTERVAL=2'],
    ['every second morning', 'DAILY;INTERVAL=2'],
    ['10 days after completion', 'DAILY;INTERVAL=10 done'],
    ['2 weeks after completing it', 'WEEKLY;INTERVAL=2 done'],
    ['2 weeks after the review', null],
    ['every hour on weekdays', 'HOURLY;BYDAY=MO,TU,WE,TH,FR'],
    ['every lunchtime', 'DAILY'],
    ['every midnight', 'DAILY'],
    ['every noon meeting', null],
    ['every month by the 25th', 'MONTHLY;BYMONTHDAY=25'],
    ['yearly 4 March', 'YEARLY;BYMONTH=3;BYMONTHDAY=4'],
    ['3x/week', 'unclear_rule'],
    ['every month in the first week', 'MONTHLY'],
    ['every day for the rest of the year', 'DAILY;UNTIL=20261231'],
    ['every March 1st and September 1st', 'YEARLY;BYMONTH=3,9;BYMONTHDAY=1'],
    ['every 14 Jan, 14 Apr, 15 June', 'several_rules'],
    ['every Memorial Day', 'YEARLY;BYMONTH=5;BYDAY=-1MO'],
  ])('%s', (text, wanted) => expect(rule(text)).toBe(wanted));
});

it('begins when it is said to', () => {
  expect(readRecurrence('every Saturday starting in two weeks', NOW)?.due.date).toBe('2026-12-05');
  expect(readRecurrence('every lunchtime', NOW)?.due).toEqual({ date: '2026-11-18', time: '12:00' });
});

describe('places in a month, a quarter, a week, a year', () => {
  it.each([
    ['third Wednesdays', 'MONTHLY;BYDAY=3WE'],
    ['first Fridays art walk', null],
    ['first and third Saturdays', 'MONTHLY;BYDAY=1SA,3SA'],
    ['on the second and fourth Friday', 'MONTHLY;BYDAY=2FR,4FR'],
    ['on the second or fourth Friday', null],
    ['on the first and third Monday of December', null],
    ['every 15th workday, last workday', 'MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=15,-1'],
    ['first Monday of every quarter', 'YEARLY;BYMONTH=1,4,7,10;BYDAY=1MO'],
    ['every first Monday of the quarter', 'YEARLY;BYMONTH=1,4,7,10;BYDAY=1MO'],
    ['every last Friday of every quarter', 'YEARLY;BYMONTH=3,6,9,12;BYDAY=-1FR'],
    ['the last day of each quarter', 'YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'],
    ['first workday of each quarter', 'MONTHLY;BYMONTH=1,4,7,10;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1'],
    ['first day of every week', 'WEEKLY;BYDAY=MO'],
    ['last workday of each week', 'WEEKLY;BYDAY=FR'],
    ['last Friday of every year', 'YEARLY;BYDAY=-1FR'],
  ])('%s', (text, wanted) => expect(rule(text)).toBe(wanted));
});

describe('timetables', () => {
  it.each([
    ['M-F 9am', 'WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['M/W/F at noon', 'WEEKLY;BYDAY=MO,WE,FR'],
    ['T/Th 6pm', 'WEEKLY;BYDAY=TU,TH'],
    ['Wednesday at 3pm weekly', 'WEEKLY;BYDAY=WE'],
    ['Monday to Friday at 8 every week', 'WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['T/F quiz', null],
    ['answer M/F', null],
    ['m/w/f', null],
  ])('%s', (text, wanted) => expect(rule(text)).toBe(wanted));
});

describe('spans of hours that come again', () => {
  it.each([
    ['Yoga every Tuesday from 6 to 7pm', '2026-11-24 18:00', 60],
    ['Yoga every Wed 9am-10am', '2026-11-25 09:00', 60],
    ['Yoga on Mondays between 2 and 3:30', '2026-11-23 14:00', 90],
    ['Yoga Mon-Fri 9-5', '2026-11-19 09:00', 480],
    ['Yoga Thursdays from 7pm until 9', '2026-11-19 19:00', 120],
  ])('%s', (text, due, minutes) => {
    const task = readTask(text, NOW);
    expect([task.title, `${task.due?.date} ${task.due?.time}`, task.durationMinutes]).toEqual(['Yoga', due, minutes]);
  });
});
