import { expect, it } from 'vitest';
import { sayEffects } from '@/components/chat/say-effects';

const create = (title: string) => ({ operation: 'create' as const, title });
const complete = (title: string) => ({ operation: 'complete' as const, title });

it.each([
  [[create('Buy milk')], 'created “Buy milk”'],
  [[create('Buy milk'), complete('Call mom')], 'created “Buy milk” and completed “Call mom”'],
  [[create('A'), create('B'), create('A')], 'created “A” and “B”'],
  [[create('A'), create('B'), complete('C')], 'created “A” and “B”; and completed “C”'],
  [[create('A'), create('B'), create('C'), create('D'), create('E')], 'created “A”, “B”, “C” and 2 more'],
])('says what was done to which tasks (%#)', (changes, said) => {
  expect(sayEffects(changes)).toBe(said);
});
