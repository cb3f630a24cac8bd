import { z } from 'zod';
import { clampLimit, PAGE_SIZE } from '@/lib/conversations/limits';

/** `limit` of a list: a whole number; outside 1–100 it is clamped, 20 when absent. */
export const limitSchema = z.coerce
  .number('Use a number from 1 to 100.')
  .int('Use a whole number from 1 to 100.')
  .transform(clampLimit)
  .default(PAGE_SIZE)
  .describe('Items a page, 1 to 100 (clamped)');

export const cursorSchema = z
  .string()
  .min(1)
  .max(5_000)
  .optional()
  .describe('nextCursor of the page before');

/** What every short list takes. */
export const pageQuerySchema = z.strictObject({ cursor: cursorSchema, limit: limitSchema });

/** One value or, when a parameter is repeated, all of them, as zod schemas take them. */
export function readQuery(request: Request): Record<string, string | string[]> {
  const { searchParams } = new URL(request.url);
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
