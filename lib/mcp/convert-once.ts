import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import { z } from 'zod';

type Json = Record<string, unknown>;

/** What zod spells out and a reader knows already; of all tools it would be a third of the list. */
const settings = {
  target: 'draft-2020-12',
  override: ({ jsonSchema }) => {
    if (jsonSchema.format === 'uuid') delete jsonSchema.pattern;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  },
} as const satisfies Parameters<typeof z.toJSONSchema>[1];

/**
 * A zod schema whose JSON schema is made once per process: the MCP server is new for each request and would convert all
 * tools again. What occurs several times in an answer is described once, in `$defs`.
 */
export function convertOnce<Schema extends z.ZodType>(schema: Schema): StandardSchemaWithJSON<z.input<Schema>, z.output<Schema>> {
  const made: { input?: Json; output?: Json } = {};
  const { validate } = schema['~standard'];
  return {
    '~standard': {
      version: 1,
      vendor: 'zod',
      validate,
      jsonSchema: {
        input: () => (made.input ??= z.toJSONSchema(schema, { ...settings, io: 'input' })),
        output: () => (made.output ??= z.toJSONSchema(schema, { ...settings, io: 'output', reused: 'ref' })),
      },
    },
  };
}
