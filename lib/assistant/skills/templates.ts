import { z } from 'zod';
import { createFromTemplate } from '@/lib/tasks/create-from-template';
import { deleteTemplate } from '@/lib/tasks/delete-template';
import { listTemplates, templateNameSchema } from '@/lib/tasks/list-templates';
import { renameTemplate } from '@/lib/tasks/rename-template';
import { saveAsTemplate } from '@/lib/tasks/save-as-template';
import { dateSchema, taskRefSchema, titleSchema } from '@/lib/tasks/schemas';
import { counted, joined } from '@/lib/tasks/words';
import { defineTool, type ToolDefinition } from '../define-tool';

const createFromTemplateTool = defineTool({
  name: 'create_from_template',
  effect: 'write',
  description:
    'Creates a task, with subtasks, from one of the user\'s templates. Use list_templates when unsure of the name. title and ' +
    'dueDate replace what the template says.',
  input: z.object({
    template: templateNameSchema.describe('Name of the template'),
    title: titleSchema.optional(),
    dueDate: dateSchema.optional().describe('YYYY-MM-DD, in the user\'s time zone'),
  }),
  run: createFromTemplate,
});

const saveAsTemplateTool = defineTool({
  name: 'save_as_template',
  effect: 'write',
  description:
    'Keeps a task as a named template: title, description, priority, tags, subtasks and how many days after its making it is ' +
    'due. The task itself stays as it is.',
  input: z.object({ task: taskRefSchema, name: templateNameSchema.describe('Name of the new template') }),
  run: saveAsTemplate,
});

const renameTemplateTool = defineTool({
  name: 'rename_template',
  effect: 'write',
  description: 'Gives one of the user\'s templates another name. Undo does not reach templates: rename it back instead.',
  input: z.object({ template: templateNameSchema.describe('Name of the template'), name: templateNameSchema.describe('Its new name') }),
  run: renameTemplate,
});

const deleteTemplateTool = defineTool({
  name: 'delete_template',
  effect: 'destructive',
  description: 'Removes one of the user\'s templates for good, without undo; the user is always asked first. Tasks made from it stay.',
  input: z.object({ template: templateNameSchema.describe('Name of the template') }),
  run: deleteTemplate,
});

const listTemplatesTool = defineTool({
  name: 'list_templates',
  effect: 'read',
  description: 'Lists the user\'s templates for tasks, by name.',
  input: z.object({}),
  run: async ({ db, userId }) => {
    const templates = await listTemplates(db, userId);
    const names = joined(templates.map(({ name }) => `"${name}"`));
    const message =
      templates.length === 0
        ? 'There are no templates yet. Save a task as a template to make one.'
        : `There ${templates.length === 1 ? 'is' : 'are'} ${counted(templates.length, 'template')}: ${names}.`;
    return { output: { ok: true, message, total: templates.length, data: { templates } } };
  },
});

/** The tools for templates; four belong to TaskManagementSkill, one to TaskSearchSkill. */
export const templates: ToolDefinition[] = [createFromTemplateTool, saveAsTemplateTool, renameTemplateTool, deleteTemplateTool, listTemplatesTool];
