import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { GET as ACTIVITY } from '@/app/api/v1/activity/route';
import { POST as UNDO } from '@/app/api/v1/activity/[id]/undo/route';
import { POST as route } from '@/app/api/mcp/route';
import { TOOL_SKILLS } from '@/lib/assistant/tool-skills';
import { listApiKeys } from '@/lib/auth/list-api-keys';
import { revokeApiKey } from '@/lib/auth/revoke-api-key';
import { asUser } from '@/lib/db/as-user';
import { createUser, onEachDatabase } from '../../support/databases';
import { Caller, createKey } from '../api/caller';

const open: Client[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const client of open.splice(0)) await client.close();
});

async function connect(headers: Record<string, string>, modern = true): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' }, modern ? { versionNegotiation: { mode: 'auto' } } : {});
  await client.connect(
    new StreamableHTTPClientTransport(new URL('http://localhost:3000/api/mcp'), {
      fetch: (url, init) => route(new Request(url, init)),
      requestInit: { headers },
    }),
  );
  open.push(client);
  return client;
}

const connectAs = async (userId: string, scopes?: string[]) => connect({ authorization: `Bearer ${await createKey(userId, scopes)}` });

const outputSchema = z.looseObject({
  ok: z.boolean(), message: z.string(), code: z.string().optional(), id: z.string().optional(), approvalToken: z.string().optional(), retryAfter: z.number().optional(),
  tasks: z.array(z.looseObject({ number: z.number(), title: z.string(), status: z.string(), deletedAt: z.string().nullable() })).optional(),
});

async function call(client: Client, name: string, args: Record<string, unknown> = {}) {
  const result = await client.callTool({ name, arguments: args });
  const output = outputSchema.parse(result.structuredContent);
  expect(JSON.parse(result.content[0]?.type === 'text' ? result.content[0].text : '')).toEqual(result.structuredContent);
  return { ...output, isError: result.isError ?? false };
}

const titlesOf = (userId: string) =>
  asUser(userId, async (db) => (await db.task.findMany({ where: { userId, deletedAt: null }, orderBy: { number: 'asc' } })).map(({ title, status }) => `${title} ${status}`));

