import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readTasks } from '@/app/(workspace)/actions/tasks';
import { TaskStore } from '@/components/data/task-store';
import type { Task } from '@/lib/tasks/schemas';

// Files of a worker share the modules that they have loaded; these are to be loaded with the stand-in below.
vi.hoisted(() => vi.resetModules());
vi.mock('@/app/(workspace)/actions/tasks', () => ({ readTasks: vi.fn() }));

const task: Task = {
  id: 't1', number: 1, title: 'Water the plants', description: null, status: 'pending', priority: 'none', dueDate: null, dueTime: null, dueAt: null,
  timeZone: null, recurrence: null, fromCompletion: false, durationMinutes: null, reminder: null, tags: [], parentId: null, seriesId: null,
  version: 1, createdAt: '2026-11-01T00:00:00Z', updatedAt: '2026-11-01T00:00:00Z', completedAt: null, deletedAt: null,
};
const completed: Task = { ...task, status: 'completed', version: 2 };
const reopened: Task = { ...task, version: 3 };

/** A server that answers when it is told to. */
function saving() {
  let end: (tasks: Task[]) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const saved = new Promise<Task[]>((resolve, reject) => {
    [end, fail] = [resolve, reject];
  });
  return { save: () => saved, end, fail };
}

beforeEach(() => void vi.mocked(readTasks).mockReset());
afterEach(() => vi.unstubAllGlobals());

it('a task that is ticked and unticked at once is never drawn as ticked again', async () => {
  const store = new TaskStore();
  store.put([task]);
  const drawn: (string | undefined)[] = [];
  store.state.subscribe(() => drawn.push(store.state.get().byId.get(task.id)?.status));
  const [first, second] = [saving(), saving()];
  const ticking = store.change(task, { status: 'completed' }, first.save);
  const unticking = store.change({ ...task, status: 'completed' }, { status: 'pending' }, second.save);
  first.end([completed]);
  await ticking;
  second.end([reopened]);
  await unticking;
  expect(drawn.filter((status, index) => status !== drawn[index - 1])).toEqual(['completed', 'pending']);
  expect(store.state.get().byId.get(task.id)?.version).toBe(3);
});

it('what is read from the server while a change is being saved does not take it back', async () => {
  const store = new TaskStore();
  store.put([task]);
  const { save, end } = saving();
  const ticking = store.change(task, { status: 'completed' }, save);
  store.put([{ ...task, updatedAt: '2030-01-01T00:00:00.000Z' }], true);
  expect(store.state.get().byId.get(task.id)?.status).toBe('completed');
  end([completed]);
  await ticking;
  expect(store.state.get().byId.get(task.id)).toEqual(completed);
});

it('a change that fails is taken back, and the next one counts again', async () => {
  vi.mocked(readTasks).mockResolvedValue({ ok: true, data: [task] });
  const store = new TaskStore();
  store.put([task]);
  const { save, fail } = saving();
  const ticking = store.change(task, { status: 'completed' }, save);
  fail(new Error('No.'));
  await expect(ticking).rejects.toThrow('No.');
  expect(store.state.get().byId.get(task.id)?.status).toBe('pending');
  store.put([completed]);
  expect(store.state.get().byId.get(task.id)?.status).toBe('completed');
});

it('tasks that cards need are read together, once, and one that is no more is known to be gone', async () => {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  vi.mocked(readTasks).mockImplementation(async ({ ids }) => {
    await answered;
    return { ok: true, data: ids.filter((id) => id !== 'erased').map((id) => ({ ...task, id })) };
  });
  const store = new TaskStore();
  store.put([task]);
  store.ensure(['t2', 't3', task.id]);
  store.ensure(['t3', 'erased']);
  await vi.waitFor(() => expect(readTasks).toHaveBeenCalled());
  store.ensure(['t2']);
  answer();
  await vi.waitFor(() => expect([...store.state.get().byId.keys()]).toEqual(['t1', 't2', 't3']));
  expect([...store.state.get().gone]).toEqual(['erased']);
  store.ensure(['erased', 't2']);
  expect(vi.mocked(readTasks).mock.calls).toEqual([[{ ids: ['t2', 't3', 'erased'] }]]);
});

