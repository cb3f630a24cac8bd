import { retryWithExponentialBackoff } from '@ai-sdk/provider-utils';
import { APICallError, type LanguageModelMiddleware } from 'ai';
import { waitOf } from './model-errors';

/** The longest `Retry-After` that is waited for, in seconds; for longer a person is told instead. */
const PATIENCE_SECONDS = 10;

/**
 * Asks a model that refused again, twice at most, with backoff: only while no tool has done anything for this message, and
 * only where it does not ask for more patience than a person has.
 */
export const fewRetries: LanguageModelMiddleware = {
  specificationVersion: 'v4',
  wrapStream: async ({ doStream, params }) => {
    const hasActed = params.prompt.at(-1)?.role === 'tool';
    const retry = retryWithExponentialBackoff({
      maxRetries: hasActed ? 0 : 2,
      abortSignal: params.abortSignal,
      shouldRetry: (error) => APICallError.isInstance(error) && error.isRetryable && (waitOf(error) ?? 0) <= PATIENCE_SECONDS,
      getDelayInMs: ({ error, exponentialBackoffDelay }) => {
        const seconds = waitOf(error);
        return seconds === null ? exponentialBackoffDelay : seconds * 1_000;
      },
      createRetryError: ({ errors }) => errors.at(-1),
    });
    return retry(doStream);
  },
};
