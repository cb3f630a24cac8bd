'use client';

import type { ConversationItem } from '@/lib/conversations/schemas';
import { getJson, RequestError } from './request';
import { type Filters, isFiltered } from './conversation-filters';
import { type ConversationState, merge, noConversations } from './conversation-state';
import { PAGE, readConversations } from './read-conversations';
import { createStore, type Store } from './store';

/** The list of conversations beside the chat. */
export class ConversationStore {
  readonly state: Store<ConversationState> = createStore(noConversations);
  /** Those that are chosen to be changed together; null while none are being chosen. */
  readonly selection: Store<ReadonlySet<string> | null> = createStore<ReadonlySet<string> | null>(null);
  /** Begun here, and not yet in any list of the server's: one that was asked for before must not take them away. */
  private begun: readonly ConversationItem[] = [];
  private words = '';
  private searching: AbortController | null = null;
  /** What was asked for before a change that was made here is out of date, and so is a refresh that another one overtook. */
  private generation = 0;
  private refreshes = 0;
  /** Changes that are drawn and not saved yet: the server's list does not have them. */
  private saving = 0;
  /** Something changed while the first page was on its way, which may not have it. */
  private outdated = false;

  /** Loads the first page, or the one after what is there. */
  async load(more = false): Promise<void> {
    const { cursor, state, archived } = this.state.get();
    if (state === 'loading' || (more && cursor === null)) return;
    const generation = more ? this.generation : ++this.generation;
    this.patch({ state: 'loading' });
    try {
      const page = await readConversations({ archived, cursor: more ? cursor : null });
      if (generation !== this.generation) return;
      this.state.set((current) => ({
        ...current,
        items: more ? merge(current.items, page.items) : this.withBegun(page.items),
        cursor: page.nextCursor,
        state: 'ready',
      }));
    } catch {
      if (generation === this.generation) this.patch({ state: 'failed' });
    }
    if (this.outdated) await this.refresh();
  }

  /** Reads the first page again, and of what is found its own; what was loaded beyond it stays. */
  async refresh(): Promise<void> {
    const { state, archived, cursor } = this.state.get();
    if (state === 'failed') return this.load();
    if (this.saving > 0 || state === 'unloaded') return;
    this.outdated = state === 'loading' && cursor === null;
    if (this.outdated) return;
    const { generation } = this;
    const refresh = ++this.refreshes;
    try {
      const page = await readConversations({ archived, cursor: null });
      if (generation !== this.generation || refresh !== this.refreshes) return;
      this.state.set((current) => {
        const fresh = new Set(page.items.map((item) => item.id));
        const oldest = page.items.at(-1)?.updatedAt ?? '';
        const beyond = page.nextCursor === null ? [] : current.items.filter((item) => !fresh.has(item.id) && item.updatedAt < oldest);
        const keeps = beyond.length > 0 || current.state === 'loading';
        return { ...current, items: [...this.withBegun(page.items), ...beyond], cursor: keeps ? current.cursor : page.nextCursor };
      });
    } catch {
      // What is shown stays; the next change asks again.
    }
    await Promise.all([this.findAgain(), this.readOpened()]);
  }

  /** Takes the conversation that is on screen from now on; null: none. */
  open(opened: ConversationItem | null) {
    this.patch({ opened });
  }

  private async readOpened() {
    const { opened, items } = this.state.get();
    if (!opened || items.some(({ id }) => id === opened.id)) return;
    try {
      const item = await getJson<ConversationItem>(`/api/v1/conversations/${opened.id}`);
      if (this.state.get().opened?.id === item.id) this.open(item);
    } catch (error) {
      // Deleted elsewhere: it is not asked for again. Brought back, it is in the list.
      if (error instanceof RequestError && error.status === 404 && this.state.get().opened === opened) this.open(null);
    }
  }

  /** Narrows what is searched for, or, without a text, the list. */
  narrow(filters: Partial<Filters>): Promise<void> {
    this.state.set((current) => ({ ...current, filters: { ...current.filters, ...filters } }));
    return this.find(this.words);
  }

