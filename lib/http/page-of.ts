import { invalidCursor } from '@/lib/conversations/cursor';

/**
 * A page of a list that is short enough to be read whole. The cursor is the id of the item before.
 * @throws AppError 400 invalid_cursor when there is no such item (any more).
 */
export function pageOf<T extends { id: string }>(
  items: T[], { cursor, limit }: { cursor?: string | undefined; limit: number },
): { items: T[]; nextCursor: string | null } {
  const before = cursor === undefined ? -1 : items.findIndex(({ id }) => id === cursor);
  if (cursor !== undefined && before < 0) throw invalidCursor();
  const page = items.slice(before + 1, before + 1 + limit);
  const more = before + 1 + limit < items.length;
  return { items: page, nextCursor: more ? (page.at(-1)?.id ?? null) : null };
}
