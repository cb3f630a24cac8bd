import { expect, it } from 'vitest';
import { readDecision } from '@/lib/turns/read-decision';

it.each(['yes', 'Yes.', 'YES!', 'ok', 'go ahead', 'yes, please', 'do it', ' sure ', 'go for it', 'yes, all of them', 'approve it', '👍'])('%j approves', (text) => {
  expect(readDecision(text)).toBe(true);
});

it.each(['no', 'No.', 'nope', "don't", 'don’t', 'cancel', 'never mind', 'no, thanks', 'undo', 'undo that', 'not yet', 'no, keep them', "don't delete them", 'wait'])('%j rejects', (text) => {
  expect(readDecision(text)).toBe(false);
});

it.each(['yes but only the first', 'no milk today', 'add eggs', 'cancel my dentist appointment', 'okay then show me', 'undo the last two', ''])(
  '%j decides nothing',
  (text) => {
    expect(readDecision(text)).toBeNull();
  },
);

it('a yes that names the deed is one to that deed alone', () => {
  expect(readDecision('yes, delete them', 'delete_tasks')).toBe(true);
  expect(readDecision('yes, complete all of them', 'complete_tasks')).toBe(true);
  expect(readDecision('yes, complete them', 'delete_tasks')).toBeNull();
  expect(readDecision('delete them', 'complete_tasks')).toBeNull();
});