  /** Searches titles and messages; without text and filters the search ends. A newer search overtakes an older one. */
  async find(q: string, more = false): Promise<void> {
    this.searching?.abort();
    const words = q.trim();
    this.words = words;
    const { search: before, filters } = this.state.get();
    if (words === '' && !isFiltered(filters)) return this.patch({ search: null });
    const same = more && before?.q === words ? before : null;
    const abort = new AbortController();
    this.searching = abort;
    this.patch({ search: { q: words, items: same?.items ?? before?.items ?? [], cursor: null, state: 'loading' } });
    try {
      const page = await readConversations({ q: words, filters, cursor: same?.cursor ?? null }, abort.signal);
      if (abort.signal.aborted) return;
      this.patch({ search: { q: words, items: same ? merge(same.items, page.items) : page.items, cursor: page.nextCursor, state: 'ready' } });
    } catch {
      if (!abort.signal.aborted) this.patch({ search: { q: words, items: same?.items ?? [], cursor: null, state: 'failed' } });
    }
  }

  /** What is found, read again without a sign of it. */
  private async findAgain() {
    const { search, filters } = this.state.get();
    if (search?.state !== 'ready') return;
    const page = await readConversations({ q: search.q, filters, cursor: null }).catch(() => null);
    const now = this.state.get();
    if (!page || this.saving > 0 || now.search !== search || now.filters !== filters) return;
    const beyond = search.items.slice(PAGE);
    this.patch({ search: { ...search, items: merge(page.items, beyond), cursor: beyond.length > 0 ? search.cursor : page.nextCursor } });
  }

  showArchived(archived: boolean) {
    this.generation++;
    this.selection.set(null);
    this.patch({ archived, items: [], cursor: null, state: 'unloaded' });
    void this.load();
  }

  /** Draws a change at once, lets `save` make it so, and puts the list back when that fails. */
  async change(id: string | ReadonlySet<string>, patch: Partial<ConversationItem> | null, save: () => Promise<unknown>): Promise<void> {
    const { items, search, opened, state, cursor } = this.state.get();
    const meant = (item: ConversationItem) => (typeof id === 'string' ? item.id === id : id.has(item.id));
    this.begun = this.begun.filter((item) => !meant(item));
    const apply = (list: readonly ConversationItem[]) =>
      patch === null ? list.filter((item) => !meant(item)) : list.map((item) => (meant(item) ? { ...item, ...patch } : item));
    this.generation++;
    this.saving++;
    const [open = opened] = opened ? apply([opened]) : [];
    // A page that is on its way is out of date when it comes: it is asked for again.
    const after = state === 'loading' ? (cursor ? 'ready' : 'unloaded') : state;
    this.patch({ items: apply(items), search: search && { ...search, items: apply(search.items) }, opened: open, state: after });
    try {
      await save();
    } catch (error) {
      this.patch({ items, search, opened });
      throw error;
    } finally {
      this.saving--;
      await (after === 'unloaded' ? this.load() : this.refresh());
    }
  }

  /** Puts a conversation that was just begun on top, before the server's list has it. */
  begin(item: ConversationItem) {
    this.begun = [item, ...this.begun];
    this.state.set((current) => ({ ...current, items: [item, ...current.items.filter(({ id }) => id !== item.id)] }));
  }

  private withBegun(items: readonly ConversationItem[]): readonly ConversationItem[] {
    this.begun = this.begun.filter(({ id }) => items.every((item) => item.id !== id));
    return this.state.get().archived ? items : [...this.begun, ...items];
  }

  setRunning(running: readonly string[]) {
    const before = this.state.get().running;
    if (before.length !== running.length || before.some((id, index) => id !== running[index])) this.patch({ running });
  }

  private patch(change: Partial<ConversationState>) {
    this.state.set((current) => ({ ...current, ...change }));
  }
}
