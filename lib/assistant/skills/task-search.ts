import { z } from 'zod';
import { getTask } from '@/lib/tasks/get-task';
import { listTags } from '@/lib/tasks/list-tags';
import { LISTED, LISTED_AT_MOST, listTasks, searchTasks } from '@/lib/tasks/list-tasks';
import { SORTS, taskFilterSchema, taskRefSchema } from '@/lib/tasks/schemas';
import { defineTool, type ToolDefinition } from '../define-tool';

const order = {
  sort: z.enum(SORTS).optional().describe('Default: due. urgency puts first what should be done first, duration what takes longest'),
  order: z.enum(['asc', 'desc']).optional().describe('Default: the natural one (soonest, highest, newest first)'),
  limit: z.number().int().min(1).max(LISTED_AT_MOST).optional().describe(`Default: ${LISTED}`),
};

/** TaskSearchSkill: finding and reading tasks. */
export const taskSearch: ToolDefinition[] = [
  defineTool({
    name: 'list_tasks',
    effect: 'read',
    description:
      'Lists the user\'s tasks that pass a filter: by status, priority, tags, due, created or completed days, overdue, recurring. ' +
      'Every field narrows; without any it lists pending and completed tasks. "total" counts all matches.',
    input: z.object({ ...taskFilterSchema.shape, ...order }),
    run: listTasks,
  }),
  defineTool({
    name: 'search_tasks',
    effect: 'read',
    description:
      'Finds tasks by words in title, description or tags (each word has to occur, in any case); other fields narrow further. When ' +
      'nothing matches, data.close holds tasks with a similar title.',
    input: z.object({ query: z.string().trim().min(1).max(200).describe('Words to look for'), ...taskFilterSchema.shape, ...order }),
    run: searchTasks,
  }),
  defineTool({
    name: 'get_task',
    effect: 'read',
    description: 'Reads one task in full, with its subtasks, by number or title; also one in the trash.',
    input: z.object({ task: taskRefSchema }),
    run: getTask,
  }),
  defineTool({
    name: 'list_tags',
    effect: 'read',
    description: 'Lists the user\'s tags with how many tasks carry each. A tag is also what others call a list or a project.',
    input: z.object({}),
    run: listTags,
  }),
];
