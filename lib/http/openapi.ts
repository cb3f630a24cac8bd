import { z } from 'zod';
import packageJson from '@/package.json';
import { apiOperations, type ApiOperation } from './openapi-routes';
import { errorSchema, namedSchemas } from './openapi-schemas';

type Json = { [key: string]: unknown };

const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(namedSchemas)) registry.add(schema, { id });

/** Requests that may also meet these: not signed in, no scope or a foreign origin, too large, too many. */
const EVERYWHERE = [401, 403];
const MEANINGS: Record<number, string> = {
  400: 'The request is not valid; details name the field',
  401: 'Not signed in',
  403: 'The key may not do this, or another site asked',
  404: 'There is no such thing among yours',
  409: 'It does not fit the present state',
  413: 'The body is larger than 1 MB',
  415: 'The body is not JSON',
};

const nameOf = (id: string) => `#/components/schemas/${id}`;

const settings = {
  target: 'draft-2020-12',
  metadata: registry,
  unrepresentable: 'any',
  override: ({ zodSchema, jsonSchema }) => {
    const description = z.globalRegistry.get(zodSchema)?.description;
    if (description !== undefined) jsonSchema.description ??= description;
    // zod's bounds of a safe integer say nothing to a reader.
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  },
} as const satisfies Parameters<typeof z.toJSONSchema>[1];

/** JSON schema of what is sent (`input`) or answered (`output`); named schemas become references. */
function toJson(schema: z.ZodType, io: 'input' | 'output'): Json {
  const id = registry.get(schema)?.id;
  if (id !== undefined) return { $ref: nameOf(id) };
  const { $schema: _dialect, $defs: _named, ...json } = z.toJSONSchema(schema, { ...settings, io });
  return JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', `"${nameOf('')}`));
}

function components(): Json {
  const { schemas } = z.toJSONSchema(registry, { ...settings, io: 'output', uri: nameOf });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _dialect, $id: _id, ...json }]) => [id, json]));
}

const body = (schema: Json) => ({ content: { 'application/json': { schema } } });

function parameters({ path, query }: ApiOperation): Json[] {
  const named = path.includes('/tasks/{id}') ? 'Id or number' : 'Id';
  const inPath = path.includes('{id}') ? [{ name: 'id', in: 'path', required: true, description: named, schema: { type: 'string' } }] : [];
  if (!query) return inPath;
  const { properties = {} } = toJson(query, 'input') as { properties?: Record<string, Json> };
  const inQuery = Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name, in: 'query', required: false, ...(description !== undefined && { description }), schema,
  }));
  return [...inPath, ...inQuery];
}

function describe(operation: ApiOperation): Json {
  const errors = [...(operation.errors ?? []), ...EVERYWHERE, ...(operation.body ? [413, 415] : [])].sort((a, b) => a - b);
  return {
    operationId: operation.id,
    summary: operation.summary,
    parameters: parameters(operation),
    ...(operation.body && { requestBody: { required: true, ...body(toJson(operation.body, 'input')) } }),
    responses: {
      [operation.status]: { description: 'Done', ...(operation.answer && body(toJson(operation.answer, 'output'))) },
      ...Object.fromEntries(errors.map((status) => [status, { description: MEANINGS[status], ...body(toJson(errorSchema, 'output')) }])),
    },
  };
}

function build(): Json {
  const paths: Record<string, Json> = {};
  for (const operation of apiOperations) paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sayso',
      version: packageJson.version,
      description:
        'Priorities are none, low, medium or high; dates YYYY-MM-DD, times HH:MM, instants ISO 8601 with Z. Lists take limit ' +
        '(1 to 100, clamped) and cursor; nextCursor is null at the end.',
    },
    security: [{ session: [] }, { bearer: [] }],
    paths,
    components: {
      schemas: components(),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'sayso.session_token' },
        bearer: { type: 'http', scheme: 'bearer', description: 'A personal API key or a short-lived JWT' },
      },
    },
  };
}

let document: Json | undefined;

/** The OpenAPI 3.1 document of `/api/v1`, made of the schemas that validate; once per process. */
export const openApiDocument = (): Json => (document ??= build());
