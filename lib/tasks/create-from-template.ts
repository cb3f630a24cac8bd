import type { Effect, TaskContext } from './context';
import { createTasks } from './create-tasks';
import { shiftDay, todayIn } from './due';
import { listTemplates, type Template } from './list-templates';
import { matchTitles } from './match-title';
import type { ToolFailure } from './tool-output';
import { joined } from './words';

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

function findTemplate(templates: Template[], said: string): { ok: true; template: Template } | ToolFailure {
  const titled = templates.map((template, index) => ({ id: template.id, number: index, title: template.name, template }));
  const [first, ...others] = matchTitles(said, titled);
  if (first && others.length === 0) return { ok: true, template: first.template };
  const names = joined((first ? [first, ...others] : titled).map(({ title }) => `"${title}"`), first ? 'or' : 'and');
  if (first) return { ok: false, code: 'ambiguous', ref: said, message: `"${said}" could be the template ${names}. Which one?` };
  const known = names ? ` There ${titled.length === 1 ? 'is' : 'are'} ${names}.` : ' There are no templates yet.';
  return { ok: false, code: 'not_found', ref: said, message: `I found no template called "${said}".${known}` };
}
