import { APICallError } from 'ai';
import { expect, it } from 'vitest';
import { modelErrorCode, waitOf } from '@/lib/assistant/model-errors';
import { turnError } from '@/lib/turns/statuses';

const now = Date.UTC(2026, 10, 28, 12);
const failed = (statusCode?: number, message = 'It failed', responseHeaders: Record<string, string> = {}) =>
  new APICallError({ message, url: 'http://model', requestBodyValues: {}, statusCode, responseHeaders });
const refused = (retryAfter?: string, milliseconds?: string) => failed(429, 'Too many requests', {
  ...(retryAfter !== undefined && { 'retry-after': retryAfter }), ...(milliseconds !== undefined && { 'retry-after-ms': milliseconds }),
});

it.each([
  [undefined, null], ['', null], ['soon', null], ['0', 0], ['7', 7], ['40.5', 41], ['-5', 0], ['9'.repeat(30), 999_999_999],
  ['Sat, 28 Nov 2026 12:00:05 GMT', 5], ['Sat, 28 Nov 2026 11:59:00 GMT', 0], ['Fri, 28 Nov 3026 12:00:00 GMT', 999_999_999],
])('reads Retry-After: %s as a wait of %s seconds', (named, seconds) => {
  expect(waitOf(refused(named), now)).toBe(seconds);
});

it.each([
  ['250', '60', 1], ['30500', undefined, 31], ['-1', '60', 0], ['soon', '7', 7], ['soon', undefined, null], ['', '7', 7],
])('reads retry-after-ms: %s beside Retry-After: %s as a wait of %s seconds', (milliseconds, named, seconds) => {
  expect(waitOf(refused(named, milliseconds), now)).toBe(seconds);
});

it.each([
  [failed(400, 'Invalid value for "timeout"'), 'model_error'], [failed(429, 'timeout'), 'model_rate_limited'],
  [failed(401, 'timeout'), 'model_unauthorized'], [failed(504, 'Gateway Timeout'), 'model_unavailable'],
  [failed(undefined, 'Connect Timeout Error'), 'model_timeout'], [failed(undefined, 'ECONNREFUSED'), 'model_unavailable'],
  [new DOMException('It took too long', 'TimeoutError'), 'model_timeout'], [new Error('It broke'), 'model_error'], ['timeout', 'model_error'],
])('tells %s as %s', (error, code) => {
  expect(modelErrorCode(error)).toBe(code);
});

it('can tell the longest wait that there is', () => {
  expect(turnError(`model_rate_limited:${waitOf(refused('9'.repeat(30)))}`)?.code).toBe('model_rate_limited');
});
