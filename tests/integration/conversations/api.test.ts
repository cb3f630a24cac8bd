import { v7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { GET as changes } from '@/app/api/changes/route';
import { GET as activity } from '@/app/api/v1/activity/route';
import { DELETE as remove, GET as read, PATCH as change } from '@/app/api/v1/conversations/[id]/route';
import { GET as messages } from '@/app/api/v1/conversations/[id]/messages/route';
import { POST as restore } from '@/app/api/v1/conversations/[id]/restore/route';
import { GET as list } from '@/app/api/v1/conversations/route';
import { openConversation } from '@/lib/conversations/open-conversation';
import { currentUser } from '@/lib/auth/current-user';
import { countStatements, onEachDatabase } from '../../support/databases';
import { outcome, Visitor } from '../auth/visitor';
import { addMessages, writeChange, writeConversation, writeToolCall, writeTurn } from './fixtures';

type Handler = (request: Request, context?: { params: Promise<Record<string, string>> }) => Promise<Response>;

onEachDatabase((kind) => {
  const owner = new Visitor();
  const stranger = new Visitor();
  let user: string;
  beforeAll(async () => {
    user = await owner.signUp(`owner@${kind}.example`);
    await stranger.continueAsGuest();
  });

  const call = (visitor: Visitor, handler: Handler, id: string | null, sent?: Parameters<Visitor['request']>[1] & { query?: string }) => {
    const request = visitor.request(`/api/v1/x${sent?.query ?? ''}`, sent);
    const params: Record<string, string> = id === null ? {} : { id };
    return handler(request, { params: Promise.resolve(params) });
  };

  const routes: [string, Handler, Parameters<Visitor['request']>[1]][] = [
    ['GET', read, {}],
    ['PATCH', change, { method: 'PATCH', body: { title: 'Mine' } }],
    ['DELETE', remove, { method: 'DELETE' }],
    ['POST restore', restore, { method: 'POST' }],
    ['GET messages', messages, {}],
  ];

  it.each(routes)('%s refuses strangers, other users, unknown and malformed ids', async (_, handler, sent) => {
    const { id } = await writeConversation(user, [{}]);
    expect(await outcome(await call(new Visitor(), handler, id, sent))).toEqual([401, 'unauthorized']);
    expect(await outcome(await call(stranger, handler, id, sent))).toEqual([404, 'not_found']);
    expect(await outcome(await call(owner, handler, v7(), sent))).toEqual([404, 'not_found']);
    expect(await outcome(await call(owner, handler, '1 OR 1=1', sent))).toEqual([400, 'invalid_id']);
    if (sent?.method) expect(await outcome(await call(owner, handler, id, { ...sent, origin: 'https://evil.example' }))).toEqual([403, 'bad_origin']);
  });

  it('answers the list, the conversation and its messages in the shapes of the contract', async () => {
    const { id, messageIds } = await writeConversation(user, [{ content: 'add unicorn milk' }], { title: 'Milk' });
    const [question = ''] = messageIds;
    const answer = v7();
    const turn = await writeTurn(user, { conversationId: id, userMessageId: question, answerId: answer });
    const toolCall = await writeToolCall(user, { turnId: turn, actionTaken: 'Created "Buy milk" (1).', durationMs: 3 });
    await addMessages(user, id, [{ id: answer, role: 'assistant', content: 'Done.', skillUsed: 'TaskManagementSkill', parts: [{ type: 'tool', id: toolCall }, { type: 'text', text: 'Done.' }] }], question);
    const item = {
      id, title: 'Milk', createdAt: expect.stringMatching(/Z$/), updatedAt: expect.stringMatching(/Z$/), messageCount: 2,
      tasksCreated: 0, tasksCompleted: 0, pinnedAt: null, archivedAt: null,
    };
    const found = await (await call(owner, list, null, { query: '?q=unicorn&limit=1000' })).json();
    expect(found).toEqual({ items: [expect.objectContaining({ ...item, hit: { messageId: question, snippet: 'add **unicorn** milk' } })], nextCursor: null });
    expect(await (await call(owner, read, id)).json()).toMatchObject({ ...item, turn: { id: turn, status: 'completed', error: null } });
    expect(await (await call(owner, messages, id)).json()).toEqual({
      nextCursor: null,
      items: [
        { id: question, parentId: null, position: 0, role: 'user', content: 'add unicorn milk', parts: [{ type: 'text', text: 'add unicorn milk' }], skillUsed: null,
          toolCalls: [], turnStatus: 'completed', createdAt: expect.stringMatching(/Z$/) },
        { id: answer, parentId: question, position: 1, role: 'assistant', content: 'Done.',
          parts: [expect.objectContaining({ type: 'tool-create_tasks', state: 'output-available' }), { type: 'text', text: 'Done.' }],
          skillUsed: 'TaskManagementSkill', turnStatus: 'completed', createdAt: expect.stringMatching(/Z$/),
          toolCalls: [{ id: toolCall, tool: 'create_tasks', skill: 'TaskManagementSkill', state: 'ok', arguments: { tasks: [{ title: 'Buy milk' }] },
            result: { ok: true, message: 'Created "Buy milk" (1).' }, actionTaken: 'Created "Buy milk" (1).', durationMs: 3, undoneAt: null }] },
      ],
    });
  });

  it('changes, deletes and restores', async () => {
    const { id, messageIds } = await writeConversation(user, [{}, {}]);
    const changed = await call(owner, change, id, { method: 'PATCH', body: { title: ' New ', pinned: true, archived: true, leafId: messageIds[0] } });
    expect([changed.status, await changed.json()]).toMatchObject([200, { id, title: 'New', pinnedAt: expect.any(String), archivedAt: expect.any(String), leafId: messageIds[1] }]);
    const archived = await (await call(owner, list, null, { query: '?archived=true' })).json();
    expect(archived).toMatchObject({ items: [{ id }] });
    expect((await call(owner, remove, id, { method: 'DELETE' })).status).toBe(200);
    expect(await outcome(await call(owner, read, id))).toEqual([404, 'not_found']);
    expect((await call(owner, restore, id, { method: 'POST' })).status).toBe(200);
    expect((await call(owner, read, id)).status).toBe(200);
  });

  it.each([
    [{}], [{ title: '' }], [{ title: 'x'.repeat(201) }], [{ title: 7 }], [{ pinned: 'yes' }], [{ leafId: 'x' }], [{ userId: 'somebody' }], [[]], ['x'], [null],
    [{ title: 'ok', messageCount: 9 }],
  ])('refuses to PATCH %j', async (body) => {
    const { id } = await writeConversation(user, [{}], { title: 'Before' });
    expect(await outcome(await call(owner, change, id, { method: 'PATCH', body }))).toEqual([400, 'invalid_input']);
    expect(await (await call(owner, read, id)).json()).toMatchObject({ title: 'Before' });
  });

  it('refuses bad cursors and queries', async () => {
    const { id } = await writeConversation(user, [{}]);
    expect(await outcome(await call(owner, list, null, { query: '?cursor=x' }))).toEqual([400, 'invalid_cursor']);
    expect(await outcome(await call(owner, messages, id, { query: '?before=x' }))).toEqual([400, 'invalid_cursor']);
    expect(await outcome(await call(owner, activity, null, { query: '?cursor=x' }))).toEqual([400, 'invalid_cursor']);
    for (const query of ['?archived=maybe', '?from=0000-06-01T00:00:00Z', '?to=yesterday'])
      expect(await outcome(await call(owner, list, null, { query }))).toEqual([400, 'invalid_input']);
    const on = (day: string, ...first: string[]) => Buffer.from(JSON.stringify([...first, `${day}T00:00:00.000000Z`, id])).toString('base64url');
    expect(await outcome(await call(owner, list, null, { query: `?cursor=${on('2026-02-31', 'u')}` }))).toEqual([400, 'invalid_cursor']);
    expect(await outcome(await call(owner, activity, null, { query: `?cursor=${on('2026-02-31')}` }))).toEqual([400, 'invalid_cursor']);
    expect((await call(owner, list, null, { query: '?from=2020-01-01T00:00:00%2B23:59&to=2020-01-01T00:00:00-05:00' })).status).toBe(200);
    for (const [handler, of] of [[list, null], [messages, id], [activity, null]] as const)
      expect(await outcome(await call(owner, handler, of, { query: '?limit=abc' }))).toEqual([400, 'invalid_input']);
  });

  it('clamps the limit of every list to 1–100, 20 when there is none', async () => {
    const { id } = await writeConversation(user, Array.from({ length: 103 }, () => ({})));
    for (let index = 0; index < 103; index++) await writeChange(user, await writeToolCall(user, { turnId: null, source: 'page' }));
    for (let index = 0; index < 103; index++) await writeConversation(user, []);
    const sizes = async (handler: Handler, of: string | null) => {
      const read = async (query: string) => ((await (await call(owner, handler, of, { query })).json()) as { items: unknown[] }).items.length;
      return [await read('?limit=0'), await read('?limit=-7'), await read('?limit=3'), await read('?limit=100000'), await read('')];
    };
    for (const [handler, of] of [[list, null], [messages, id], [activity, null]] as const) expect(await sizes(handler, of)).toEqual([1, 1, 3, 100, 20]);
  });

  it('opens a conversation with four statements, the session look-up included', async () => {
    const { id, messageIds } = await writeConversation(user, [{}]);
    const turn = await writeTurn(user, { conversationId: id, userMessageId: messageIds[0] ?? '' });
    const toolCall = await writeToolCall(user, { turnId: turn });
    await addMessages(user, id, [{ role: 'assistant', parts: [{ type: 'tool', id: toolCall }] }], messageIds[0] ?? '');
    const { count, result } = await countStatements(async () => {
      const who = await currentUser(owner.headers);
      return who && openConversation(who.id, id);
    });
    expect(result?.messages).toHaveLength(2);
    expect(count).toBe(4);
  });

  it('answers the question for changes with one statement beside the session look-up', async () => {
    const { count, result } = await countStatements(() => call(owner, changes, null));
    expect(count).toBe(2);
    const { token } = (await result.json()) as { token: string };
    expect(await (await call(owner, changes, null, { query: `?since=${token}` })).json()).toEqual({ token, changed: false, running: [] });
    expect((await call(new Visitor(), changes, null)).status).toBe(401);
  });
});
