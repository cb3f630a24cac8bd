/** A text written over several lines: a line break, and the space that begins a line, are no part of it. Backslashes are literal. */
export const joined = (parts: TemplateStringsArray, ...values: string[]): string =>
  String.raw(parts, ...values).replace(/\n\s*/g, '');

/** A regular expression written over several lines like `joined`, with the given flags. */
export const pattern =
  (flags: string) =>
  (parts: TemplateStringsArray, ...values: string[]): RegExp =>
    new RegExp(joined(parts, ...values), flags);
