import { describe, expect, it } from 'vitest';
import { firstDue } from '@/lib/tasks/recurrence';

/** Monday 23 November 2026. */
const NOW = new Date('2026-11-23T10:00:00Z');

describe('the first occurrence of a rule without a day', () => {
  it.each([
    ['FREQ=WEEKLY;INTERVAL=2', null, '2026-11-23'],
    ['FREQ=WEEKLY;INTERVAL=2', '09:00', '2026-12-07'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', null, '2026-11-25'],
    ['FREQ=MONTHLY', null, '2026-11-23'],
    ['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=20', null, '2027-01-20'],
    ['FREQ=DAILY', '09:00', '2026-11-24'],
    ['FREQ=DAILY;BYHOUR=9,18', null, '2026-11-23'],
  ])('%s at %s is %s', (rule, time, date) => expect(firstDue(rule, time, NOW, 'UTC')?.date).toBe(date));
});
