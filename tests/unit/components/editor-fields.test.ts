import { expect, it } from 'vitest';
import { changesOf, type EditorFields, fieldsOf } from '@/components/tasks/editor-fields';
import type { Task } from '@/lib/tasks/schemas';

const task: Task = {
  id: 't1', number: 1, title: 'Pay rent', description: 'by card', status: 'pending', priority: 'none', dueDate: '2026-12-01', dueTime: '09:00',
  dueAt: '2026-12-01T09:00:00Z', timeZone: 'UTC', recurrence: 'FREQ=MONTHLY', fromCompletion: false, durationMinutes: 20,
  reminder: { minutesBefore: 15 }, tags: ['home'], parentId: 'p1', seriesId: 't1', version: 1, createdAt: '2026-11-01T00:00:00Z',
  updatedAt: '2026-11-01T00:00:00Z', completedAt: null, deletedAt: null,
};
const others: Task[] = [
  { ...task, id: 'p2', number: 2, title: 'House', parentId: null },
  { ...task, id: 'p3', number: 3, title: 'Twin', parentId: null },
  { ...task, id: 'p4', number: 4, title: 'twin', parentId: null },
];

it('sends nothing when nothing differs', () => {
  expect(changesOf(task, fieldsOf(task), others)).toEqual({});
  const moment: Task = { ...task, reminder: { date: '2026-11-30', time: '08:00' } };
  expect(changesOf(moment, fieldsOf(moment), others)).toEqual({});
});

it.each<[string, Partial<EditorFields>, object]>([
  ['a title without its blanks', { title: ' Pay the rent ' }, { title: 'Pay the rent' }],
  ['what is emptied', { description: ' ', duration: '', reminder: '', tags: '' }, { description: null, durationMinutes: null, reminder: null, tags: [] }],
  ['no date, and nothing of the time that goes with it', { dueDate: '', dueTime: '' }, { dueDate: null }],
  ['a repetition counted from its completion', { fromCompletion: true }, { fromCompletion: true }],
  ['no repetition, which counts from nothing', { recurrence: '', fromCompletion: true }, { recurrence: null }],
  ['a duration', { duration: '90' }, { durationMinutes: 90 }],
  ['an offset', { reminder: '0' }, { reminder: { minutesBefore: 0 } }],
  ['a moment', { reminder: 'at', moment: '2026-11-30T08:00' }, { reminder: { date: '2026-11-30', time: '08:00' } }],
  ['no parent', { parent: ' ' }, { parent: null }],
  ['a parent whose title only it has', { parent: 'house' }, { parent: 'p2' }],
  ['a title that two have, for the server to ask back', { parent: 'Twin' }, { parent: 'Twin' }],
  ['a number', { parent: '12' }, { parent: '12' }],
])('sends %s', (_, fields, changes) => {
  expect(changesOf(task, { ...fieldsOf(task), ...fields }, others)).toEqual(changes);
});
