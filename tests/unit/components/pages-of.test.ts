import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pagesOf } from '@/components/windowed/pages-of';

const row = (n: number) => n;

it('every row is in one page, in order, whatever the anchor', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), fc.integer({ min: 1, max: 30 }), (length, anchor, size) => {
      const rows = Array.from({ length }, (_, index) => row(index));
      const pages = pagesOf(rows, anchor, size);
      expect(pages.flatMap(({ items }) => items)).toEqual(rows);
      expect(pages.every(({ items }) => items.length > 0 && items.length <= size)).toBe(true);
      expect(new Set(pages.map(({ key }) => key)).size).toBe(pages.length);
    }),
  );
});

it('pages stay the same when rows come in before and after', () => {
  const before = pagesOf(Array.from({ length: 40 }, (_, index) => row(index)), 0);
  const after = pagesOf(Array.from({ length: 90 }, (_, index) => row(index - 30)), 30);
  for (const page of before) expect(after).toContainEqual(page);
});
