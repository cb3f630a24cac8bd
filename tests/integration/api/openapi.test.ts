import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { Caller } from './caller';
import { addAnswers } from '../insights/add-rows';
import { openApiDocument } from '@/lib/http/openapi';
import { apiOperations, type ApiOperation } from '@/lib/http/openapi-routes';
import { createUser, onEachDatabase } from '../../support/databases';

const ROOT = join(process.cwd(), 'app', 'api', 'v1');
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const moduleSchema = z.record(z.string(), z.unknown());
type Handler = Parameters<Caller['call']>[0];

/** Every route handler of `/api/v1`, from the files: `GET /api/v1/tasks/{id}`. */
async function routeHandlers(): Promise<Map<string, Handler>> {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)route\.ts$/.test(file));
  const found = new Map<string, Handler>();
  for (const file of files) {
    const path = `/api/v1/${file.replace(/\/?route\.ts$/, '').replace(/\[(\w+)\]/g, '{$1}')}`;
    const exports = moduleSchema.parse(await import(/* @vite-ignore */ join(ROOT, file)));
    for (const method of METHODS) {
      const handler = exports[method];
      if (typeof handler === 'function') found.set(`${method} ${path}`, handler as Handler);
    }
  }
  return found;
}

const nameOf = ({ method, path }: ApiOperation) => `${method.toUpperCase()} ${path}`;

it('describes every route file under /api/v1, and nothing else', async () => {
  const described = apiOperations.map(nameOf);
  expect(described.sort()).toEqual([...(await routeHandlers()).keys()].sort());
  expect(new Set(apiOperations.map(({ id }) => id)).size).toBe(apiOperations.length);
});

it('is OpenAPI 3.1 whose references all resolve', () => {
  const document = z
    .object({
      openapi: z.literal('3.1.0'),
      info: z.object({ title: z.string(), version: z.string() }).loose(),
      paths: z.record(z.string().startsWith('/api/v1/'), z.record(z.enum(['get', 'post', 'patch', 'delete']).or(z.string()), z.looseObject({ operationId: z.string(), responses: z.record(z.string(), z.unknown()) }))),
      components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({ type: z.string() })) }),
    })
    .loose()
    .parse(openApiDocument());
  const text = JSON.stringify(document);
  for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) expect(document.components.schemas).toHaveProperty(name ?? '');
  expect(text).not.toContain('#/$defs/');
  expect(text).toContain('Id or number');
  const create = document.paths['/api/v1/tasks']?.post;
  expect(create?.requestBody).toMatchObject({ required: true, content: { 'application/json': { schema: { required: ['title'], additionalProperties: false } } } });
});

onEachDatabase(() => {
  it('gives answers that fit what it describes, all of them', async () => {
    const userId = await createUser();
    const caller = await Caller.of(userId);
    const handlers = await routeHandlers();
    const unseen = new Set(apiOperations.map(({ id }) => id));

    async function ask(id: string, { params, body, query = '' }: { params?: Record<string, string>; body?: unknown; query?: string } = {}) {
      const operation = apiOperations.find((each) => each.id === id);
      const handler = operation && handlers.get(nameOf(operation));
      if (!operation || !handler) throw new Error(`There is no operation ${id}.`);
      const path = operation.path.replace('{id}', params?.id ?? '') + query;
      const answer = await caller.call(handler, path, { method: operation.method.toUpperCase(), body, params });
      expect([id, answer.status, answer.body]).toEqual([id, operation.status, answer.body]);
      if (operation.answer) documented(operation).parse(answer.body);
      else expect(answer.body).toBeNull();
      unseen.delete(id);
      return answer.body;
    }

    await ask('createTask', { body: { title: 'Pay rent', dueDate: '2030-01-01', recurrence: 'FREQ=MONTHLY;BYMONTHDAY=1', tags: ['home'], reminder: { minutesBefore: 15 }, durationMinutes: 10 } });
    await ask('createTask', { body: { title: 'Plain' } });
    const one = { params: { id: '1' } };
    await ask('listTasks', { query: '?limit=1' });
    await ask('getTask', one);
    await ask('updateTask', { ...one, body: { description: 'By transfer', reminder: { date: '2029-12-31', time: '09:00' } } });
    await ask('completeTask', one);
    await ask('reopenTask', one);
    await ask('deleteTask', one);
    await ask('restoreTask', one);
    await ask('listTags');
    await ask('listTemplates');
    const activity = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(await ask('listActivity'));
    await ask('undoCall', { params: { id: activity.items[0]?.id ?? '' } });
    await ask('getOpenApi');

    await addAnswers(userId, [{ at: '2026-11-20T10:00:00Z', skill: 'TaskSearchSkill' }]);
    const { items } = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(await ask('listConversations'));
    const conversation = { params: { id: items[0]?.id ?? '' } };
    await ask('getConversation', conversation);
    await ask('changeConversation', { ...conversation, body: { title: 'Renamed', pinned: true } });
    await ask('listMessages', conversation);
    const share = z.object({ id: z.string() }).parse(await ask('shareConversation', { ...conversation, body: { withTools: true } }));
    await ask('listShares', conversation);
    await ask('revokeShare', { params: { id: share.id } });
    await ask('exportConversation', conversation);
    await ask('importConversations', { body: await ask('exportConversations') });
    await ask('deleteConversation', conversation);
    await ask('restoreConversation', conversation);
    expect([...unseen]).toEqual([]);
  }, 120_000);
});

const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ responses: z.record(z.string(), z.object({ content: z.object({ 'application/json': z.object({ schema: z.record(z.string(), z.unknown()) }) }).optional() })) }))),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});

const { paths, components } = documentSchema.parse(openApiDocument());

/** A validator made of the document itself; fields that it does not describe are refused. */
function documented({ path, method, status }: ApiOperation): z.ZodType {
  const schema = paths[path]?.[method]?.responses[status]?.content?.['application/json'].schema;
  if (!schema) throw new Error(`${path} is not described.`);
  const whole = JSON.stringify({ ...schema, $defs: components.schemas }).replaceAll('#/components/schemas/', '#/$defs/');
  return z.fromJSONSchema(JSON.parse(whole));
}
