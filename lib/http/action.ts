import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { type CurrentUser, identify } from '@/lib/auth/identify';
import { AppError } from '@/lib/errors';
import { type ErrorBody, toAppError, toErrorBody, unauthorized } from './errors';
import { requireOwnOrigin } from './origin';
import { parseInput } from './read-json';

/** What every server action answers; a thrown error would reach the page without its message. */
export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ErrorBody };

/**
 * The guard around every server action: the signed-in user, this site's own page, valid input. Errors come back as
 * values with the codes of the JSON surface; unknown ones are logged and become `internal_error`.
 */
export function userAction<Schema extends z.ZodType, T>(
  schema: Schema,
  action: (user: CurrentUser, input: z.output<Schema>) => Promise<T>,
): (input: z.input<Schema>) => Promise<ActionResult<T>> {
  return async (input) => {
    try {
      const request = await headers();
      const identity = await identify(request);
      if (!identity) throw unauthorized();
      requireOwnOrigin(request);
      const { user } = identity;
      if (user.scopes !== 'all') throw new AppError('insufficient_scope', 403, 'API keys work with /api/v1 only.');
      return { ok: true, data: await action(user, parseInput(schema, input)) };
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, error: toErrorBody(toAppError(error, { surface: 'server action' })) };
    }
  };
}
