import { jsonSchema, type Tool, tool } from 'ai';
import { z } from 'zod';
import { DATE, TIME } from '@/lib/tasks/schemas';
import { tools } from './tools';

/** Limits that the tool itself checks, and answers in words. */
const CHECKED = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum', 'pattern'] as const;

/** Leaves out what does not help a model to choose its words: it is sent, and paid for, with every request. */
function shorten({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }) {
  if (jsonSchema.pattern === DATE.source) jsonSchema.format = 'date';
  if (jsonSchema.pattern === TIME.source) jsonSchema.description ??= 'HH:MM';
  for (const limit of CHECKED) delete jsonSchema[limit];
}

/**
 * A tool's input for the provider. It copies the schema it is given, node by node, for every request and keeps the copy
 * while the answer streams; so it is given one that unfolds as it is written to JSON, and is converted once per process.
 */
function schemaOf(input: z.ZodObject) {
  let json: unknown;
  const toJSON = () => (json ??= { ...z.toJSONSchema(input, { io: 'input', target: 'draft-7', override: shorten }), $schema: undefined });
  return Object.assign({ type: 'object' as const }, { toJSON });
}

/** The tools as a model is told of them. */
export const modelTools: Record<string, Tool> = Object.fromEntries(
  Object.values(tools).map(({ name, description, input }) => [
    name,
    tool({
      description,
      inputSchema: jsonSchema<unknown>(schemaOf(input), {
        validate: (value) => {
          const result = input.safeParse(value);
          return result.success ? { success: true, value: result.data } : { success: false, error: result.error };
        },
      }),
    }),
  ]),
);
