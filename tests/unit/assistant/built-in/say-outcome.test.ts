import { expect, it } from 'vitest';
import { sayDone } from '@/lib/assistant/built-in/say-outcome';

const ctx = { now: new Date('2026-11-27T08:00:00Z'), timeZone: 'UTC' };
const done = (data: unknown) => ({
  kind: 'ok' as const, message: '', changes: [], unchanged: [], next: [], data,
  tasks: [{ number: 7, title: 'Call the bank', tags: [] }, { number: 8, title: 'Sort photographs', tags: [] }],
});

it('a plan is told by its hours, and what finds no place after it', () => {
  const data = { date: '2026-11-27', blocks: [{ number: 7, start: '09:00', end: '09:30', reason: 'due today' }] };
  expect(sayDone({ tool: 'plan_day', input: {} }, done(data), ctx)).toBe(
    'Your plan for Friday 27 November 2026:\n\n- 09:00–09:30 "Call the bank" (7) – due today\n\nNo place for:\n\n- "Sort photographs" (8)',
  );
});

it('of many without a place a few are named, and the rest counted', () => {
  const tasks = Array.from({ length: 7 }, (_, index) => ({ number: index + 1, title: `Task ${index + 1}`, tags: [] }));
  const plan = { ...done({ blocks: [{ number: 1, start: '09:00', end: '09:30', reason: 'due today' }] }), tasks };
  expect(sayDone({ tool: 'plan_day', input: {} }, plan, ctx)).toMatch(/No place for:\n\n- "Task 2" \(2\)\n(?:- .+\n){2}- "Task 5" \(5\)\n\n…and 2 more\.$/);
});

it('advice is told by number, each with its reason', () => {
  const data = { recommendations: [{ number: 8, reason: 'overdue' }, { number: 7, reason: 'due today' }] };
  expect(sayDone({ tool: 'recommend_next', input: {} }, done(data), ctx)).toBe(
    'I would do this next:\n\n- 8: Sort photographs – overdue\n- 7: Call the bank – due today',
  );
});
