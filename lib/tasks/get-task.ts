import { describeRecurrence } from '@/lib/language';
import type { Effect, TaskContext } from './context';
import { loadSubtasks } from './load-tasks';
import { resolveTask } from './resolve-tasks';
import { toTask, type TaskRow } from './task-row';
import { counted, dueInWords, listed, named, sentence } from './words';

/** One task with its subtasks, wherever it is. */
export async function getTask(context: TaskContext, { task: ref }: { task: string }): Promise<Effect> {
  const found = await resolveTask(context, ref, 'read');
  if (!found.ok) return { output: found.failure };
  const { row } = found;
  const subtasks = (await loadSubtasks(context.db, context.userId, [row.id])).filter(({ deletedAt }) => row.deletedAt !== null || deletedAt === null);
  return { output: { ok: true, message: describe(row, subtasks), tasks: [toTask(row)], data: { subtasks: subtasks.map(toTask) } } };
}

function describe(row: TaskRow, subtasks: TaskRow[]): string {
  const parts = [
    row.deletedAt === null ? `is ${row.status}` : 'is in the trash',
    row.dueDate === null ? 'has no due date' : `is due ${dueInWords(row)}`,
    row.recurrence === null ? '' : `repeats ${describeRecurrence(row.recurrence, row.fromCompletion)}`,
    row.priority === 'none' ? '' : `has ${row.priority} priority`,
    row.tags.length === 0 ? '' : `is tagged ${row.tags.map((tag) => `#${tag}`).join(' ')}`,
    subtasks.length === 0 ? '' : `has ${counted(subtasks.length, 'subtask')}: ${listed(subtasks)}`,
  ];
  return sentence(`${named(row)} ${parts.filter((part) => part !== '').join(', ')}`);
}
