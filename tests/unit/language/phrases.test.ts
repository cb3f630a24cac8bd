import { describe, expect, it } from 'vitest';
import { readDate, readTask } from '@/lib/language';
import { NOW } from './context';

/** Wednesday 18 November 2026, 10:00 in UTC: day, hour and the end of a span. */
const said = (text: string) => {
  const reading = readDate(text, NOW);
  return reading && [reading.due.date, reading.due.time, reading.endTime].filter(Boolean).join(' ');
};

describe('hours as they are spelt', () => {
  it.each([
    ['half six tomorrow evening', '2026-11-19 18:30'],
    ['half ten on Monday', '2026-11-23 10:30'],
    ['20 to 9 tomorrow morning', '2026-11-19 08:40'],
    ['quarter-past four', '2026-11-18 16:15'],
    ['a quarter of nine tonight', '2026-11-18 20:45'],
    ['6 30 pm', '2026-11-18 18:30'],
    ['6.30 tonight', '2026-11-18 18:30'],
    ['23.45h tonight', '2026-11-18 23:45'],
    ['5pm-ish tomorrow', '2026-11-19 17:00'],
    ['0930 on Monday', '2026-11-23 09:30'],
    ['2026-12-24 18:30:05.250', '2026-12-24 18:30'],
  ])('%s', (text, due) => expect(said(text)).toBe(due));

  it.each(['five to ten days', 'costs 6.30', 'chapter 6 30'])('%s is none', (text) => expect(said(text)).toBeNull());
});

describe('zones named in the text', () => {
  it.each([
    ['8am Berlin time on Friday', '2026-11-20 07:00'],
    ['4pm New York time tomorrow', '2026-11-19 21:00'],
    ['noon ET tomorrow', '2026-11-19 17:00'],
    ['3pm Eastern Standard Time tomorrow', '2026-11-19 20:00'],
    ['10am Pacific Daylight Time tomorrow', '2026-11-19 17:00'],
    ['10:00 UTC+2 tomorrow', '2026-11-19 08:00'],
    ['10am GMT+5:30 tomorrow', '2026-11-19 04:30'],
    ['12:00 GMT-0800 tomorrow', '2026-11-19 20:00'],
    ['2026-11-19 22:00 +0100', '2026-11-19 21:00'],
    ['tomorrow 10:00 Europe/Berlin', '2026-11-19 09:00'],
    ['6am Singapore time on Monday', '2026-11-22 22:00'],
    ['9am wake time on Friday', '2026-11-20 09:00'],
    ['9am Eastern Market tour', '2026-11-19 09:00'],
    ['3pm London bridge walk', '2026-11-18 15:00'],
  ])('%s', (text, due) => expect(said(text)).toBe(due));
});

describe('parts of the day and meals', () => {
  it.each([
    ['tomorrow after lunch', '2026-11-19 13:00'],
    ['by lunch on Thursday', '2026-11-19 12:00'],
    ['tomorrow around lunch', '2026-11-19 12:00'],
    ['mid-morning tomorrow', '2026-11-19 09:00'],
    ['early evening tomorrow', '2026-11-19 20:00'],
  ])('%s', (text, due) => expect(said(text)).toBe(due));
});

describe('days counted, placed in a row, in a week', () => {
  it.each([
    ['in another hour', '2026-11-18 11:00'],
    ['in another 20 minutes', '2026-11-18 10:20'],
    ['in another half an hour', '2026-11-18 10:30'],
    ['in two Fridays', '2026-11-27'],
    ['2 weekends from now', '2026-11-28'],
    ['two weekends ago', '2026-11-07'],
    ['three Sundays after December 1', '2026-12-20'],
    ['two Mondays before Christmas', '2026-12-14'],
    ['the Monday before last', '2026-11-09'],
    ['10 minutes before now', '2026-11-18 09:50'],
    ['penultimate Friday of the year', '2026-12-18'],
    ['last but one Friday of November', '2026-11-20'],
    ['the first Wed. in January', '2027-01-06'],
    ['first day of next week', '2026-11-23'],
    ['last workday of next week', '2026-11-27'],
    ['last day of this week', '2026-11-22'],
    ['the last week of the year', '2026-12-28'],
    ['10th of next October', '2027-10-10'],
    ['the Monday of the week of December 14', '2026-12-14'],
    ['Wed of the week after next', '2026-12-02'],
    ['Christmas next year', '2027-12-25'],
    ["Easter '28", '2028-04-16'],
  ])('%s', (text, due) => expect(said(text)).toBe(due));
});

describe('spans of hours', () => {
  it.each([
    ['from 9 in the morning to 5 in the afternoon on Monday', '2026-11-23 09:00 17:00'],
    ['between 2 in the afternoon and 4 in the afternoon tomorrow', '2026-11-19 14:00 16:00'],
    ['16:00 Nov 30 to 17:00', '2026-11-30 16:00 17:00'],
  ])('%s', (text, due) => expect(said(text)).toBe(due));
});

