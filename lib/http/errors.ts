import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';

/** What every error answer holds under `error`. */
export type ErrorBody = { code: string; message: string; details?: unknown };

export const unauthorized = () =>
  new AppError('unauthorized', 401, 'You are not signed in, or your session has ended. Sign in and try again.');

/** What a caller may know of an error. Anything but an AppError is logged and becomes `internal_error`, without a stack. */
export function toAppError(error: unknown, where: Record<string, unknown>): AppError {
  if (error instanceof AppError) return error;
  log.error({ err: error, ...where }, 'unexpected error');
  return new AppError('internal_error', 500, 'Something went wrong on our side. Nothing half-done was kept; please try again.');
}

export function toErrorBody({ code, message, details }: AppError): ErrorBody {
  return details === undefined ? { code, message } : { code, message, details };
}

/** An AppError as the JSON answer `{"error": {code, message}}`, with `Retry-After` (seconds) when its details name `retryAfter`. */
export function errorResponse(error: AppError): Response {
  const response = Response.json({ error: toErrorBody(error) }, { status: error.status });
  response.headers.set('cache-control', 'no-store');
  const { details } = error;
  if (typeof details === 'object' && details !== null && 'retryAfter' in details)
    response.headers.set('retry-after', String(details.retryAfter));
  return response;
}
