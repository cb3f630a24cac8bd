/** A text that the database can keep: NUL and halves of surrogate pairs are valid in JSON and refused by PostgreSQL. */
export const cleanText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** The same in JSON, where they stand as escapes; after an odd number of backslashes it is none. */
const UNSTORABLE = /(?<=(?<!\\)(?:\\\\)*)\\u(?:0000|d[89a-f][\da-f]{2})/g;

/** A value as JSON that the database can keep: its texts and keys without NUL and lone surrogates. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value ?? {}).replace(UNSTORABLE, (unit) => (unit === '\\u0000' ? '' : '\uFFFD'));

/** The same, as a value. */
export function storable(value: unknown): unknown {
  const parsed: unknown = JSON.parse(storableJson(value));
  return parsed;
}