onEachDatabase(() => {
  it('offers every tool with its schemas and hints, in both generations of the protocol', async () => {
    const key = await createKey(await createUser());
    for (const client of [await connect({ 'x-api-key': key }), await connect({ authorization: `Bearer ${key}` }, false)]) {
      const { tools } = await client.listTools();
      expect(tools.map(({ name }) => name).sort()).toEqual(Object.keys(TOOL_SKILLS).sort());
      for (const tool of tools) {
        expect(tool.description?.length).toBeGreaterThan(20);
        expect(tool.inputSchema.type).toBe('object');
        expect(tool.outputSchema?.type).toBe('object');
        expect(tool.inputSchema.properties).not.toHaveProperty('userId');
      }
      const hints = Object.fromEntries(tools.map(({ name, annotations }) => [name, annotations]));
      expect(hints.list_tasks).toMatchObject({ readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false });
      expect(hints.create_tasks).toMatchObject({ readOnlyHint: false, destructiveHint: false, idempotentHint: false });
      expect(hints.complete_tasks).toMatchObject({ readOnlyHint: false, idempotentHint: true });
      expect(hints.purge_tasks).toMatchObject({ readOnlyHint: false, destructiveHint: true });
    }
  });

  it('changes tasks of its user alone, and an undo in the app takes it back', async () => {
    const [userId, stranger] = [await createUser(), await createUser()];
    const client = await connectAs(userId);
    const made = await call(client, 'create_tasks', { tasks: [{ title: 'Buy milk', priority: 'high', dueDate: '2030-11-30' }] });
    expect(made).toMatchObject({ ok: true, isError: false, tasks: [{ number: 1, title: 'Buy milk' }] });
    expect(made.message).toContain('Buy milk');
    expect(await call(client, 'complete_tasks', { tasks: ['milk'] })).toMatchObject({ ok: true, tasks: [{ status: 'completed' }] });
    expect(await call(client, 'get_task', { task: '1' })).toMatchObject({ ok: true, tasks: [{ title: 'Buy milk' }] });
    expect(await call(await connectAs(stranger), 'get_task', { task: made.tasks?.[0]?.title })).toMatchObject({ ok: false, code: 'not_found', isError: true });

    const app = await Caller.of(userId);
    const { body } = await app.call<{ items: { id: string; source: string }[] }>(ACTIVITY, '/api/v1/activity');
    expect(body.items.map(({ source }) => source)).toEqual(['mcp', 'mcp']);
    await app.call(UNDO, '/', { method: 'POST', params: { id: body.items[0]?.id ?? '' } });
    expect(await titlesOf(userId)).toEqual(['Buy milk pending']);
  });

  it('first shows what a call on several tasks would do, and does it on the second call, once', async () => {
    const userId = await createUser();
    const client = await connectAs(userId);
    await call(client, 'create_tasks', { tasks: [{ title: 'One' }, { title: 'Two' }, { title: 'Three' }] });
    const args = { tasks: ['1', '2'] };
    const first = await call(client, 'delete_tasks', args);
    expect(first).toMatchObject({ ok: false, code: 'approval_required', isError: false });
    expect(await titlesOf(userId)).toHaveLength(3);
    const token = first.approvalToken;

    expect(await call(client, 'complete_tasks', { ...args, approvalToken: token })).toMatchObject({ ok: false, code: 'not_found' });
    expect(await call(client, 'delete_tasks', { tasks: ['1', '3'], approvalToken: token })).toMatchObject({ ok: false, code: 'conflict' });
    expect(await call(await connectAs(await createUser()), 'delete_tasks', { ...args, approvalToken: token })).toMatchObject({ ok: false, code: 'not_found' });
    expect(await titlesOf(userId)).toHaveLength(3);

    expect(await call(client, 'delete_tasks', { ...args, approvalToken: token })).toMatchObject({ ok: true });
    expect(await titlesOf(userId)).toEqual(['Three pending']);
    expect(await call(client, 'delete_tasks', { ...args, approvalToken: token })).toMatchObject({ ok: false, code: 'conflict' });

    expect(await call(client, 'undo')).toMatchObject({ ok: true });
    expect(await titlesOf(userId)).toEqual(['One pending', 'Two pending', 'Three pending']);
  });

  it('lets a preview expire when a task has changed meanwhile, and asks before every purge', async () => {
    const userId = await createUser();
    const client = await connectAs(userId);
    await call(client, 'create_tasks', { tasks: [{ title: 'Old' }] });
    await call(client, 'delete_tasks', { tasks: ['1'] });
    const preview = await call(client, 'purge_tasks', { tasks: ['1'] });
    expect(preview.code).toBe('approval_required');
    await call(client, 'restore_tasks', { tasks: ['1'] });
    expect(await call(client, 'purge_tasks', { tasks: ['1'], approvalToken: preview.approvalToken })).toMatchObject({ ok: false });
    expect(await titlesOf(userId)).toEqual(['Old pending']);
  });

  it('keeps a key that may only read from changing anything', async () => {
    const userId = await createUser();
    const client = await connectAs(userId, ['read']);
    expect(await call(client, 'create_tasks', { tasks: [{ title: 'No' }] })).toMatchObject({ ok: false, code: 'insufficient_scope', isError: true });
    expect(await call(client, 'list_tasks')).toMatchObject({ ok: true });
    expect(await titlesOf(userId)).toEqual([]);
  });

  it('ends a connection with its key, at once', async () => {
    const userId = await createUser();
    const client = await connectAs(userId);
    await call(client, 'create_tasks', { tasks: [{ title: 'Kept' }] });
    const [key] = await listApiKeys(userId);
    await revokeApiKey(userId, key?.id ?? '');
    await expect(client.callTool({ name: 'delete_tasks', arguments: { tasks: ['1'] } })).rejects.toThrow();
    expect(await titlesOf(userId)).toEqual(['Kept pending']);
  });

  it('tells whoever calls too often how long to wait, and does nothing', async () => {
    const userId = await createUser();
    const client = await connectAs(userId);
    vi.stubEnv('RATE_LIMIT', String(1 / 120));
    await call(client, 'list_tasks');
    const late = await call(client, 'create_tasks', { tasks: [{ title: 'No' }] });
    expect(late).toMatchObject({ ok: false, isError: true, code: 'rate_limited', retryAfter: expect.any(Number) });
    expect(late.message).toBe(`Too many calls. Try again in ${late.retryAfter} s.`);
    expect(await titlesOf(userId)).toEqual([]);
  });

  it('answers statistics and advice as structured output', async () => {
    const client = await connectAs(await createUser());
    await call(client, 'create_tasks', { tasks: [{ title: 'Write report', priority: 'high' }, { title: 'Rest' }] });
    expect(await call(client, 'get_task_stats')).toMatchObject({ ok: true, data: { totals: { total: 2, pending: 2, completed: 0, completionRate: 0 } } });
    expect(await call(client, 'get_task_stats', { from: '2030-02-02', to: '2030-02-01' })).toMatchObject({ ok: false, code: 'invalid' });
    expect(await call(client, 'recommend_next', { limit: 1 })).toMatchObject({ ok: true, tasks: [{ title: 'Write report' }], data: { open: 2 } });
    expect(await call(client, 'plan_day')).toMatchObject({ ok: true });
    expect(await call(client, 'plan_day', { date: '2020-01-01' })).toMatchObject({ ok: false, code: 'invalid' });
    expect(await call(client, 'get_skill_usage', { days: 7 })).toMatchObject({ ok: true, data: { total: 0 } });
  });

  it('makes and uses templates', async () => {
    const userId = await createUser();
    const client = await connectAs(userId);
    await call(client, 'create_tasks', { tasks: [{ title: 'Pack for a trip', tags: ['travel'], subtasks: ['Passport', 'Charger'] }] });
    expect(await call(client, 'save_as_template', { task: '1', name: 'Trip' })).toMatchObject({ ok: true });
    expect(await call(client, 'save_as_template', { task: '1', name: 'TRIP' })).toMatchObject({ ok: false, code: 'conflict' });
    expect(await call(client, 'list_templates')).toMatchObject({ ok: true, total: 1 });
    expect(await call(client, 'create_from_template', { template: 'trip', title: 'Pack for Rome' })).toMatchObject({ ok: true });
    expect(await call(client, 'create_from_template', { template: 'party' })).toMatchObject({ ok: false, code: 'not_found' });
    expect(await call(client, 'rename_template', { template: 'trip', name: 'Journey' })).toMatchObject({ ok: true });
    const preview = await call(client, 'delete_template', { template: 'journey' });
    expect(preview).toMatchObject({ ok: false, code: 'approval_required', approvalToken: expect.any(String) });
    expect(await call(client, 'list_templates')).toMatchObject({ total: 1 });
    expect(await call(client, 'delete_template', { template: 'journey', approvalToken: preview.approvalToken })).toMatchObject({ ok: true });
    expect(await call(client, 'list_templates')).toMatchObject({ total: 0 });
    expect(await titlesOf(userId)).toEqual([
      'Pack for a trip pending', 'Passport pending', 'Charger pending', 'Pack for Rome pending', 'Passport pending', 'Charger pending',
    ]);
  });

  it('reports bad arguments and unknown tools without changing anything', async () => {
    const userId = await createUser();
    const client = await connectAs(userId);
    const bad = await client.callTool({ name: 'create_tasks', arguments: { tasks: [{ title: '' }] } });
    expect(bad.isError).toBe(true);
    await expect(client.callTool({ name: 'drop_tables', arguments: {} })).rejects.toThrow();
    expect(await titlesOf(userId)).toEqual([]);
    expect(await call(client, 'create_tasks', { tasks: [{ title: 'a\u0000b' }] })).toMatchObject({ ok: true, tasks: [{ title: 'ab' }] });
  });

  it('reads no body of more than 1 MB, said or not', async () => {
    const headers = { authorization: `Bearer ${await createKey(await createUser())}`, 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
    let read = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        read += 100_000;
        controller.enqueue(new Uint8Array(100_000).fill(32));
        if (read >= 20_000_000) controller.close();
      },
    });
    // Node wants to be told that an answer may come before the body has been sent; the types of browsers do not know of it.
    const init = { method: 'POST', headers, body, duplex: 'half' };
    const response = await route(new Request('http://localhost:3000/api/mcp', init));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: { code: 'body_too_large' } });
    expect(read).toBeLessThan(2_000_000);
  });

  it('turns strangers away and tells them how to sign in', async () => {
    const wrong: Record<string, string>[] = [{}, { 'x-api-key': 'sayso_wrong' }, { authorization: 'Bearer nonsense' }];
    for (const headers of wrong) {
      const response = await route(new Request('http://localhost:3000/api/mcp', {
        method: 'POST', headers: { ...headers, 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
      }));
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
  });
});
