import { expect, it } from 'vitest';
import { turnError } from '@/lib/turns/statuses';

it.each([
  ['model_rate_limited:40', 'model_rate_limited', /a wait of 40 seconds/],
  ['model_rate_limited:7200', 'model_rate_limited', /a wait of 2 hours/],
  ['model_rate_limited:soon', 'model_rate_limited:soon', /went wrong on our side/],
  ['other:40', 'other:40', /went wrong on our side/],
  ['constructor', 'constructor', /went wrong on our side/],
])('the stored error %s, which may come from an imported file, has words', (stored, code, words) => {
  expect(turnError(stored)).toEqual({ code, message: expect.stringMatching(words) });
});
