import { jsonSchema, type Tool, tool } from 'ai';
import { z } from 'zod';
import { tools } from './tools';

/** Converting zod to JSON schema costs milliseconds for all tools, so it is done once per process. */
const described = Object.values(tools).map(({ name, description, input }) => ({
  name,
  base: {
    description,
    inputSchema: jsonSchema<unknown>(() => z.toJSONSchema(input, { io: 'input', target: 'draft-7' }), {
      validate: (value) => {
        const result = input.safeParse(value);
        return result.success ? { success: true, value: result.data } : { success: false, error: result.error };
      },
    }),
  },
}));

/** The tools for one answer, all carried out by `execute`. */
export function modelTools(
  execute: (name: string, input: unknown, callId: string) => Promise<unknown>,
): Record<string, Tool> {
  return Object.fromEntries(
    described.map(({ name, base }) => [
      name,
      tool({ ...base, execute: (input: unknown, { toolCallId }) => execute(name, input, toolCallId) }),
    ]),
  );
}
