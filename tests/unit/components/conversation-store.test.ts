import { afterEach, expect, it, vi } from 'vitest';
import { itemOf } from '@/components/data/conversation-state';
import { ConversationStore } from '@/components/data/conversation-store';
import type { ConversationItem } from '@/lib/conversations/schemas';

const AT = '2026-11-27T10:00:00.000Z';
const item = (id: string): ConversationItem => ({
  id,
  title: id,
  createdAt: AT,
  updatedAt: AT,
  messageCount: 1,
  tasksCreated: 0,
  tasksCompleted: 0,
  pinnedAt: null,
  archivedAt: null,
  deletedAt: null,
  unread: false,
});

/** A server that answers each request when it is told to, as a slow one does. */
function slowServer() {
  const waiting: ((ids: string[]) => void)[] = [];
  vi.stubGlobal('fetch', () =>
    new Promise<Response>((resolve) => {
      waiting.push((ids) => resolve(Response.json({ items: ids.map(item), nextCursor: null })));
    }));
  return { answer: (...ids: string[]) => waiting.shift()?.(ids) };
}

afterEach(() => vi.unstubAllGlobals());

const shown = (store: ConversationStore) => store.state.get().items.map(({ id }) => id);

it('keeps a conversation begun while an older list was on its way', async () => {
  const server = slowServer();
  const store = new ConversationStore();
  const loading = store.load();
  store.begin(item('new'));
  server.answer('old');
  await loading;
  expect(shown(store)).toEqual(['new', 'old']);

  const refreshing = store.refresh();
  server.answer('new', 'old');
  await refreshing;
  expect(shown(store)).toEqual(['new', 'old']);
});

it('forgets it once it was listed, or deleted here', async () => {
  const server = slowServer();
  const store = new ConversationStore();
  const loading = store.load();
  store.begin(item('a'));
  store.begin(item('b'));
  server.answer('b', 'a');
  await loading;
  const refreshing = store.refresh();
  server.answer('b');
  await refreshing;
  expect(shown(store)).toEqual(['b']);

  store.begin(item('c'));
  const deleting = store.change('c', null, async () => undefined);
  await Promise.resolve();
  server.answer('b');
  await deleting;
  expect(shown(store)).toEqual(['b']);
});

it('the conversation on screen is kept up with where the list does not have it', async () => {
  vi.stubGlobal('fetch', async (url: string) => Response.json(url.includes('/old') ? { ...item('old'), title: 'As the server has it' } : { items: [], nextCursor: null }));
  const store = new ConversationStore();
  await store.load();
  store.open({ ...item('old'), archivedAt: AT });
  const renaming = store.change('old', { title: 'Renamed' }, async () => undefined);
  expect(itemOf(store.state.get(), 'old')?.title).toBe('Renamed');
  await renaming;
  expect(itemOf(store.state.get(), 'old')).toMatchObject({ title: 'As the server has it', archivedAt: null });
  await expect(store.change('old', { title: 'Refused' }, () => Promise.reject(new Error('No.')))).rejects.toThrow();
  expect(itemOf(store.state.get(), 'old')?.title).toBe('As the server has it');
});
