'use client';

import type { Task } from '@/lib/tasks/schemas';
import { isIn, type TaskState } from './task-state';

/**
 * Which rows of the trash are in the page. After a change elsewhere only those are read again; one that is far away is read when it
 * comes near.
 */
export class TrashRows {
  private shown = new Set<string>();
  private stale = new Set<string>();
  private due = new Set<string>();

  /** @param readAgain reads tasks, wherever they are now. */
  constructor(private readonly readAgain: (ids: readonly string[]) => Promise<void>) {}

  /** A row has come into the page. @returns a function for when it leaves. */
  show(id: string): () => void {
    this.shown.add(id);
    if (this.stale.has(id)) this.ask(id);
    return () => this.shown.delete(id);
  }

  /** These may be in the trash no longer, or not as they were. */
  doubt(ids: readonly string[]) {
    for (const id of ids) {
      this.stale.add(id);
      if (this.shown.has(id)) this.ask(id);
    }
  }

  private async read(ids: readonly string[]): Promise<void> {
    await this.readAgain(ids);
    for (const id of ids) this.stale.delete(id);
  }

  private ask(id: string) {
    if (this.due.size === 0)
      queueMicrotask(() => {
        const ids = [...this.due];
        this.due.clear();
        // What could not be read is doubted on.
        void this.read(ids).catch(() => undefined);
      });
    this.due.add(id);
  }
}

/** What the first page of the trash says of what is known behind it: where its next page begins, and who may have gone. */
export function behindNewest({ lists, byId }: TaskState, page: { items: Task[]; nextCursor: string | null }) {
  const newest = new Set(page.items.map(({ id }) => id));
  const behind = [...byId.values()].filter((task) => isIn('trash', task) && !newest.has(task.id)).map(({ id }) => id);
  const last = page.items.at(-1);
  const meets = last !== undefined && byId.get(last.id)?.deletedAt === last.deletedAt;
  return { behind, cursor: page.nextCursor && meets ? lists.trash.cursor : page.nextCursor };
}
