import type { z } from 'zod';
import type { SkillName } from '@/lib/conversations/skills';
import type { Effect, TaskContext } from '@/lib/tasks/context';
import { TOOL_SKILLS, type ToolName } from './tool-skills';

/** `read` changes nothing, `write` can be undone, `destructive` cannot. */
export type ToolEffect = 'read' | 'write' | 'destructive';

export type ToolContext = TaskContext;

/** A tool, defined once for the assistant, the MCP server and the documentation. */
export type ToolDefinition = {
  name: ToolName;
  skill: SkillName;
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
  effect: ToolEffect;
  description: string;
  input: Input;
  run: (context: ToolContext, input: z.output<Input>) => Promise<Effect>;
}): ToolDefinition {
  return { ...tool, skill: TOOL_SKILLS[tool.name], run: async (context, input) => tool.run(context, tool.input.parse(input)) };
}
