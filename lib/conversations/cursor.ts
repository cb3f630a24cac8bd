import { z } from 'zod';
import { badRequest } from '@/lib/errors';

/** An instant to the microsecond, as the database keeps it: a JavaScript date would lose the order of close rows. */
export const microsecondsSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
  .refine((value) => !Number.isNaN(Date.parse(value)) && !value.startsWith('0000'));

/** SQL that writes a timestamptz in the form of `microsecondsSchema`, whatever the session's zone. */
export const MICROSECONDS = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;

/** Where the next page starts, as an opaque word for the caller. */
export const encodeCursor = (position: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/**
 * The position that a cursor stands for.
 * @throws AppError 400 `invalid_cursor` for anything that this kind of list did not give out.
 */
export function decodeCursor<T>(cursor: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw invalidCursor();
  }
}

export const invalidCursor = () => badRequest('invalid_cursor', 'That page does not exist. Start again from the first one.');
