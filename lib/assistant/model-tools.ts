import { jsonSchema, type Tool, tool } from 'ai';
import { z } from 'zod';
import { tools } from './tools';

/**
 * A tool's input for the provider. It copies the schema it is given, node by node, for every request and keeps the copy
 * while the answer streams; so it is given one that unfolds as it is written to JSON, and is converted once per process.
 */
function schemaOf(input: z.ZodObject) {
  let json: unknown;
  const toJSON = () => (json ??= z.toJSONSchema(input, { io: 'input', target: 'draft-7' }));
  return Object.assign({ type: 'object' as const }, { toJSON });
}

const described = Object.values(tools).map(({ name, description, input }) => ({
  name,
  base: {
    description,
    inputSchema: jsonSchema<unknown>(schemaOf(input), {
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
