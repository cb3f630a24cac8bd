import type { z } from 'zod';
import type { Effect, TaskContext } from '@/lib/tasks/context';

export const SKILLS = ['TaskManagementSkill', 'TaskSearchSkill', 'TaskAnalyticsSkill', 'TaskRecommendationSkill'] as const;
export type Skill = (typeof SKILLS)[number];

/** Every tool, by the name it has in the app and over MCP. */
export const TOOL_NAMES = [
  'create_tasks',
  'update_tasks',
  'complete_tasks',
  'reopen_tasks',
  'delete_tasks',
  'restore_tasks',
  'purge_tasks',
  'add_tags',
  'remove_tags',
  'snooze_tasks',
  'create_from_template',
  'save_as_template',
  'undo',
  'redo',
  'list_tasks',
  'search_tasks',
  'get_task',
  'list_tags',
  'list_templates',
  'get_task_stats',
  'get_skill_usage',
  'recommend_next',
  'plan_day',
] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

/** `read` changes nothing, `write` can be undone, `destructive` cannot. */
export type ToolEffect = 'read' | 'write' | 'destructive';

export type ToolContext = TaskContext;

/** A tool, defined once for the assistant, the MCP server and the documentation. */
export type ToolDefinition = {
  name: ToolName;
  skill: Skill;
  effect: ToolEffect;
  /** For a language model: what it does and when to use it. */
  description: string;
  input: z.ZodObject;
  /**
   * Checks `input` and works out what the call does; nothing is written here.
   * @throws z.ZodError when the input does not fit.
   */
  run: (context: ToolContext, input: unknown) => Promise<Effect>;
};

/** Makes a tool of a typed operation: the input is validated by its schema before `run` sees it. */
export function defineTool<Input extends z.ZodObject>(tool: {
  name: ToolName;
  skill: Skill;
  effect: ToolEffect;
  description: string;
  input: Input;
  run: (context: ToolContext, input: z.output<Input>) => Promise<Effect>;
}): ToolDefinition {
  return { ...tool, run: async (context, input) => tool.run(context, tool.input.parse(input)) };
}
