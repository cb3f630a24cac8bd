import { describe, expect, it } from 'vitest';
import { isNamed } from '@/lib/assistant/approval-rule';

describe('isNamed', () => {
  it.each([
    ['complete 12 and 13', 12, 'Milk'], ['complete #12', 12, 'Milk'], ['delete 11,12,13', 12, 'Milk'], ['tasks 12.', 12, 'Milk'],
    ['delete BUY  milk now', 3, 'Buy milk'], ['«Café (new)» please', 3, 'café (new)'], ['finish c++ course', 3, 'C++ course'], ['is it 12?', 12, 'Milk'],
  ])('%j names task %i %j', (text, number, title) => {
    expect(isNamed({ number, title }, text)).toBe(true);
  });

  it.each([
    ['complete 112', 12, 'Milk'], ['move all to 12:30', 12, 'Milk'], ['move all to 9:12', 12, 'Milk'], ['move all to 12 pm', 12, 'Milk'], ['snooze all by 12 hours', 12, 'Milk'],
    ['pay $12', 12, 'Milk'], ['12 % done', 12, 'Milk'], ['on 2026-11-12', 12, 'Milk'], ['12/24', 12, 'Milk'], ['all milkshakes', 3, 'Milk'], ['buttermilk', 3, 'Milk'], ['', 3, 'Milk'],
  ])('%j does not name task %i %j', (text, number, title) => {
    expect(isNamed({ number, title }, text)).toBe(false);
  });
});
