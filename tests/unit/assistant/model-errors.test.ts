import { APICallError } from 'ai';
import { expect, it } from 'vitest';
import { waitOf } from '@/lib/assistant/model-errors';
import { turnError } from '@/lib/turns/statuses';

const now = Date.UTC(2026, 10, 28, 12);
const refused = (retryAfter?: string) => new APICallError({
  message: 'Too many requests', url: 'http://model', requestBodyValues: {}, statusCode: 429,
  responseHeaders: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
});

it.each([
  [undefined, null], ['', null], ['soon', null], ['0', 0], ['7', 7], ['40.5', 41], ['-5', 0], ['9'.repeat(30), 999_999_999],
  ['Sat, 28 Nov 2026 12:00:05 GMT', 5], ['Sat, 28 Nov 2026 11:59:00 GMT', 0], ['Fri, 28 Nov 3026 12:00:00 GMT', 999_999_999],
])('reads Retry-After: %s as a wait of %s seconds', (named, seconds) => {
  expect(waitOf(refused(named), now)).toBe(seconds);
});

it('can tell the longest wait that there is', () => {
  expect(turnError(`model_rate_limited:${waitOf(refused('9'.repeat(30)))}`)?.code).toBe('model_rate_limited');
});
