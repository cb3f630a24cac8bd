import { z } from 'zod';
import { badRequest } from '@/lib/errors';

/** PostgreSQL knows no year 0, nor ISO 8601 one above 9999. */
const isStorable = (instant: string): boolean => {
  const year = new Date(instant).getUTCFullYear();
  return year >= 1 && year <= 9999;
};

/** An instant that a caller names, in any zone; as UTC. */
export const instantSchema = z.iso
  .datetime({ offset: true })
  .refine(isStorable, 'Use an instant of the years 1 to 9999.')
  .transform((instant) => new Date(instant).toISOString());

/** An instant to the microsecond, as the database keeps it: a JavaScript date would lose the order of close rows. */
export const microsecondsSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
  .refine((value) => isStorable(value) && new Date(value).toISOString().startsWith(value.slice(0, 10)));

/** SQL that writes a timestamptz in the form of `microsecondsSchema`, whatever the session's zone. */
export const MICROSECONDS = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;

/** Where the next page starts, as an opaque word for the caller. */
export const encodeCursor = (position: object): string =>
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
