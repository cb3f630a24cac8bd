import { expect, it } from 'vitest';
import { Caller, type Answer, type ErrorAnswer } from './caller';
import { DELETE, GET as GET_ONE, PATCH } from '@/app/api/v1/tasks/[id]/route';
import { POST as COMPLETE } from '@/app/api/v1/tasks/[id]/complete/route';
import { POST as REOPEN } from '@/app/api/v1/tasks/[id]/reopen/route';
import { POST as RESTORE } from '@/app/api/v1/tasks/[id]/restore/route';
import { GET, POST } from '@/app/api/v1/tasks/route';
import { GET as ACTIVITY } from '@/app/api/v1/activity/route';
import { POST as UNDO } from '@/app/api/v1/activity/[id]/undo/route';
import type { Task } from '@/lib/tasks/schemas';
import { createUser, onEachDatabase } from '../../support/databases';

type List = { items: Task[]; nextCursor: string | null };

const add = (caller: Caller, body: Record<string, unknown>) => caller.call<Task>(POST, '/api/v1/tasks', { body });
const list = (caller: Caller, query = '') => caller.call<List>(GET, `/api/v1/tasks${query}`);
const titles = ({ body }: Answer<List>) => body.items.map(({ title }) => title);
const at = (ref: string | number) => ({ params: { id: String(ref) } });

