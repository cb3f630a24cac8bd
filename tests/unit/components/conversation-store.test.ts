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
  const waiting: ((ids: string[], nextCursor: string | null) => void)[] = [];
  vi.stubGlobal('fetch', () =>
    new Promise<Response>((resolve) => {
      waiting.push((ids, nextCursor) => resolve(Response.json({ items: ids.map(item), nextCursor })));
    }));
  return {
    waiting,
    answer: (...ids: string[]) => waiting.shift()?.(ids, null),
    /** A page that another one follows. */
    answerPage: (...ids: string[]) => waiting.shift()?.(ids, 'more'),
  };
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

it('a change while a page is on its way does not end the loading for good', async () => {
  const server = slowServer();
  const store = new ConversationStore();
  const loading = store.load();
  server.answerPage('a', 'b');
  await loading;
  const more = store.load(true);
  const renaming = store.change('a', { title: 'Renamed' }, async () => undefined);
  server.answer('c');
  await more;
  await vi.waitFor(() => expect(server.waiting).toHaveLength(1));
  server.answerPage('a', 'b');
  await renaming;
  expect(store.state.get()).toMatchObject({ state: 'ready', cursor: 'more' });
  const again = store.load(true);
  server.answer('c');
  await again;
  expect(shown(store)).toEqual(['a', 'b', 'c']);

  store.showArchived(true);
  const pinning = store.change('c', { pinnedAt: AT }, async () => undefined);
  server.answer('of before');
  await vi.waitFor(() => expect(server.waiting).toHaveLength(1));
  server.answer('d');
  await pinning;
  expect(store.state.get()).toMatchObject({ state: 'ready', items: [item('d')] });
});

it('a change elsewhere while a page is on its way is met', async () => {
  const server = slowServer();
  const store = new ConversationStore();
  const loading = store.load();
  await store.refresh();
  server.answerPage('before');
  await vi.waitFor(() => expect(server.waiting).toHaveLength(1));
  server.answerPage('after');
  await loading;
  expect(shown(store)).toEqual(['after']);

  const refreshing = store.refresh();
  const more = store.load(true);
  server.answerPage('later');
  await refreshing;
  server.answer('last');
  await more;
  expect(shown(store)).toEqual(['later', 'last']);
});

it('what is drawn and not saved yet is not taken back by a list of before, but by a refusal', async () => {
  const server = slowServer();
  const store = new ConversationStore();
  const loading = store.load();
  server.answer('a', 'b');
  await loading;
  const early = store.refresh();
  let refuse = () => {};
  const deleting = store.change('a', null, () => new Promise((_, reject) => {
    refuse = () => reject(new Error('No.'));
  }));
  await store.refresh();
  server.answer('a', 'b');
  await early;
  expect(shown(store)).toEqual(['b']);
  refuse();
  await vi.waitFor(() => expect(server.waiting).toHaveLength(1));
  server.answer('a', 'b', 'c');
  await expect(deleting).rejects.toThrow('No.');
  expect(shown(store)).toEqual(['a', 'b', 'c']);
});

it('what a search has found is kept up with, as when a deletion is taken back', async () => {
  const server = slowServer();
  const store = new ConversationStore();
  const loading = store.load();
  server.answer('a', 'b');
  await loading;
  const finding = store.find('plumber');
  server.answer('a', 'b');
  await finding;
  const found = () => store.state.get().search?.items.map(({ id }) => id);
  const refreshed = async (action: Promise<unknown>, ...ids: string[]) => {
    await vi.waitFor(() => expect(server.waiting).toHaveLength(1));
    server.answer(...ids);
    await vi.waitFor(() => expect(server.waiting).toHaveLength(1));
    server.answer(...ids);
    await action;
  };
  await refreshed(store.change('a', null, async () => undefined), 'b');
  expect(found()).toEqual(['b']);
  await refreshed(store.refresh(), 'a', 'b');
  expect(found()).toEqual(['a', 'b']);
});

it('the conversation on screen is not asked for again when it was deleted elsewhere', async () => {
  const asked = vi.fn();
  vi.stubGlobal('fetch', async (url: string) => {
    if (!url.includes('/gone')) return Response.json({ items: [], nextCursor: null });
    asked();
    return Response.json({}, { status: 404 });
  });
  const store = new ConversationStore();
  await store.load();
  store.open(item('gone'));
  await store.refresh();
  await store.refresh();
  expect(asked).toHaveBeenCalledTimes(1);
});
