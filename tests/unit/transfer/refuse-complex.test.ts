import { expect, it } from 'vitest';
import { refuseComplex } from '@/lib/transfer/refuse-complex';

const MANY = 1_000_001;
const refusal = expect.objectContaining({ code: 'file_too_complex', status: 400 });

it.each([
  ['lists in lists', '['.repeat(MANY)],
  ['objects', `[${'{},'.repeat(MANY)}{}]`],
  ['values', `[${'0,'.repeat(8 * MANY)}0]`],
  ['lists after texts', `["a\\"b\\\\",${'[],'.repeat(MANY)}[]]`],
])('refuses a file of too many %s', (_, text) => {
  expect(() => refuseComplex(text)).toThrow(refusal);
});

it.each([
  ['within texts', JSON.stringify(['[{'.repeat(MANY), ','.repeat(8 * MANY), '"\\"[,'.repeat(MANY)])],
  ['within a text that does not end', `["${'['.repeat(MANY)}`],
  ['where there are few', JSON.stringify(Array.from({ length: 10_000 }, () => ({ a: [1, 2] })))],
])('counts none %s', (_, text) => {
  expect(() => refuseComplex(text)).not.toThrow();
});
