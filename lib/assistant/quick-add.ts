import { readTask } from '@/lib/language';
import type { NewTask } from '@/lib/tasks/schemas';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import type { Actor } from './actor';
import { runTool } from './run-tool';

/**
 * Adds the task that one line says. A day that does not exist, or two at once, is refused with the reason, for nothing is
 * guessed; a past day is taken, as the form has flagged it.
 * @param parent the task that it becomes a subtask of.
 */
export async function quickAdd(actor: Actor, text: string, parent?: string): Promise<ToolOutput> {
  const draft = readTask(text, { now: actor.now, timeZone: actor.timeZone });
  if (draft.problem && draft.problem.code !== 'past_date') return { ok: false, code: 'invalid', message: draft.problem.message };
  const { title, description, due, recurrence, fromCompletion, priority, tags, reminder, durationMinutes, subtasks } = draft;
  const task: NewTask = {
    title, parent, tags, subtasks, reminder, durationMinutes, recurrence, description, dueDate: due?.date ?? null, dueTime: due?.time ?? null,
    ...(recurrence && { fromCompletion }), ...(priority && { priority }),
  };
  return runTool(actor, 'create_tasks', { tasks: [task] });
}
