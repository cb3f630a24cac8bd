import fc from 'fast-check';
import { expect, it } from 'vitest';
import { titleOf } from '@/lib/conversations/title-of';

it.each([
  ['Buy milk tomorrow', 'Buy milk tomorrow'],
  ['\n\n  # Plan for **Friday**\nand more', 'Plan for Friday'],
  ['- [ ] call _mom_ about `keys`', 'call mom about keys'],
  ['```ts\nconst a = 1;\n```', 'const a = 1;'],
  ['see [the docs](https://example.com/a) first', 'see the docs first'],
  ['rename my_file_name please', 'rename my_file_name please'],
  ['1. first thing\n2. second', 'first thing'],
  ['🍕', '🍕'],
  ['***', 'New conversation'],
  ['', 'New conversation'],
])('%j → %j', (text, title) => expect(titleOf(text)).toBe(title));

it('cuts at a word boundary, at 80 characters at most', () => {
  expect(titleOf('word '.repeat(40))).toBe(`${'word '.repeat(16).trim()}…`.slice(0, 80));
  expect([...titleOf('x'.repeat(500))]).toHaveLength(80);
  expect([...titleOf('👩‍👩‍👧'.repeat(200))].length).toBeLessThanOrEqual(80);
});

it('is never empty and never too long', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
    const title = titleOf(text);
    expect(title.trim()).not.toBe('');
    expect([...title].length).toBeLessThanOrEqual(80);
    expect(title).not.toMatch(/[\n\r]/);
  }));
});
