import { expect, it } from 'vitest';
import { readPart } from '@/lib/turns/read-part';

const context = { now: new Date('2026-11-23T10:00:00Z'), timeZone: 'UTC' };
const shown = ['Buy milk', 'Eggs', 'Bread', 'Call Ann', 'Call Bob'].map((title, index) => ({ id: `${'abcde'[index]}`, number: index + 4, title }));
const partOf = (text: string) => readPart(text, shown, context)?.join('') ?? null;

it.each([
  ['only the first two', 'ab'],
  ['Only the last one.', 'e'],
  ['no, just 4 and 6', 'ac'],
  ['just #5', 'b'],
  ['the first two only', 'ab'],
  ['yes, but only the milk', 'a'],
  ['only milk and eggs please', 'ab'],
  ['yes, but not the bread', 'abde'],
  ['all except 4 and 5', 'cde'],
  ['everything but the first', 'bcde'],
])('%j agrees to a part', (text, ids) => {
  expect(partOf(text)).toBe(ids);
});

it.each([
  // Which of two, which is none, none at all, or all of them.
  'only call', 'only 1', 'only the sixth', 'only the first five', 'all but all', 'only it', 'just one', 'all but one', 'only the overdue ones',
  // Something else, or not said for certain.
  'not the bread', 'ok, not the bread', 'keep the milk', 'delete all but the milk', 'show only the first two', 'just a second', 'just do it',
  'only the first two tomorrow', 'complete only the first two', 'only on friday', 'yes', 'no',
])('%j agrees to no part', (text) => {
  expect(partOf(text)).toBeNull();
});
