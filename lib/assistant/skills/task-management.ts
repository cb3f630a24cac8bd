import type { ToolDefinition } from '../define-tool';

/** TaskManagementSkill: everything that changes tasks. */
export const taskManagement: ToolDefinition[] = [];
