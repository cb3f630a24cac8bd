/** So many rows make a page, which leaves the document as one when it is far away. */
const PAGE = 20;

type PageOf<T> = { key: string; items: T[] };

/**
 * Rows in pages that stay the same when rows come before or after: they are counted from the row at `anchor`.
 * @param anchor index of a row that is always the first of its page.
 */
export function pagesOf<T>(items: readonly T[], anchor = 0, size = PAGE): PageOf<T>[] {
  const pages: PageOf<T>[] = [];
  if (items.length === 0) return pages;
  const offset = anchor % size;
  for (let start = offset === 0 ? 0 : offset - size; start < items.length; start += size) {
    pages.push({ key: String((start - anchor) / size), items: items.slice(Math.max(start, 0), start + size) });
  }
  return pages;
}
