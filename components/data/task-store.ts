'use client';

import { readTasks } from '@/app/(workspace)/actions/tasks';
import type { Task } from '@/lib/tasks/schemas';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import { act, getJson } from './request';
import { createStore, type Store } from './store';
import { isIn, type ListName, type ListState, noTasks, type TaskState, unloaded } from './task-state';
import { behindNewest, TrashRows } from './trash-rows';

// Nothing changes a task in the trash, so there the newest change is the newest deletion.
const QUERIES: Record<ListName, string> = {
  open: 'status=pending&sort=due', done: 'status=completed&sort=updated', trash: 'status=trash&sort=updated',
};
const LISTS = ['open', 'done', 'trash'] as const satisfies ListName[];
const PAGE = 100;
/** Tasks that are read together by their ids, at most. */
const TOGETHER = 500;

type Page = { items: Task[]; nextCursor: string | null };

/**
 * The tasks of this page, shared by the panel and the cards, so that a card always shows the task as it is now. The server
 * has the last word: a hand's change is drawn at once and put right by its answer.
 */
export class TaskStore {
  readonly state: Store<TaskState> = createStore(noTasks);
  /** Those rows of the trash that are in the page. */
  readonly trashRows = new TrashRows((ids) => this.read(ids));
  /** Tasks to be read together, and those that are being read. */
  private wanted = new Set<string>();
  private reading = new Set<string>();
  /** Tasks that a hand is changing, and how many of its changes are not saved yet. */
  private changing = new Map<string, number>();

  /** Loads a list's first page, or the page after what is there. */
  async load(name: ListName, more = false): Promise<void> {
    const { cursor, state } = this.state.get().lists[name];
    if (state === 'loading' || (more && cursor === null)) return;
    this.setList(name, { cursor, state: 'loading' });
    try {
      const page = await this.page(name, more ? cursor : null);
      this.put(page.items);
      this.setList(name, { cursor: page.nextCursor, state: 'ready' }, 'loading');
    } catch {
      this.setList(name, { cursor, state: 'failed' }, 'loading');
    }
  }

  /** Reads lists again that are on screen, after something changed elsewhere; of the trash its beginning, and what is seen of it. */
  async refresh(names: readonly ListName[] = LISTS): Promise<void> {
    const { lists, byId } = this.state.get();
    for (const name of names) {
      if (lists[name].state === 'failed') await this.load(name);
      if (lists[name].state !== 'ready') continue;
      try {
        if (name === 'trash') {
          await this.refreshTrash();
          continue;
        }
        const known = [...byId.values()].filter((task) => isIn(name, task));
        const seen = new Set<string>();
        let cursor: string | null = null;
        do {
          const page: Page = await this.page(name, cursor);
          for (const task of page.items) seen.add(task.id);
          this.put(page.items);
          cursor = page.nextCursor;
        } while (cursor && seen.size < known.length);
        this.setList(name, { cursor, state: 'ready' }, 'ready');
        this.ensure(known.filter((task) => !seen.has(task.id)).map((task) => task.id), true);
      } catch {
        // What is shown stays; the next change asks again.
      }
    }
  }

  /** New ones stand at the beginning; of what is behind it only those that are seen are read again. */
  private async refreshTrash() {
    const before = this.state.get();
    const page = await this.page('trash', null);
    const { behind, cursor } = behindNewest(before, page);
    this.put(page.items);
    this.setList('trash', { cursor, state: 'ready' }, 'ready');
    if (page.nextCursor) this.trashRows.doubt(behind);
    else await this.read(behind);
  }

  /** The trash is not looked at any more: nor is it read again with each change. */
  leaveTrash() {
    this.setList('trash', unloaded);
  }

  /** Takes tasks over; an older version never replaces a newer one, and none what a hand has drawn and not saved yet. */
  put(tasks: readonly Task[], force = false) {
    this.draw(tasks.filter(({ id }) => !this.changing.has(id)), force);
  }