describe('dates in digits', () => {
  it.each([
    ['12/24 6p', '2026-12-24 18:00'],
    ['12-24 6pm', '2026-12-24 18:00'],
    ['late 2027', '2027-10-01'],
    ['mid-2027', '2027-07-02'],
    ['20261224', '2026-12-24'],
    ['20261224T183000', '2026-12-24 18:30'],
    ['report due on 20261224', '2026-12-24'],
  ])('%s', (text, due) => expect(said(text)).toBe(due));

  it.each(['order 20261224', 'call 20261224 5', 'early 1990 photos', 'late 2000s music'])('%s is none', (text) => expect(said(text)).toBeNull());
});

describe('midnight as a deadline, and other ends of a day', () => {
  it.each([
    ['by midnight Friday', '2026-11-20 23:59'],
    ['by Friday midnight', '2026-11-20 23:59'],
    ['before midnight on the 30th', '2026-11-30 23:59'],
    ['Friday at midnight', '2026-11-20 00:00'],
    ['by midnight', '2026-11-19 00:00'],
    ['by midnight tonight', '2026-11-19 00:00'],
    ['by end of work tomorrow', '2026-11-19 17:00'],
  ])('%s', (text, due) => expect(said(text)).toBe(due));
});

describe('holidays', () => {
  it.each([
    ['Victoria Day', '2027-05-24'],
    ['summer bank holiday', '2027-08-30'],
    ['Mothering Sunday', '2027-03-07'],
    ['Advent Sunday', '2026-11-29'],
    ["St. Andrew's Day", '2026-11-30'],
    ['Saint Georges Day', '2027-04-23'],
    ["all hallows' eve", '2027-10-31'],
    ['Purim', '2027-03-23'],
    ['Simchat Torah', '2027-10-24'],
    ['Mawlid', '2027-08-14'],
    ['Inauguration Day', '2029-01-20'],
    ['leap day', '2028-02-29'],
    ['Memorial Day weekend', '2027-05-29'],
    ['Thanksgiving weekend', '2026-11-28'],
    ['Easter weekend', '2027-03-27'],
  ])('%s', (text, due) => expect(said(text)).toBe(due));
});

describe('days in whole sentences', () => {
  it.each([
    ['dinner on Saturday, 7:30ish', '2026-11-21 19:30'],
    ['the last Friday before Christmas', '2026-12-18'],
    ['Monday fortnight', '2026-12-07'],
    ['the coming weekend', '2026-11-21'],
    ['the thirtieth at eight fifteen in the evening', '2026-11-30 20:15'],
    ['Easter Sunday lunch at 1', '2027-03-28 13:00'],
    ['8 Monday morning', '2026-11-23 08:00'],
    ['next year on March 3', '2027-03-03'],
    ['28/11 Sat', '2026-11-28'],
    ['11/28 (Sat) 3pm', '2026-11-28 15:00'],
    ['Fri 1800-2000', '2026-11-20 18:00 20:00'],
    ['tomorrow at fifteen hundred hours', '2026-11-19 15:00'],
    ["by year's end", '2026-12-31'],
    ['in no more than 3 days', '2026-11-21'],
    ['in 1 1/2 hours', '2026-11-18 11:30'],
  ])('%s', (text, due) => expect(said(text)).toBe(due));

  it.each(['study for the SAT', 'buy SAT prep book', 'Ruby Tuesday gift card', 'Wednesday Addams costume', 'Today show tickets', '12 days of Christmas lyrics', 'download Sunday Bloody Sunday', 'Memorial Day weekend plans', 'end of work party ideas', 'early 2030 forecast paper', 'first Fridays art walk'])(
    '%s names none', (text) => expect(said(text)).toBeNull(),
  );
});

describe('what starts and ends', () => {
  it.each([
    ['party starts at 7 and ends at 10', 'party', '2026-11-18 19:00', 180],
    ['meeting starts at 2pm and ends at 3:30pm tomorrow', 'meeting', '2026-11-19 14:00', 90],
    ['party tomorrow starts at 7 ends at 10', 'party', '2026-11-19 19:00', 180],
    ['exam begins at 9am and finishes at noon on Dec 1', 'exam', '2026-12-01 09:00', 180],
    ['shop opens at 8 tomorrow', 'shop opens', '2026-11-19 08:00', null],
    ['Review PR (due tomorrow)', 'Review PR', '2026-11-19 null', null],
    ['Grant application (deadline Nov 30)', 'Grant application', '2026-11-30 null', null],
    ['Sat: laundry', 'laundry', '2026-11-21 null', null],
    ['Reminder: call Ann on Thursday at 4', 'call Ann', '2026-11-19 16:00', null],
  ])('%s', (text, title, due, minutes) => {
    const task = readTask(text, NOW);
    expect([task.title, `${task.due?.date} ${task.due?.time}`, task.durationMinutes]).toEqual([title, due, minutes]);
  });
});