onEachDatabase(() => {
  it('makes, shows, changes, completes, reopens, deletes and restores a task by number and by id', async () => {
    const caller = await Caller.of(await createUser());
    const made = await add(caller, { title: 'Buy milk', dueDate: '2030-11-30', dueTime: '17:00', priority: 'high', tags: ['home'], timeZone: 'Europe/Berlin' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      number: 1, title: 'Buy milk', status: 'pending', priority: 'high', dueDate: '2030-11-30', dueTime: '17:00',
      dueAt: '2030-11-30T16:00:00.000Z', timeZone: 'Europe/Berlin', tags: ['home'], completedAt: null, deletedAt: null,
    });
    const { id } = made.body;
    expect((await caller.call(GET_ONE, '/api/v1/tasks/1', at(1))).body).toEqual(made.body);
    expect((await caller.call(GET_ONE, '/', at(id))).body).toEqual(made.body);

    const changed = await caller.call<Task>(PATCH, '/', { ...at(1), method: 'PATCH', body: { title: 'Buy oat milk', priority: 'low', dueTime: null } });
    expect(changed.body).toMatchObject({ id, title: 'Buy oat milk', priority: 'low', dueDate: '2030-11-30', dueTime: null, tags: ['home'] });

    const done = await caller.call<Task>(COMPLETE, '/', { ...at(id), method: 'POST' });
    expect(done.body).toMatchObject({ id, status: 'completed' });
    expect(done.body.completedAt).toMatch(/Z$/);
    expect((await caller.call<Task>(COMPLETE, '/', { ...at(id), method: 'POST' })).status).toBe(200);
    expect((await caller.call<Task>(REOPEN, '/', { ...at(1), method: 'POST' })).body).toMatchObject({ status: 'pending', completedAt: null });

    const deleted = await caller.call<Task>(DELETE, '/', { ...at(1), method: 'DELETE' });
    expect(deleted.status).toBe(200);
    expect(deleted.body.deletedAt).not.toBeNull();
    expect((await list(caller)).body.items).toEqual([]);
    expect(titles(await list(caller, '?status=trash'))).toEqual(['Buy oat milk']);
    expect((await caller.call<Task>(GET_ONE, '/', at(1))).body.deletedAt).not.toBeNull();
    expect((await caller.call<Task>(RESTORE, '/', { ...at(1), method: 'POST' })).body.deletedAt).toBeNull();
  });

  it('writes each change into the ledger, where it can be undone', async () => {
    const caller = await Caller.of(await createUser());
    await add(caller, { title: 'Water plants' });
    await caller.call(PATCH, '/', { ...at(1), method: 'PATCH', body: { title: 'Water all plants' } });
    type Activity = { items: { id: string; tool: string; source: string; undoneAt: string | null }[] };
    const activity = await caller.call<Activity>(ACTIVITY, '/api/v1/activity');
    expect(activity.body.items.map(({ tool, source }) => [tool, source])).toEqual([['update_tasks', 'page'], ['create_tasks', 'page']]);
    const id = activity.body.items[0]?.id ?? '';
    const undone = await caller.call(UNDO, '/', { params: { id }, method: 'POST' });
    expect(undone.status).toBe(200);
    expect(undone.body).toMatchObject({ ok: true, changes: [{ number: 1 }] });
    expect((await caller.call<Task>(GET_ONE, '/', at(1))).body.title).toBe('Water plants');
    expect((await caller.call(UNDO, '/', { params: { id }, method: 'POST' })).status).toBe(409);
    expect((await caller.call(UNDO, '/', { params: { id: '0196fd5e-0000-7000-8000-000000000000' }, method: 'POST' })).status).toBe(404);
    expect((await caller.call(UNDO, '/', { params: { id: 'nonsense' }, method: 'POST' })).status).toBe(404);
  });

  it('filters by status, words, tags, priority and due day', async () => {
    const caller = await Caller.of(await createUser());
    await add(caller, { title: 'A', tags: ['home', 'garden'], priority: 'high', dueDate: '2030-01-10' });
    await add(caller, { title: 'B', tags: ['Home'], priority: 'low', dueDate: '2030-01-11', description: 'about tulips' });
    await add(caller, { title: 'C', dueDate: '2030-01-12', dueTime: '09:00' });
    await add(caller, { title: 'D' });
    await caller.call(COMPLETE, '/', { ...at(4), method: 'POST' });
    const found = async (query: string) => titles(await list(caller, `?sort=number&${query}`));
    expect(await found('')).toEqual(['A', 'B', 'C', 'D']);
    expect(await found('status=pending')).toEqual(['A', 'B', 'C']);
    expect(await found('status=completed')).toEqual(['D']);
    expect(await found('status=all')).toEqual(['A', 'B', 'C', 'D']);
    expect(await found('q=TULIP')).toEqual(['B']);
    expect(await found('tag=HOME')).toEqual(['A', 'B']);
    expect(await found('tag=home&tag=garden')).toEqual(['A']);
    expect(await found('priority=high&priority=low')).toEqual(['A', 'B']);
    expect(await found('dueBefore=2030-01-12')).toEqual(['A', 'B']);
    expect(await found('dueAfter=2030-01-10')).toEqual(['B', 'C']);
    expect(await found('dueAfter=2030-01-10&dueBefore=2030-01-12')).toEqual(['B']);
    expect(titles(await list(caller, '?sort=-number'))).toEqual(['D', 'C', 'B', 'A']);
  });

  it('pages to the end without repeating or leaving out, and clamps the limit', async () => {
    const caller = await Caller.of(await createUser());
    for (let number = 1; number <= 25; number += 1) await add(caller, { title: `T${number}`, priority: number % 2 ? 'high' : 'none' });
    for (const sort of ['', '&sort=priority', '&sort=-created', '&sort=title', '&sort=urgency']) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Answer<List> = await list(caller, `?limit=7${sort}${cursor ? `&cursor=${cursor}` : ''}`);
        seen.push(...titles(page));
        cursor = page.body.nextCursor;
      } while (cursor);
      expect(new Set(seen).size).toBe(25);
      expect(seen).toHaveLength(25);
    }
    expect((await list(caller)).body.items).toHaveLength(20);
    expect((await list(caller, '?limit=0')).body.items).toHaveLength(1);
    expect((await list(caller, '?limit=-5')).body.items).toHaveLength(1);
    expect((await list(caller, '?limit=1000')).body.items).toHaveLength(25);
  });

  it.each([
    ['?limit=many', 'limit'], ['?limit=1.5', 'limit'], ['?status=done', 'status'], ['?priority=urgent', 'priority'], ['?dueBefore=tomorrow', 'dueBefore'],
    ['?dueAfter=2030-02-30', 'dueAfter'], ['?sort=colour', 'sort'], ['?nonsense=1', ''], [`?q=${'x'.repeat(201)}`, 'q'], ['?status=all&status=trash', 'status'],
    ['?q=%00', 'q'], ['?tag=', 'tag'], ['?tag=%00', 'tag'],
  ])('refuses the query %s and names the field', async (query, field) => {
    const caller = await Caller.of(await createUser());
    const { status, body } = await caller.call<ErrorAnswer>(GET, `/api/v1/tasks${query}`);
    expect([status, body.error.code]).toEqual([400, 'invalid_input']);
    expect(body.error.details?.[0]?.path).toBe(field);
  });

  const forged = [
    '{"sort":"created","order":"asc","now":"2030-01-01T00:00:00Z","after":["a","b"]}',
    '{"sort":"title","order":"asc","now":"2030-01-01T00:00:00Z","after":["\\u0000","1"]}',
    '{"sort":"urgency","order":"asc","now":"9999-12-31T23:59:59Z","after":["1","2","3","4"]}',
  ];
  it.each(['x', 'e30', ...forged.map((text) => Buffer.from(text).toString('base64url')), ''])(
    'refuses the cursor %j', async (cursor) => {
      const caller = await Caller.of(await createUser());
      const { status } = await caller.call<ErrorAnswer>(GET, `/api/v1/tasks?cursor=${cursor}`);
      expect(status).toBe(400);
    },
  );

  it.each([
    [{}, 'title'], [{ title: '' }, 'title'], [{ title: 'x'.repeat(201) }, 'title'], [{ title: 7 }, 'title'], [{ title: 'a', priority: 'urgent' }, 'priority'],
    [{ title: 'a', dueDate: '2030-02-30' }, 'dueDate'], [{ title: 'a', dueDate: '2030-02-20', dueTime: '25:00' }, 'dueTime'],
    [{ title: 'a', tags: Array.from({ length: 11 }, (_, index) => `t${index}`) }, 'tags'], [{ title: 'a', description: 'x'.repeat(1001) }, 'description'],
    [{ title: 'a', timeZone: 'Mars/Olympus' }, 'timeZone'], [{ title: 'a', userId: 'somebody' }, ''], [[], ''], ['text', ''],
  ])('refuses the body %j and names the field', async (body, field) => {
    const caller = await Caller.of(await createUser());
    const answer = await caller.call<ErrorAnswer>(POST, '/api/v1/tasks', { body });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'invalid_input']);
    expect(answer.body.error.details?.[0]?.path).toBe(field);
    expect((await list(caller)).body.items).toEqual([]);
  });

  it('refuses rules that no calendar has, and what is not JSON', async () => {
    const caller = await Caller.of(await createUser());
    const rule = await caller.call<ErrorAnswer>(POST, '/', { body: { title: 'a', dueDate: '2030-01-01', recurrence: 'FREQ=SOMETIMES' } });
    expect([rule.status, rule.body.error.code]).toEqual([400, 'invalid_input']);
    expect((await caller.call(POST, '/', { raw: '{"title":' })).status).toBe(400);
    expect((await caller.call(POST, '/', { raw: 'title=a', headers: { 'content-type': 'text/plain' } })).status).toBe(415);
    expect((await caller.call(POST, '/', { raw: JSON.stringify({ title: 'x'.repeat(5_000_000) }) })).status).toBe(413);
  });

  it('answers 404 for what does not exist or belongs to somebody else, and 401 and 403 before it', async () => {
    const [mine, theirs] = [await createUser(), await createUser()];
    const [caller, other] = [await Caller.of(mine), await Caller.of(theirs)];
    const { body: task } = await add(other, { title: 'Theirs' });
    for (const ref of [task.id, '1', '0', '-1', '99999999999999', 'Theirs', '%00', '1.5', '0196fd5e-0000-7000-8000-000000000000']) {
      for (const [handler, method] of [[GET_ONE, 'GET'], [DELETE, 'DELETE'], [COMPLETE, 'POST'], [REOPEN, 'POST'], [RESTORE, 'POST']] as const) {
        const { status, body } = await caller.call<ErrorAnswer>(handler, '/', { ...at(ref), method });
        expect([ref, method, status, body.error.code]).toEqual([ref, method, 404, 'not_found']);
      }
      expect((await caller.call(PATCH, '/', { ...at(ref), method: 'PATCH', body: { title: 'Mine now' } })).status).toBe(404);
    }
    expect((await other.call<Task>(GET_ONE, '/', at(1))).body.title).toBe('Theirs');
    expect((await Caller.stranger.call(GET, '/api/v1/tasks')).status).toBe(401);
    const reader = await Caller.of(mine, ['read']);
    expect((await reader.call(GET, '/api/v1/tasks')).status).toBe(200);
    expect((await add(reader, { title: 'No' })).status).toBe(403);
  });
});
