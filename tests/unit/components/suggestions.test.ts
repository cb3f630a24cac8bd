import { expect, it } from 'vitest';
import { suggest } from '@/components/chat/suggestions';
import type { Task } from '@/lib/tasks/schemas';

const task: Task = {
  id: 't1', number: 1, title: 'Buy a tent', description: null, status: 'pending', priority: 'none', dueDate: null, dueTime: null, dueAt: null,
  timeZone: null, recurrence: null, fromCompletion: false, durationMinutes: null, reminder: null, tags: [], parentId: null, seriesId: null,
  version: 1, createdAt: '2026-11-01T00:00:00Z', updatedAt: '2026-11-01T00:00:00Z', completedAt: null, deletedAt: null,
};
const SATURDAY = Date.parse('2026-11-28T12:00:00Z');

it.each([
  ['2026-12-01', 'Move “Buy a tent” to Monday'],
  ['2026-11-30', 'Move “Buy a tent” to Tuesday'],
])('a task that is due on %s is offered another day', (dueDate, said) => {
  expect(suggest([{ ...task, dueDate, timeZone: 'UTC', dueAt: `${dueDate}T23:59:59.999Z` }], SATURDAY, 'UTC')).toContain(said);
});