it('the trash is read with each change only while it is looked at', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(new URL(url, 'http://here').searchParams.get('status') ?? '');
    return Response.json({ items: [], nextCursor: null });
  });
  const store = new TaskStore();
  await store.load('open');
  await store.load('trash');
  await store.refresh();
  expect(asked).toEqual(['pending', 'trash', 'pending', 'trash']);
  store.leaveTrash();
  await store.refresh();
  expect(asked.slice(4)).toEqual(['pending']);
});

/** A trash of so many tasks at a server, the newest deletion first, in pages of 100. */
function fullTrash(count: number) {
  const at = (n: number) => new Date(Date.UTC(2026, 10, 1) - n * 1_000).toISOString();
  const trash = Array.from({ length: count }, (_, n): Task => ({ ...task, id: `t${n}`, number: n + 1, deletedAt: at(n), updatedAt: at(n) }));
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    const cursor = new URL(url, 'http://here').searchParams.get('cursor') ?? '';
    asked.push(cursor);
    const start = cursor ? trash.findIndex(({ id }) => id === cursor) + 1 : 0;
    const items = trash.slice(start, start + 100);
    return Response.json({ items, nextCursor: trash.length > start + 100 ? items.at(-1)?.id : null });
  });
  vi.mocked(readTasks).mockImplementation(async ({ ids }) => ({ ok: true, data: trash.filter(({ id }) => ids.includes(id)) }));
  return { trash, asked };
}
const inTrash = (store: TaskStore) => [...store.state.get().byId.values()].filter(({ deletedAt }) => deletedAt !== null).length;

it('of a full trash only its beginning and what is seen are read with a change, and the rest when it comes near', async () => {
  const { trash, asked } = fullTrash(2_000);
  const store = new TaskStore();
  await store.load('trash');
  for (let page = 1; page < 20; page++) await store.load('trash', true);
  expect(asked).toHaveLength(20);
  expect(inTrash(store)).toBe(2_000);
  const leave = store.trashRows.show('t1500');
  store.trashRows.show('t1501');
  // Elsewhere three were erased, of which one is seen, and one was deleted.
  for (const id of ['t50', 't1500', 't1800']) trash.splice(trash.findIndex((each) => each.id === id), 1);
  trash.unshift({ ...task, id: 'new', deletedAt: '2026-11-20T00:00:00Z', updatedAt: '2026-11-20T00:00:00Z' });
  await store.refresh(['trash']);
  await vi.waitFor(() => expect(store.state.get().gone.has('t1500')).toBe(true));
  leave();
  expect(asked).toHaveLength(21);
  expect(vi.mocked(readTasks).mock.calls).toEqual([[{ ids: ['t1500', 't1501'] }]]);
  expect(store.state.get().byId.has('new')).toBe(true);
  expect(store.state.get().lists.trash).toEqual({ cursor: null, state: 'ready' });

  store.trashRows.show('t1800');
  await vi.waitFor(() => expect(store.state.get().gone.has('t1800')).toBe(true));
  store.trashRows.show('t1501');
  expect(readTasks).toHaveBeenCalledTimes(2);
});

it('a full trash that is emptied elsewhere is empty here, with few questions', async () => {
  const { trash, asked } = fullTrash(1_000);
  const store = new TaskStore();
  await store.load('trash');
  for (let page = 1; page < 10; page++) await store.load('trash', true);
  trash.length = 0;
  await store.refresh(['trash']);
  expect(inTrash(store)).toBe(0);
  expect(asked.length - 10 + vi.mocked(readTasks).mock.calls.length).toBe(3);
});

it('more deletions at once than a page has are all met', async () => {
  const { trash } = fullTrash(90);
  const store = new TaskStore();
  await store.load('trash');
  const at = '2026-11-20T00:00:00Z';
  trash.unshift(...Array.from({ length: 150 }, (_, n): Task => ({ ...task, id: `n${n}`, deletedAt: at, updatedAt: at })));
  await store.refresh(['trash']);
  while (store.state.get().lists.trash.cursor) await store.load('trash', true);
  expect(inTrash(store)).toBe(240);
});
