import { describe, expect, it } from 'vitest';
import { readDate } from '@/lib/language';
import { clock, NOW } from './context';

const read = (text: string, ctx = NOW) => {
  const due = readDate(text, ctx)?.due;
  return due ? `${due.date} ${due.time ?? '-'}` : null;
};

describe('days', () => {
  it.each([
    ['today', '2026-11-18 -'],
    ['Monday 14', '2026-12-14 -'],
    ['the following Friday', '2026-11-27 -'],
    ['3 upcoming days', '2026-11-21 -'],
    ['two months from today on Tuesday', '2027-01-19 -'],
    ['over the weekend', '2026-11-21 -'],
    ['from the 3rd to the 5th of March', '2027-03-03 -'],
    ['from 13 to the 15 of July', '2027-07-13 -'],
    ["next week's Wednesday at 3", '2026-11-25 15:00'],
    ['for 3 days from Friday', '2026-11-20 -'],
    ['3 days from Friday', '2026-11-23 -'],
    ['last week-end in January', '2027-01-30 -'],
    ['second last week of October 2027', '2027-10-18 -'],
    ['from 9:30 untill 11:00 on Thursday', '2026-11-19 09:30'],
    ['10 - 12 December', '2026-12-10 -'],
    ['Dec 3 - 6 2027', '2027-12-03 -'],
    ['Aug 2 - Sep 4, 2028', '2028-08-02 -'],
    ['next morning', '2026-11-19 09:00'],
    ['Diwali 2027', '2027-10-28 -'],
    ['tomorrow 10 to 11', '2026-11-19 10:00'],
    ['at 745 in the evening', '2026-11-18 19:45'],
    ['9 tomorrow evening', '2026-11-19 21:00'],
    ['Thursday 9 am (CET)', '2026-11-19 08:00'],
    ['back in 20', '2026-11-18 10:20'],
    ['12/24/2026-18:30', '2026-12-24 18:30'],
    ['buy Halloween candy', null],
    ['read the Black Friday flyer', null],
    ['this may take a while', null],
    ['rates were at 6.45 percent', null],
    ['books from before 1990', null],
    ['driver version 1.4.30', null],
    ['call her tmrw', '2026-11-19 -'],
    ['the day after tomorrow', '2026-11-20 -'],
    ['on Friday', '2026-11-20 -'],
    ['Wednesday', '2026-11-25 -'],
    ['next Friday', '2026-11-27 -'],
    ['next week', '2026-11-23 -'],
    ['next month', '2026-12-01 -'],
    ['this weekend', '2026-11-21 -'],
    ['Thursday of next week', '2026-11-26 -'],
    ['friday after next', '2026-11-27 -'],
    ['three fridays from now', '2026-12-04 -'],
    ['end of month', '2026-11-30 -'],
    ['the 3rd Thursday of March', '2027-03-18 -'],
    ['last day of February 2028', '2028-02-29 -'],
    ['on the 5th', '2026-12-05 -'],
    ['the 18th', '2026-11-18 -'],
    ['December 3rd', '2026-12-03 -'],
    ['3 Dec 2027', '2027-12-03 -'],
    ['may twenty second', '2027-05-22 -'],
    ['8/10', '2027-08-10 -'],
    ['24/12/2026', '2026-12-24 -'],
    ['2027-01-31', '2027-01-31 -'],
    ['31.12.2026', '2026-12-31 -'],
    ['Feb 29', '2028-02-29 -'],
    ['Fri, Dec 4', '2026-12-04 -'],
    ['Sunday the 22nd', '2026-11-22 -'],
    ["New Year's Eve", '2026-12-31 -'],
    ['thanksgiving', '2026-11-26 -'],
    ['easter 2027', '2027-03-28 -'],
    ['two weeks before Christmas', '2026-12-11 -'],
    ['a week from Friday', '2026-11-27 -'],
    ['in 3 days', '2026-11-21 -'],
    ['in two and a half weeks', '2026-12-06 -'],
    ['in 5 business days', '2026-11-25 -'],
    ['within 2 weeks', '2026-12-02 -'],
  ])('%s', (text, want) => expect(read(text)).toBe(want));
});

