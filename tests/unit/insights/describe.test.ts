import { describe, expect, it } from 'vitest';
import { arrangeDay } from '@/lib/insights/arrange-day';
import { chooseNext } from '@/lib/insights/choose-next';
import { describeNext, describePlan } from '@/lib/insights/describe-advice';
import { describeStats, describeUsage } from '@/lib/insights/describe-stats';
import type { TaskStats } from '@/lib/insights/get-task-stats';
import { makeTask } from './make-task';

const clock = { now: new Date('2026-11-23T08:00:00Z'), timeZone: 'UTC' };

const stats: TaskStats = {
  totals: { total: 4, pending: 2, completed: 2, overdue: 1, dueToday: 1, completionRate: 50 },
  range: { from: '2026-11-16', to: '2026-11-22', created: 3, completed: 2, createdAndCompleted: 1, completionRate: 33 },
  days: [], weeks: [], tags: [], streak: { days: 2, includesToday: false },
};

describe('statistics in words', () => {
  it('begins with the range when one was asked for, and else with how things stand', () => {
    const state = 'In all there are 4 tasks: 2 open (1 overdue, 1 due today) and 2 completed, a completion rate of 50%.';
    const week = 'From Monday 16 November 2026 to Sunday 22 November 2026 you completed 2 tasks and created 3, of which 1 is completed (33%).';
    const streak = 'Your streak: 2 days in a row with a completed task, up to yesterday.';
    expect(describeStats(stats, { asked: true })).toBe(`${week} ${state} ${streak}`);
    expect(describeStats(stats, { asked: false })).toBe(`${state} ${week} ${streak}`);
  });

  it('says so when there is nothing', () => {
    const none = { ...stats, totals: { total: 0, pending: 0, completed: 0, overdue: 0, dueToday: 0, completionRate: null } };
    expect(describeStats(none, { asked: false })).toBe('There are no tasks yet, so there is nothing to count.');
    expect(describeStats(none, { asked: true, tag: 'home' })).toBe('No task carries the tag "home".');
    expect(describeUsage({ from: '2026-11-22', to: '2026-11-22', total: 0, skills: [], days: [] })).toBe('On Sunday 22 November 2026 no answer used a skill.');
  });

  it('names skills as a person would', () => {
    const skill = { skill: 'TaskManagementSkill', messages: 3, tokensIn: null, tokensOut: null, averageMs: 12 };
    expect(describeUsage({ from: '2026-11-21', to: '2026-11-22', total: 3, skills: [skill], days: [] })).toBe(
      'From Saturday 21 November 2026 to Sunday 22 November 2026 3 answers used a skill: task management 3.',
    );
  });
});

describe('advice in words', () => {
  it('names what is first and why, then the others, and counts the rest', () => {
    const tasks = [makeTask(1), makeTask(2, { due: '2026-11-23' }), makeTask(3, { due: '2026-11-22' })];
    expect(describeNext(chooseNext(tasks, clock, 2), 3)).toBe(
      'Start with "Task 3" (3): overdue by 1 day (due Sunday 22 November 2026). Then "Task 2" (2): due today. 1 other task can wait.',
    );
    expect(describeNext([], 0)).toBe('Nothing is open, so there is nothing to recommend.');
  });

  it('reads a plan out with times, reasons, assumptions and what is left', () => {
    const tasks = [
      makeTask(1, { due: '2026-11-23', durationMinutes: 600 }),
      makeTask(2, { due: '2026-11-23 10:00', durationMinutes: 60 }),
      makeTask(3, { due: '2026-11-22' }),
    ];
    expect(describePlan(arrangeDay(tasks, '2026-11-23', clock))).toBe(
      'Plan for Monday 23 November 2026: 09:00–09:30 "Task 3" (3), overdue by 1 day (due Sunday 22 November 2026); ' +
        '10:00–11:00 "Task 2" (2), at its own time. I assumed 30 minutes for 1 of them. No place for "Task 1" (1).',
    );
    const long = [1, 2, 3, 4, 5].map((number) => makeTask(number, { due: '2026-11-23', durationMinutes: 900 }));
    expect(describePlan(arrangeDay(long, '2026-11-23', clock))).toBe(
      'There is no room left on Monday 23 November 2026. No place for "Task 1" (1), "Task 2" (2), "Task 3" (3) and 2 more.',
    );
    expect(describePlan(arrangeDay([], '2026-11-23', clock))).toBe('Nothing needs to be done on Monday 23 November 2026.');
  });
});
