import { cleanText } from '@/lib/db/storable';

/** Levels of nesting that an imported value may have. */
const DEPTH_MAX = 64;

/**
 * A copy of a JSON value whose texts the database can keep.
 * @throws RangeError when it is nested deeper than 64 levels.
 */
export function cleanJson(value: unknown, depth = 0): unknown {
  if (depth > DEPTH_MAX) throw new RangeError('Nested too deeply.');
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map((item) => cleanJson(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleanText(key), cleanJson(item, depth + 1)]));
}
