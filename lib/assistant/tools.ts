import type { ToolDefinition } from './define-tool';
import { taskAnalytics } from './skills/task-analytics';
import { taskManagement } from './skills/task-management';
import { taskRecommendation } from './skills/task-recommendation';
import { taskSearch } from './skills/task-search';
import { templates } from './skills/templates';
import { TOOL_SKILLS, type ToolName } from './tool-skills';

const defined = new Map<string, ToolDefinition>(
  [...taskManagement, ...taskSearch, ...taskAnalytics, ...taskRecommendation, ...templates].map((tool) => [tool.name, tool]),
);

/** The definition of a tool, or undefined when there is none of that name. */
export const findTool = (name: string): ToolDefinition | undefined => defined.get(name);

/** All tools by name, in the documented order. */
export const tools = Object.fromEntries(Object.keys(TOOL_SKILLS).flatMap((name) => {
  const tool = defined.get(name);
  return tool ? [[name, tool]] : [];
})) as Record<ToolName, ToolDefinition>;
