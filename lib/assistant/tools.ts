import type { ToolDefinition } from './define-tool';
import { taskAnalytics } from './skills/task-analytics';
import { taskManagement } from './skills/task-management';
import { taskRecommendation } from './skills/task-recommendation';
import { taskSearch } from './skills/task-search';
import { templates } from './skills/templates';
import { TOOL_SKILLS, type ToolName } from './tool-skills';

const names = Object.keys(TOOL_SKILLS) as ToolName[];
const defined = new Map([...taskManagement, ...taskSearch, ...taskAnalytics, ...taskRecommendation, ...templates].map((tool) => [tool.name, tool]));

/** The definition of a tool, or undefined when there is none of that name. */
export const findTool = (name: string): ToolDefinition | undefined =>
  names.flatMap((known) => (known === name ? (defined.get(known) ?? []) : []))[0];

/** All tools by name, in the documented order. */
export const tools = Object.fromEntries(names.flatMap((name) => {
  const tool = defined.get(name);
  return tool ? [[name, tool]] : [];
})) as Record<ToolName, ToolDefinition>;