  private draw(tasks: readonly Task[], force: boolean) {
    if (tasks.length === 0) return;
    this.state.set((current) => {
      const byId = new Map(current.byId);
      let changed = false;
      for (const task of tasks) {
        const known = byId.get(task.id);
        if (known && !force && (known.version > task.version || (known.version === task.version && known.updatedAt === task.updatedAt))) continue;
        byId.set(task.id, task);
        changed = true;
      }
      return changed ? { ...current, byId } : current;
    });
  }

  /** What a tool brought: tasks as they are after it. */
  take(output: ToolOutput) {
    if (!output.ok) return this.put(output.candidates ?? []);
    this.put([...(output.tasks ?? []), ...(output.unchanged ?? []), ...(output.next ?? [])]);
    const purged = (output.changes ?? []).filter((change) => change.operation === 'purge').map((change) => change.taskId);
    if (purged.length > 0) this.forget(purged);
    const known = new Set([...(output.tasks ?? []), ...(output.next ?? [])].map((task) => task.id));
    this.ensure((output.changes ?? []).flatMap((change) => (known.has(change.taskId) ? [] : [change.taskId])), true);
  }

  /** Makes sure that these tasks are here; with `again` they are read even when known. */
  ensure(ids: readonly string[], again = false) {
    const { byId, gone } = this.state.get();
    const missing = ids.filter((id) => !gone.has(id) && (again || (!byId.has(id) && !this.reading.has(id))));
    if (missing.length === 0) return;
    if (this.wanted.size === 0) queueMicrotask(() => void this.readWanted());
    for (const id of missing) this.wanted.add(id);
  }

  /**
   * Changes a task at once and lets `save` make it so; when that fails the task goes back and the error is thrown on.
   * @param save answers with the tasks as they are now.
   */
  async change(task: Task, patch: Partial<Task>, save: () => Promise<readonly Task[]>): Promise<void> {
    const { id } = task;
    this.changing.set(id, (this.changing.get(id) ?? 0) + 1);
    this.draw([{ ...task, ...patch }], true);
    const settle = () => {
      const others = (this.changing.get(id) ?? 1) - 1;
      if (others === 0) this.changing.delete(id);
      else this.changing.set(id, others);
    };
    try {
      const saved = await save();
      settle();
      this.put(saved, true);
    } catch (error) {
      settle();
      this.put([task], true);
      this.ensure([id], true);
      throw error;
    }
  }

  forget(ids: readonly string[]) {
    this.state.set((current) => {
      const byId = new Map(current.byId);
      for (const id of ids) byId.delete(id);
      return { ...current, byId, gone: new Set([...current.gone, ...ids]) };
    });
  }

  private async readWanted() {
    const ids = [...this.wanted];
    this.wanted.clear();
    for (const id of ids) this.reading.add(id);
    // What could not be read is asked for again by whoever needs it next.
    await this.read(ids).catch(() => undefined);
    for (const id of ids) this.reading.delete(id);
  }

  /** Reads tasks again, wherever they are now. */
  private async read(ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += TOGETHER) {
      const part = ids.slice(start, start + TOGETHER);
      const tasks = await act(readTasks({ ids: part }));
      const here = new Set(tasks.map(({ id }) => id));
      this.put(tasks, true);
      this.forget(part.filter((id) => !here.has(id)));
    }
  }

  private page(name: ListName, cursor: string | null): Promise<Page> {
    const after = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    return getJson<Page>(`/api/v1/tasks?${QUERIES[name]}&limit=${PAGE}${after}`);
  }

  /** @param from only where the list is in this state still: it may have been left meanwhile. */
  private setList(name: ListName, list: ListState, from?: ListState['state']) {
    this.state.set((current) =>
      from && current.lists[name].state !== from ? current : { ...current, lists: { ...current.lists, [name]: list } });
  }
}
