import type { Effect, TaskContext } from './context';
import { createTasks } from './create-tasks';
import { shiftDay, todayIn } from './due';
import { findTemplate } from './find-template';
import { listTemplates } from './list-templates';

/**
 * Makes a task, with its checklist as subtasks, from a template that is named exactly (ignoring case) or clearly enough.
 * `title` and `dueDate` replace the template's own; a relative due date counts from today in the person's zone.
 */
export async function createFromTemplate(
  context: TaskContext, input: { template: string; title?: string; dueDate?: string },
): Promise<Effect> {
  const templates = await listTemplates(context.db, context.userId);
  const found = findTemplate(templates, input.template);
  if (!found.ok) return { output: found };
  const { template } = found;
  const offset = template.dueOffsetDays;
  const dueDate = input.dueDate ?? (offset === null ? undefined : shiftDay(todayIn(context.now, context.timeZone), offset));
  return createTasks(context, {
    tasks: [{
      title: input.title ?? template.title,
      description: template.description,
      priority: template.priority,
      tags: template.tags,
      subtasks: template.checklist,
      ...(dueDate && { dueDate, dueTime: template.dueTime }),
    }],
  });
}
