import { afterEach, expect, it, vi } from 'vitest';
import { TaskStore } from '@/components/data/task-store';
import type { Task } from '@/lib/tasks/schemas';

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
  vi.stubGlobal('fetch', async () => Response.json(task));
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
