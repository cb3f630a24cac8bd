import { APICallError, RetryError } from 'ai';

/** What went wrong with a model, as a stable code. */
export type ModelErrorCode =
  | 'model_unauthorized'
  | 'model_rate_limited'
  | 'model_unavailable'
  | 'model_timeout'
  | 'model_error';

/**
 * Whole seconds that a provider asks to wait before the next try (`Retry-After`, RFC 9110: seconds or a date); null where
 * it names none.
 */
export function waitOf(error: unknown, now = Date.now()): number | null {
  const cause = RetryError.isInstance(error) ? error.lastError : error;
  const named = APICallError.isInstance(cause) ? cause.responseHeaders?.['retry-after'] : undefined;
  if (!named) return null;
  const seconds = /^\d+$/.test(named) ? Number(named) : Math.ceil((Date.parse(named) - now) / 1_000);
  return seconds > 0 ? seconds : null;
}

/** Sorts what a model threw into what a person can do about it. The provider's own words stay in the log. */
export function modelErrorCode(error: unknown): ModelErrorCode {
  const cause = RetryError.isInstance(error) ? error.lastError : error;
  if (cause instanceof Error && /timeout/i.test(`${cause.name} ${cause.message}`)) return 'model_timeout';
  if (!APICallError.isInstance(cause)) return 'model_error';
  if (cause.statusCode === 401 || cause.statusCode === 403) return 'model_unauthorized';
  if (cause.statusCode === 429) return 'model_rate_limited';
  return cause.statusCode === undefined || cause.statusCode >= 500 ? 'model_unavailable' : 'model_error';
}
