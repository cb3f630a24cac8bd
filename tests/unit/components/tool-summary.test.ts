import { describe, expect, it } from 'vitest';
import { type Call, lookUpsOf } from '@/components/chat/tool-summary';
import type { Task } from '@/lib/tasks/schemas';
import type { Change } from '@/lib/tasks/tool-output';

const task = (id: string): Task => ({
  id, number: 1, title: id, description: null, status: 'pending', priority: 'none', dueDate: null, dueTime: null, dueAt: null, timeZone: null,
  recurrence: null, fromCompletion: false, durationMinutes: null, reminder: null, tags: [], parentId: null, seriesId: null, version: 1,
  createdAt: '2026-11-01T00:00:00Z', updatedAt: '2026-11-01T00:00:00Z', completedAt: null, deletedAt: null,
});
const change = (taskId: string): Change => ({ taskId, number: 1, title: taskId, operation: 'update', before: {}, after: {} });
const call = (callId: string, tasks: Task[], changes: Change[] = []): Call => ({
  callId, tool: 'any', input: {}, state: 'output-available', output: { ok: true, message: '', tasks, changes },
});

describe('cards of an answer', () => {
  it('leaves out what was only looked up for a change that follows', () => {
    expect([...lookUpsOf([call('1', [task('a')]), call('2', [task('a')], [change('a')])])]).toEqual(['1']);
  });

  it('keeps what shows more than was changed, or comes after', () => {
    expect([...lookUpsOf([call('1', [task('a'), task('b')]), call('2', [task('a')], [change('a')]), call('3', [task('a')])])]).toEqual([]);
  });
});
