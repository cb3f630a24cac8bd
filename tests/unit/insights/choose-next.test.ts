import { describe, expect, it } from 'vitest';
import { chooseNext } from '@/lib/insights/choose-next';
import { rankByUrgency, urgencyOf } from '@/lib/insights/urgency';
import { makeTask } from './make-task';

// Sunday 22 November 2026, noon.
const clock = { now: new Date('2026-11-22T12:00:00Z'), timeZone: 'UTC' };
const numbers = (tasks: Parameters<typeof rankByUrgency>[0], at = clock) => rankByUrgency(tasks, at).map(({ task }) => task.number);

describe('the order of urgency', () => {
  it('goes overdue, today, soon, important, this week, later', () => {
    const tasks = [
      makeTask(1),
      makeTask(2, { due: '2026-11-28' }),
      makeTask(3, { priority: 'high' }),
      makeTask(4, { due: '2026-11-24' }),
      makeTask(5, { due: '2026-11-22' }),
      makeTask(6, { due: '2026-11-20' }),
    ];
    expect(rankByUrgency(tasks, clock).map(({ task, group }) => [task.number, group])).toEqual([
      [6, 'overdue'], [5, 'today'], [4, 'soon'], [3, 'important'], [2, 'week'], [1, 'later'],
    ]);
  });

  it('puts the more important of a group first, no priority being medium, then the earlier, then the lower number', () => {
    const tasks = [
      makeTask(1, { due: '2026-11-22', priority: 'low' }),
      makeTask(2, { due: '2026-11-22' }),
      makeTask(3, { due: '2026-11-22 18:00', priority: 'medium' }),
      makeTask(4, { due: '2026-11-22', priority: 'high' }),
      makeTask(5, { due: '2026-11-22' }),
    ];
    expect(numbers(tasks)).toEqual([4, 3, 2, 5, 1]);
  });

  it('puts the longest overdue first among equals', () => {
    expect(numbers([makeTask(1, { due: '2026-11-21' }), makeTask(2, { due: '2026-11-01' })])).toEqual([2, 1]);
  });

  it('counts a time that is past today as overdue and one to come as today', () => {
    expect(urgencyOf(makeTask(1, { due: '2026-11-22 11:59' }), clock)).toBe('overdue');
    expect(urgencyOf(makeTask(1, { due: '2026-11-22 12:00' }), clock)).toBe('today');
  });

  it('takes the day from the zone of whoever asks', () => {
    const now = new Date('2026-11-22T20:00:00Z');
    const task = makeTask(1, { due: '2026-11-23 09:00', zone: 'Asia/Tokyo' });
    expect(urgencyOf(task, { now, timeZone: 'Asia/Tokyo' })).toBe('today');
    expect(urgencyOf(task, { now, timeZone: 'America/Los_Angeles' })).toBe('today');
    const evening = makeTask(2, { due: '2026-11-23 23:00', zone: 'Asia/Tokyo' });
    expect(urgencyOf(evening, { now: new Date('2026-11-22T05:00:00Z'), timeZone: 'America/Los_Angeles' })).toBe('soon');
  });

  it('changes group at midnight', () => {
    const task = makeTask(1, { due: '2026-11-22' });
    expect(urgencyOf(task, { now: new Date('2026-11-22T23:59:59.998Z'), timeZone: 'UTC' })).toBe('today');
    expect(urgencyOf(task, { now: new Date('2026-11-23T00:00:00Z'), timeZone: 'UTC' })).toBe('overdue');
  });

  it('leaves its input alone', () => {
    const tasks = [makeTask(2), makeTask(1, { due: '2026-11-22' })];
    rankByUrgency(tasks, clock);
    expect(tasks.map(({ number }) => number)).toEqual([2, 1]);
  });
});

describe('the reason', () => {
  const reason = (task: ReturnType<typeof makeTask>) => chooseNext([task], clock)[0]?.reason;

  it.each([
    [makeTask(1, { due: '2026-11-20', priority: 'high' }), 'overdue by 2 days (due Friday 20 November 2026), high priority'],
    [makeTask(1, { due: '2026-11-21' }), 'overdue by 1 day (due Saturday 21 November 2026)'],
    [makeTask(1, { due: '2026-11-22 10:30' }), 'overdue by 1 hour 30 minutes (due today at 10:30)'],
    [makeTask(1, { due: '2026-11-22' }), 'due today'],
    [makeTask(1, { due: '2026-11-22 17:00' }), 'due today at 17:00, in 5 hours'],
    [makeTask(1, { due: '2026-11-23 09:00' }), 'due tomorrow at 09:00'],
    [makeTask(1, { due: '2026-11-25' }), 'due in 3 days, on Wednesday'],
    [makeTask(1, { due: '2026-12-25', priority: 'high' }), 'due Friday 25 December 2026, high priority'],
    [makeTask(1, { priority: 'low' }), 'no due date, waiting since Thursday 1 October 2026, low priority'],
  ])('says when and how important: %#', (task, expected) => {
    expect(reason(task)).toBe(expected);
  });
});

describe('what to do next', () => {
  it('gives three unless asked for more, and nothing of nothing', () => {
    const tasks = [1, 2, 3, 4, 5].map((number) => makeTask(number));
    expect(chooseNext(tasks, clock)).toHaveLength(3);
    expect(chooseNext(tasks, clock, 4).map(({ task }) => task.number)).toEqual([1, 2, 3, 4]);
    expect(chooseNext([], clock)).toEqual([]);
  });
});
