import { expect, it } from 'vitest';
import { groupTasks, isInView, trashOf } from '@/components/tasks/group-tasks';
import type { Task } from '@/lib/tasks/schemas';

const NOW = Date.parse('2026-11-27T10:00:00Z');

function task(number: number, fields: Partial<Task> = {}): Task {
  return {
    id: `t${number}`, number, title: `task ${number}`, description: null, status: 'pending', priority: 'none', dueDate: null, dueTime: null,
    dueAt: null, timeZone: null, recurrence: null, fromCompletion: false, durationMinutes: null, reminder: null, tags: [], parentId: null,
    seriesId: null, version: 1, createdAt: '2026-11-01T00:00:00Z', updatedAt: '2026-11-01T00:00:00Z', completedAt: null, deletedAt: null,
    ...fields,
  };
}

const numbers = (tasks: Task[]) => groupTasks('all', tasks, NOW, 'UTC').map(({ key, tasks: of }) => [key, ...of.map(({ number }) => number)]);

it('subtasks stand behind their parent, in order, when they are in its group', () => {
  const parts = [task(4, { parentId: 't2' }), task(5, { parentId: 't2', priority: 'high' })];
  expect(numbers([...parts, task(3), task(2), task(1, { priority: 'high' })])).toEqual([['none', 1, 2, 5, 4, 3]]);
});

it('a subtask with another day than its parent stands among the tasks of its own day', () => {
  const tomorrow = { dueDate: '2026-11-28' };
  expect(numbers([task(1), task(2, { parentId: 't1', ...tomorrow }), task(3, tomorrow), task(4, { parentId: 'elsewhere' })])).toEqual([
    ['tomorrow', 2, 3],
    ['none', 1, 4],
  ]);
});

it('a subtask without a date is done when its parent is: in its group and in its view', () => {
  const parent = task(1, { dueDate: '2026-11-27' });
  const part = task(2, { parentId: 't1' });
  expect(numbers([part, parent])).toEqual([['today', 1, 2]]);
  const views = (of: Task) => (['today', 'upcoming', 'all'] as const).filter((view) => isInView(view, part, of, NOW, 'UTC'));
  expect(views(parent)).toEqual(['today', 'all']);
  expect(views({ ...parent, status: 'completed' })).toEqual(['all']);
});

it('the trash shows the newest deletion first, subtasks behind the task that they went with', () => {
  const [early, late] = [{ deletedAt: '2026-11-26T09:00:00Z' }, { deletedAt: '2026-11-27T09:00:00Z' }];
  const tasks = [task(1, early), task(2), task(3, late), task(4, { ...late, parentId: 't5' }), task(5, late), task(6, { ...early, parentId: 't2' })];
  expect(trashOf(tasks).map(({ number }) => number)).toEqual([3, 5, 4, 1, 6]);
});
