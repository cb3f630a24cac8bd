import { v7 } from 'uuid';
import type { Effect, TaskContext } from './context';
import { daysFrom, todayIn } from './due';
import { listTemplates, TEMPLATES_MAX } from './list-templates';
import { loadSubtasks } from './load-tasks';
import { resolveTask } from './resolve-tasks';
import { PRIORITIES } from './schemas';
import { tagKey } from './tags';
import { toTask, type TaskRow } from './task-row';
import { counted, named, sentence } from './words';

/** As many subtasks as one call can create again. */
const CHECKLIST_MAX = 50;

/**
 * Keeps a task, its subtasks as a checklist, as a template. Its due date becomes the distance in days from the day on
 * which the task was made. Names are unique ignoring case; a person has at most 50 templates.
 */
export async function saveAsTemplate(context: TaskContext, input: { task: string; name: string }): Promise<Effect> {
  const { db, userId, timeZone } = context;
  const resolved = await resolveTask(context, input.task, 'change');
  if (!resolved.ok) return { output: resolved.failure };
  const { row } = resolved;
  const templates = await listTemplates(db, userId);
  const taken = templates.find(({ name }) => tagKey(name) === tagKey(input.name));
  if (taken)
    return { output: { ok: false, code: 'conflict', message: `There already is a template called "${taken.name}". Choose another name.` } };
  if (templates.length >= TEMPLATES_MAX)
    return { output: { ok: false, code: 'limit', message: `You have ${TEMPLATES_MAX} templates, and more cannot be kept.` } };

  const checklist = await checklistOf(context, row);
  const template = {
    id: v7(), name: input.name, title: row.title, description: row.description, priority: row.priority, tags: row.tags, checklist,
    dueOffsetDays: row.dueDate === null ? null : Math.max(0, daysFrom(todayIn(new Date(row.createdAt), row.timeZone ?? timeZone), row.dueDate)),
    dueTime: row.dueTime,
    createdAt: context.now.toISOString(),
  };
  const including = checklist.length > 0 ? `with ${counted(checklist.length, 'subtask')}` : '';
  return {
    output: {
      ok: true,
      message: sentence(`Saved ${named(row)}`, including, `as the template "${input.name}"`),
      tasks: [toTask(row)],
      data: { template },
    },
    commit: async (tx) => {
      await tx.template.create({
        data: {
          ...template,
          userId,
          priority: PRIORITIES.indexOf(template.priority),
          dueTime: row.dueTime && `1970-01-01T${row.dueTime}:00Z`,
        },
      });
    },
  };
}

async function checklistOf({ db, userId }: TaskContext, { id }: TaskRow): Promise<string[]> {
  const subtasks = (await loadSubtasks(db, userId, [id])).filter(({ deletedAt }) => deletedAt === null);
  return subtasks.sort((a, b) => a.sortOrder - b.sortOrder || a.number - b.number).slice(0, CHECKLIST_MAX).map(({ title }) => title);
}
