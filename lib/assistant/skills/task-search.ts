import type { ToolDefinition } from '../define-tool';

/** TaskSearchSkill: finding and reading tasks. */
export const taskSearch: ToolDefinition[] = [];
