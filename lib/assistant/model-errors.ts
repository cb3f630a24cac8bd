import { APICallError } from 'ai';

/** What went wrong with a model, as a stable code. */
type ModelErrorCode =
  | 'model_unauthorized'
  | 'model_rate_limited'
  | 'model_unavailable'
  | 'model_timeout'
  | 'model_error';

/**
 * Whole seconds that a provider asks to wait before the next try (`Retry-After`, RFC 9110: seconds or a date; OpenAI's
 * `retry-after-ms` says it more exactly); null where it names none. At most nine digits, which is what an error code may hold.
 */
export function waitOf(error: unknown, now = Date.now()): number | null {
  const headers = APICallError.isInstance(error) ? error.responseHeaders : undefined;
  const named = headers?.['retry-after'];
  const ways = [Number(headers?.['retry-after-ms'] || NaN) / 1_000, Number(named || NaN), (Date.parse(named ?? '') - now) / 1_000];
  const seconds = ways.find((way) => !Number.isNaN(way));
  return seconds === undefined ? null : Math.min(Math.max(0, Math.ceil(seconds)), 999_999_999);
}

/** Sorts what a model threw into what a person can do about it. The provider's own words stay in the log. */
export function modelErrorCode(error: unknown): ModelErrorCode {
  // What a provider that did answer says of timeouts is about something else.
  const answered = APICallError.isInstance(error) && error.statusCode !== undefined;
  if (!answered && error instanceof Error && /timeout/i.test(`${error.name} ${error.message}`)) return 'model_timeout';
  if (!APICallError.isInstance(error)) return 'model_error';
  if (error.statusCode === 401 || error.statusCode === 403) return 'model_unauthorized';
  if (error.statusCode === 429) return 'model_rate_limited';
  return error.statusCode === undefined || error.statusCode >= 500 ? 'model_unavailable' : 'model_error';
}
