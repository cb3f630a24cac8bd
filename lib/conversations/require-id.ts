import { validate } from 'uuid';
import { badRequest } from '@/lib/errors';

/**
 * An id from outside, checked before it reaches the database, in the database's spelling (lower case).
 * @throws AppError 400 `invalid_id`.
 */
export function requireId(id: string | undefined): string {
  if (id === undefined || !isId(id)) throw badRequest('invalid_id', 'That is not a valid id.');
  return id.toLowerCase();
}

/** Whether a text is a UUID of any version. */
export const isId = (id: string): boolean => validate(id);
