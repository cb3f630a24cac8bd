import { expect, it } from 'vitest';
import { storable, storableJson } from '@/lib/db/storable';

it.each([
  ['NUL in a text and in a key', { 'a\0b': ['x\0y'] }, { ab: ['xy'] }],
  ['half a pair in a text and in a key', { '\uD83D': 'a\uDE00b' }, { '\uFFFD': 'a\uFFFDb' }],
  ['whole pairs', { '😀': '😀' }, { '😀': '😀' }],
  ['what only looks like an escape', { '\\u0000': '\\\\ud83d' }, { '\\u0000': '\\\\ud83d' }],
  ['a backslash before either', { a: '\\\0', b: '\\\uD83D' }, { a: '\\', b: '\\\uFFFD' }],
  ['nothing', undefined, {}],
])('keeps of %s what the database can keep', (_, value, kept) => {
  expect(storable(value)).toEqual(kept);
  expect(storableJson(value)).toBe(JSON.stringify(kept));
});
