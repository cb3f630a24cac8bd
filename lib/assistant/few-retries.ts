import { APICallError, type LanguageModelMiddleware } from 'ai';
import { waitOf } from './model-errors';

/** The longest `Retry-After` that is waited for, in seconds; for longer a person is told instead. */
const PATIENCE_SECONDS = 10;

/**
 * Decides whether a model that refused is asked again (the SDK does it, with backoff): only while no tool has done
 * anything for this message, and only where it does not ask for more patience than a person has.
 */
export const fewRetries: LanguageModelMiddleware = {
  specificationVersion: 'v4',
  wrapStream: async ({ doStream, params }) => {
    try {
      return await doStream();
    } catch (error) {
      if (!APICallError.isInstance(error) || !error.isRetryable) throw error;
      const hasActed = params.prompt.at(-1)?.role === 'tool';
      const wait = waitOf(error) ?? 0;
      if (!hasActed && wait <= PATIENCE_SECONDS) throw error;
      const { message, url, requestBodyValues, statusCode, responseHeaders, responseBody, cause } = error;
      throw new APICallError({ message, url, requestBodyValues, statusCode, responseHeaders, responseBody, cause, isRetryable: false });
    }
  },
};