describe('times', () => {
  it.each([
    ['in 45 min', '2026-11-18 10:45'],
    ['in an hour and a half', '2026-11-18 11:30'],
    ['in half an hour', '2026-11-18 10:30'],
    ['at 5', '2026-11-18 17:00'],
    ['at 9', '2026-11-19 09:00'],
    ['at 11', '2026-11-18 11:00'],
    ['dinner at 7', '2026-11-18 19:00'],
    ['breakfast tomorrow at 8', '2026-11-19 08:00'],
    ['noon on the 5th', '2026-12-05 12:00'],
    ['half past 3', '2026-11-18 15:30'],
    ['a quarter to noon', '2026-11-18 11:45'],
    ['20 minutes to 2pm tomorrow', '2026-11-19 13:40'],
    ['ten thirty a.m. on Monday', '2026-11-23 10:30'],
    ['15h30', '2026-11-18 15:30'],
    ['tonight', '2026-11-18 20:00'],
    ['tonight at 9', '2026-11-18 21:00'],
    ['tomorrow morning', '2026-11-19 09:00'],
    ['tomorrow at midnight', '2026-11-19 00:00'],
    ['Friday evening at 7:15', '2026-11-20 19:15'],
    ['end of day', '2026-11-18 23:59'],
    ['Wednesday at 3pm', '2026-11-18 15:00'],
    ['Wednesday at 9am', '2026-11-25 09:00'],
    ['2026-12-24T18:30', '2026-12-24 18:30'],
    ['call her at 3pm about the trip on Sunday', '2026-11-22 15:00'],
  ])('%s', (text, want) => expect(read(text)).toBe(want));

  it('reads both ends of a span of hours', () => {
    expect(readDate('tomorrow 3-5pm', NOW)).toMatchObject({ due: { date: '2026-11-19', time: '15:00' }, endTime: '17:00' });
    expect(readDate('from 11 to 1pm', NOW)).toMatchObject({ due: { time: '11:00' }, endTime: '13:00' });
  });

  it('turns a named zone into the own one', () => {
    expect(read('tomorrow at 4pm CET')).toBe('2026-11-19 15:00');
  });
});

describe('no date', () => {
  it.each([
    'may', 'second', 'march on', 'paprika', 'sat in the meeting', 'Pay ABC 2000', '10.1', 'Chapter 5', 'she may march', 'the first chapter',
    'version 2.11.3', '24/7 support', 'half of the cake', 'buy 1/2 cup of sugar', 'call 555-1234', 'John 3:2', 'at 10 Downing Street',
    'the 5th element', 'a sun hat', 'order 12 eggs', 'room 1430', 'pages 2-15', 'read "see you tomorrow"', '#monday', 'https://example.com/2026-11-30',
    'June 10 - 31, 2027', '2026-02-30', '25:61', 'A4 paper', 'two dozen', 'one of these days',
  ])('%s', (text) => {
    const due = readDate(text, NOW)?.due;
    expect(due?.date ?? null).toBeNull();
  });
});

describe('problems', () => {
  it.each([
    ['30 February', 'impossible_date'],
    ['Feb 30', 'impossible_date'],
    ['31 June 2027', 'impossible_date'],
    ['May 5 in the year 99999', 'impossible_date'],
    ['Monday, Tuesday', 'contradiction'],
    ['tomorrow, Sunday', 'contradiction'],
    ['yesterday', 'past'],
    ['1 Jan 2020', 'past'],
    ['last Friday', 'past'],
    ['today at 9am', 'past'],
    ['3 days ago', 'past'],
  ])('%s: %s', (text, problem) => expect(readDate(text, NOW)?.problem).toBe(problem));

  it('is content with what lies ahead', () => {
    for (const text of ['tomorrow', 'today', 'Friday', 'today at 5pm', 'now']) expect(readDate(text, NOW)?.problem).toBeUndefined();
  });
});

describe('ranges and spans', () => {
  it('gives both days of a range', () => {
    expect(readDate('between Monday and Thursday', NOW)).toMatchObject({ due: { date: '2026-11-23' }, range: { from: '2026-11-23', to: '2026-11-26' } });
    expect(readDate('in the next 10 days', NOW)?.range).toEqual({ from: '2026-11-18', to: '2026-11-28' });
    expect(readDate('Jan 12 - 29', NOW)?.range).toEqual({ from: '2027-01-12', to: '2027-01-29' });
  });

  it('says where the words stand, in UTF-16 units', () => {
    const text = '🎂 cake by Friday at 5pm!';
    const reading = readDate(text, NOW);
    expect(text.slice(reading?.start, reading?.end)).toBe('by Friday at 5pm');
  });
});

describe('zones and the edges of days', () => {
  it.each([
    ['UTC', '2026-11-18', '2026-11-19'],
    ['America/New_York', '2026-11-17', '2026-11-18'],
    ['Pacific/Auckland', '2026-11-18', '2026-11-19'],
  ])('%s', (zone, today, tomorrow) => {
    const ctx = clock('2026-11-18T03:30:00Z', zone);
    expect(read('today', ctx)).toBe(`${today} -`);
    expect(read('tomorrow', ctx)).toBe(`${tomorrow} -`);
  });

  it('counts hours over a change of the clock', () => {
    expect(read('in 3 hours', clock('2026-03-08T05:30:00Z', 'America/New_York'))).toBe('2026-03-08 04:30');
    expect(read('in 3 hours', clock('2026-11-01T04:30:00Z', 'America/New_York'))).toBe('2026-11-01 02:30');
    expect(read('in 2 hours', clock('2026-09-26T13:30:00Z', 'Pacific/Auckland'))).toBe('2026-09-27 04:30');
  });

  it('turns the day at midnight', () => {
    expect(read('in 1 minute', clock('2026-12-31T23:59:00Z'))).toBe('2027-01-01 00:00');
    expect(read('tomorrow', clock('2026-12-31T23:59:00Z'))).toBe('2027-01-01 -');
    expect(read('in 1 month', clock('2027-01-31T10:00:00Z'))).toBe('2027-02-28 -');
    expect(read('in a year', clock('2028-02-29T10:00:00Z'))).toBe('2029-02-28 -');
  });
});
