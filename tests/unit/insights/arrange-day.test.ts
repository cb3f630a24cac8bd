import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeDay } from '@/lib/insights/arrange-day';
import { makeTask } from './make-task';

// Monday, November 23, 2026, 8 in the morning.
const clock = { now: new Date('2026-11-23T08:00:00Z'), timeZone: 'UTC' };
const today = '2026-11-23';
const laidOut = (tasks: Parameters<typeof arrangeDay>[0], date = today, at = clock) =>
  arrangeDay(tasks, date, at).blocks.map(({ task, start, end }) => `${start}-${end} ${task.number}`);

describe('a plan for a day', () => {
  it('keeps fixed times and fills the gaps by urgency', () => {
    const tasks = [
      makeTask(1, { due: '2026-11-23', durationMinutes: 60 }),
      makeTask(2, { due: '2026-11-23 09:30', durationMinutes: 30 }),
      makeTask(3, { due: '2026-11-20', durationMinutes: 30 }),
      makeTask(4, { due: '2026-11-23', priority: 'high', durationMinutes: 45 }),
    ];
    expect(laidOut(tasks)).toEqual(['09:00-09:30 3', '09:30-10:00 2', '10:00-10:45 4', '10:45-11:45 1']);
  });

  it('says which times are fixed and which durations are assumed, with a reason each', () => {
    const { blocks } = arrangeDay([makeTask(1, { due: '2026-11-23 10:00', durationMinutes: 15 }), makeTask(2, { due: today })], today, clock);
    expect(blocks.map(({ fixed, assumed, minutes }) => ({ fixed, assumed, minutes }))).toEqual([
      { fixed: false, assumed: true, minutes: 30 },
      { fixed: true, assumed: false, minutes: 15 },
    ]);
    expect(blocks.map(({ reason }) => reason)).toEqual(['due today', 'at its own time']);
  });

  it('points out fixed times that overlap and keeps both', () => {
    const tasks = [makeTask(1, { due: '2026-11-23 10:00', durationMinutes: 60 }), makeTask(2, { due: '2026-11-23 10:30' })];
    const { blocks } = arrangeDay(tasks, today, clock);
    expect(blocks.map(({ start }) => start)).toEqual(['10:00', '10:30']);
    expect(blocks[0]?.reason).toContain('overlaps with "Task 2" (2)');
    expect(blocks[1]?.reason).toContain('overlaps with "Task 1" (1)');
  });

  it('says what does not fit and why, and never splits', () => {
    const { blocks, unplaced } = arrangeDay(
      [makeTask(1, { due: '2026-11-23 13:00', durationMinutes: 60 }), makeTask(2, { due: today, durationMinutes: 300 })], today, clock,
    );
    expect(blocks.map(({ task }) => task.number)).toEqual([1]);
    expect(unplaced.map(({ task, reason }) => [task.number, reason])).toEqual([
      [2, 'due today; needs 5 hours, the longest free stretch is 4 hours'],
    ]);
  });

  it('fills a light day with what is due soon or important, and not with appointments of other days', () => {
    const tasks = [
      makeTask(1, { due: '2026-11-25' }),
      makeTask(2, { due: '2026-11-25 15:00' }),
      makeTask(3, { priority: 'high' }),
      makeTask(4),
      makeTask(5, { due: '2026-12-20' }),
    ];
    expect(laidOut(tasks)).toEqual(['09:00-09:30 1', '09:30-10:00 3']);
  });

  it('fills up to six, but everything that is due comes in', () => {
    expect(laidOut(Array.from({ length: 9 }, (_, index) => makeTask(index + 1, { priority: 'high' })))).toHaveLength(6);
    expect(laidOut(Array.from({ length: 9 }, (_, index) => makeTask(index + 1, { due: today })))).toHaveLength(9);
  });

  it('plans from now on when the day has begun, in the evening too, and not past its end', () => {
    const tasks = [makeTask(1, { due: today })];
    const at = (time: string) => ({ now: new Date(`2026-11-23T${time}Z`), timeZone: 'UTC' });
    expect(laidOut(tasks, today, at('13:07:00'))).toEqual(['13:15-13:45 1']);
    expect(laidOut(tasks, today, at('17:30:00'))).toEqual(['17:30-18:00 1']);
    expect(laidOut(tasks, today, at('21:00:00'))).toEqual(['21:00-21:30 1']);
    expect(arrangeDay(tasks, today, at('23:50:00')).unplaced[0]?.reason).toBe('due today; needs 30 minutes, the day is full');
  });

  it('plans a later day with what is due then and what is overdue now, without what is left for today', () => {
    const tasks = [makeTask(1, { due: today }), makeTask(2, { due: '2026-11-24' }), makeTask(3, { due: '2026-11-01' })];
    expect(laidOut(tasks, '2026-11-24')).toEqual(['09:00-09:30 3', '09:30-10:00 2']);
  });

  it('speaks in the clock of whoever asks, on the days that clocks change too', () => {
    const zone = 'America/New_York';
    // Clocks go back at 2:00 on November 1, 2026.
    const night = { now: new Date('2026-11-01T04:00:00Z'), timeZone: zone };
    const plan = arrangeDay([makeTask(1, { due: '2026-11-01 00:30', zone, durationMinutes: 120 }), makeTask(2, { due: '2026-11-01', zone })], '2026-11-01', night);
    expect(plan.blocks.map(({ start, end, startsAt }) => [start, end, startsAt])).toEqual([
      ['00:30', '01:30', '2026-11-01T04:30:00.000Z'],
      ['09:00', '09:30', '2026-11-01T14:00:00.000Z'],
    ]);
    const kathmandu = arrangeDay([makeTask(3, { due: '2026-11-23 10:00', zone: 'UTC' })], today, { now: clock.now, timeZone: 'Asia/Kathmandu' });
    expect(kathmandu.blocks[0]?.start).toBe('15:45');
  });

  it('lays no chosen block over another, and places or explains every task that is due', () => {
    const task = fc.record({
      due: fc.constantFrom(undefined, '2026-11-20', '2026-11-23', '2026-11-23 11:00', '2026-11-23 16:45', '2026-11-24'),
      durationMinutes: fc.option(fc.integer({ min: 1, max: 700 })),
      priority: fc.constantFrom('none' as const, 'high' as const, 'low' as const),
    });
    fc.assert(
      fc.property(fc.array(task, { maxLength: 25 }), fc.integer({ min: 0, max: 1439 }), (specs, minute) => {
        const tasks = specs.map((spec, index) => makeTask(index + 1, spec));
        const { blocks, unplaced } = arrangeDay(tasks, today, { now: new Date(Date.parse('2026-11-23T00:00:00Z') + minute * 60_000), timeZone: 'UTC' });
        const chosen = blocks.filter(({ fixed }) => !fixed);
        for (const a of chosen)
          for (const b of blocks) if (a !== b) expect(a.endsAt <= b.startsAt || b.endsAt <= a.startsAt).toBe(true);
        const seen = new Set([...blocks, ...unplaced].map(({ task: { number } }) => number));
        for (const { number, dueDate } of tasks) if (dueDate !== null && dueDate <= today) expect(seen.has(number)).toBe(true);
        expect(seen.size).toBe(blocks.length + unplaced.length);
      }),
    );
  });
});
