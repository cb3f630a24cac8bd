import { describe, expect, it } from 'vitest';
import { sayDay, sayDue, sayFullDay, sayInstant, wallClock } from '@/components/time/format';
import { sayMinutes, sayReminder } from '@/components/time/minutes';
import { sayRecurrence } from '@/components/time/recurrence-label';

const now = Date.parse('2026-11-26T10:00:00Z');
const due = (dueDate: string | null, dueTime: string | null = null) => ({ dueDate, dueTime, dueAt: null, timeZone: 'Europe/Berlin' });

describe('dates are said as people say them', () => {
  it.each([
    ['2026-11-26', 'Today'],
    ['2026-11-27', 'Tomorrow'],
    ['2026-11-25', 'Yesterday'],
    ['2026-11-29', 'Sun'],
    ['2026-12-02', 'Wed'],
    ['2026-12-03', '3 Dec'],
    ['2026-11-20', '20 Nov'],
    ['2027-01-01', '1 Jan 2027'],
  ])('%s is %s on Thursday 26 November 2026', (date, words) => expect(sayDay(date, '2026-11-26')).toBe(words));

  it('in full for those who want it exactly', () => expect(sayFullDay('2026-12-03')).toBe('Thursday 3 December 2026'));

  it('knows what is overdue and what is today, by the minute', () => {
    expect(sayDue(due('2026-11-26', '17:00'), now, 'Europe/Berlin')).toMatchObject({ text: 'Today 17:00', tone: 'today' });
    expect(sayDue(due('2026-11-26', '10:59'), now, 'Europe/Berlin')?.tone).toBe('overdue');
    expect(sayDue(due('2026-11-26'), now, 'Europe/Berlin')?.tone).toBe('today');
    expect(sayDue(due('2026-11-25'), now, 'Europe/Berlin')).toMatchObject({ text: 'Yesterday', tone: 'overdue' });
    expect(sayDue(due(null), now, 'Europe/Berlin')).toBeNull();
  });

  it('brings a time that was said elsewhere to the reader', () => {
    const task = { dueDate: '2026-11-26', dueTime: '23:30', dueAt: '2026-11-26T22:30:00Z', timeZone: 'Europe/Berlin' };
    expect(sayDue(task, now, 'Asia/Tokyo')?.text).toBe('Tomorrow 07:30');
    expect(sayDue(task, now, 'Europe/Berlin')?.text).toBe('Today 23:30');
  });

  it('writes midnight as 00, not as 24', () =>
    expect(wallClock(Date.parse('2026-11-26T23:00:00Z'), 'Europe/Berlin')).toEqual({ date: '2026-11-27', time: '00:00' }));

  it('leaves the day out of a moment of today', () => {
    expect(sayInstant('2026-11-26T09:05:00Z', now, 'UTC').text).toBe('09:05');
    expect(sayInstant('2026-11-25T09:05:00Z', now, 'UTC').text).toBe('Yesterday 09:05');
  });
});

describe('repetitions are said in a few words', () => {
  it.each([
    ['FREQ=DAILY', 'every day'],
    ['FREQ=WEEKLY;BYDAY=MO', 'every Monday'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday'],
    ['FREQ=WEEKLY;BYDAY=MO,TH', 'every Mon, Thu'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', 'every other week on Friday'],
    ['FREQ=MONTHLY;BYMONTHDAY=1', 'every month on the 1st'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'every month on the last'],
    ['FREQ=MONTHLY;BYDAY=2TU', 'every month on the 2nd Tuesday'],
    ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24', 'every year on 24 Dec'],
    ['FREQ=DAILY;INTERVAL=3', 'every 3 days'],
    ['FREQ=DAILY;UNTIL=20270601', 'every day until 1 Jun 2027'],
    ['FREQ=WEEKLY;BYDAY=MO;COUNT=10', 'every Monday, 10 times'],
    ['X=1', 'repeats'],
  ])('%s is %s', (rule, words) => expect(sayRecurrence(rule)).toBe(words));
});

it.each([[5, '5 min'], [60, '1 h'], [90, '1 h 30 min'], [1_440, '1 day'], [1_500, '25 h'], [10_080, '1 week']])('%i minutes are %s', (minutes, words) =>
  expect(sayMinutes(minutes)).toBe(words));

it('a reminder is said by what it is counted from', () => {
  expect(sayReminder({ minutesBefore: 0 }, '2026-11-26')).toBe('when due');
  expect(sayReminder({ minutesBefore: 2_880 }, '2026-11-26')).toBe('2 days before');
  expect(sayReminder({ date: '2026-11-27', time: '08:00' }, '2026-11-26')).toBe('Tomorrow 08:00');
});
