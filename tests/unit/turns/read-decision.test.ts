import { expect, it } from 'vitest';
import { readDecision } from '@/lib/turns/read-decision';

it.each(['yes', 'Yes.', 'YES!', 'ok', 'go ahead', 'yes, please', 'do it', ' sure '])('%j approves', (text) => {
  expect(readDecision(text)).toBe(true);
});

it.each(['no', 'No.', 'nope', "don't", 'don’t', 'cancel', 'never mind', 'no, thanks', 'undo', 'undo that'])('%j rejects', (text) => {
  expect(readDecision(text)).toBe(false);
});

it.each(['yes but only the first', 'no milk today', 'add eggs', 'cancel my dentist appointment', 'okay then show me', 'undo the last two', ''])(
  '%j decides nothing',
  (text) => {
    expect(readDecision(text)).toBeNull();
  },
);
