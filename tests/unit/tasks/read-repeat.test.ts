import { expect, it } from 'vitest';
import { readRepeat } from '@/lib/tasks/read-repeat';

/** A Saturday. */
const clock = { now: new Date('2026-11-28T10:00:00Z'), timeZone: 'UTC' };

it.each([
  ['every other Friday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '2026-12-04', 'every 2 weeks on Friday'],
  ['last workday of the month', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-11-30', 'on the last workday of every month'],
  ['daily until June', 'FREQ=DAILY;UNTIL=20270601', '2026-11-28', 'every day until 1 June 2027'],
  ['3rd thursday', 'FREQ=MONTHLY;BYDAY=3TH', '2026-12-17', 'on the 3rd Thursday of every month'],
])('reads "%s"', (text, recurrence, dueDate, words) => {
  expect(readRepeat(text, clock, null)).toEqual({ ok: true, recurrence, dueDate, words, dueTime: null, fromCompletion: false });
});

it('hears a time, and that it counts from the day of completion', () => {
  expect(readRepeat('every Friday at 9', clock, null)).toMatchObject({ dueDate: '2026-12-04', dueTime: '09:00' });
  expect(readRepeat('every! 3 days', clock, null)).toMatchObject({ recurrence: 'FREQ=DAILY;INTERVAL=3', fromCompletion: true });
});

it.each([
  ['every Friday', '2026-12-11', '2026-12-11'],
  ['every Friday', '2026-12-10', '2026-12-04'],
  ['every Friday', '2026-11-20', '2026-12-04'],
  ['every 3 days', '2026-12-10', '2026-12-10'],
  ['every 2 weeks from 5 January', '2026-12-10', '2027-01-05'],
])('"%s" leaves a task due on %s at %s', (text, due, dueDate) => {
  expect(readRepeat(text, clock, due)).toMatchObject({ ok: true, dueDate });
});

it.each([
  ['whenever I like', 'Say it like'],
  ['every 30 February', 'never comes around'],
  ['every Friday unless it rains', 'Only “every Friday” was understood'],
])('asks back for "%s"', (text, message) => {
  expect(readRepeat(text, clock, null)).toEqual({ ok: false, message: expect.stringContaining(message) });
});
