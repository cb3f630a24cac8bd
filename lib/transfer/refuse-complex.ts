import { badRequest } from '@/lib/errors';

/** Objects and lists, and commas, that a file may have: several times what the largest file of conversations has. */
const CONTAINERS_MAX = 1_000_000;
const COMMAS_MAX = 8_000_000;

const QUOTE = 34;
const COMMA = 44;
const BRACKET = 91;
const BACKSLASH = 92;
const BRACE = 123;

/**
 * Counts what a JSON text would become before it is parsed: 64 MB of brackets take half a minute and two gigabytes.
 * @throws AppError 400 `file_too_complex`.
 */
export function refuseComplex(text: string): void {
  let containers = 0;
  let commas = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    else if (code === COMMA) commas++;
    else if (code === BRACE || code === BRACKET) containers++;
    if (containers > CONTAINERS_MAX || commas > COMMAS_MAX)
      throw badRequest('file_too_complex', 'That file holds more lists and values than a file of conversations has.');
  }
}

function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === BACKSLASH) index++;
    else if (code === QUOTE) return index;
  }
  return text.length;
}
