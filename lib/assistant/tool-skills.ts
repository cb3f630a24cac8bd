import type { SkillName } from '@/lib/conversations/skills';

/** Every tool, by the name it has in the app and over MCP, in the documented order, with the skill that it belongs to. */
export const TOOL_SKILLS = {
  create_tasks: 'TaskManagementSkill',
  update_tasks: 'TaskManagementSkill',
  complete_tasks: 'TaskManagementSkill',
  reopen_tasks: 'TaskManagementSkill',
  delete_tasks: 'TaskManagementSkill',
  restore_tasks: 'TaskManagementSkill',
  purge_tasks: 'TaskManagementSkill',
  add_tags: 'TaskManagementSkill',
  remove_tags: 'TaskManagementSkill',
  snooze_tasks: 'TaskManagementSkill',
  create_from_template: 'TaskManagementSkill',
  save_as_template: 'TaskManagementSkill',
  rename_template: 'TaskManagementSkill',
  delete_template: 'TaskManagementSkill',
  undo: 'TaskManagementSkill',
  redo: 'TaskManagementSkill',
  list_tasks: 'TaskSearchSkill',
  search_tasks: 'TaskSearchSkill',
  get_task: 'TaskSearchSkill',
  list_tags: 'TaskSearchSkill',
  list_templates: 'TaskSearchSkill',
  get_task_stats: 'TaskAnalyticsSkill',
  get_skill_usage: 'TaskAnalyticsSkill',
  recommend_next: 'TaskRecommendationSkill',
  plan_day: 'TaskRecommendationSkill',
} as const satisfies Record<string, SkillName>;

export type ToolName = keyof typeof TOOL_SKILLS;

/** The skill of a tool, or null when there is none of that name. */
export const skillOf = (tool: string): SkillName | null => (Object.hasOwn(TOOL_SKILLS, tool) ? TOOL_SKILLS[tool as ToolName] : null);
