import { corrected } from './spelling';

/**
 * One piece of a sentence. Digits and letters are always apart ("3pm" is two tokens), with `space` telling whether white
 * space came before, so that a grammar can ask for either. `opaque` is text that is never read: quotations, links, tags,
 * and anything overlong.
 */
export type Token = {
  kind: 'word' | 'number' | 'ordinal' | 'symbol' | 'opaque';
  text: string;
  raw: string;
  value: number;
  start: number;
  end: number;
  space: boolean;
};

const LONGEST = 64;
/** Beyond so many tokens a text is not read: nobody says when after 300 words, and what is pasted may be of any length. */
const MOST = 420;
const PIECE = /(\d+)(?:(st|nd|rd|th)(?![\p{L}\d]))?|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*['’]?|\s+|./giu;

/** Splits a text in one pass; spaces are dropped, and `masks` (half-open ranges, in order) become opaque tokens. */
export function tokenize(text: string, masks: { start: number; end: number }[] = []): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const mask of [...masks, { start: text.length, end: text.length }]) {
    const read = readPlain(text, at, mask.start, tokens);
    if (read < mask.start || tokens.length >= MOST) {
      if (read < text.length) tokens.push(opaque(text, read, text.length, isSpaceBefore(text, read)));
      return tokens;
    }
    if (mask.end > mask.start) tokens.push(opaque(text, mask.start, mask.end, isSpaceBefore(text, mask.start)));
    at = mask.end;
  }
  return tokens;
}

/** Reads `from`–`to` and returns how far it came. */
function readPlain(text: string, from: number, to: number, tokens: Token[]): number {
  if (from >= to) return to;
  const part = text.slice(from, to);
  PIECE.lastIndex = 0;
  for (const match of part.matchAll(PIECE)) {
    const raw = match[0];
    const start = from + match.index;
    if (/^\s/.test(raw)) continue;
    if (tokens.length >= MOST) return start;
    const end = start + raw.length;
    const space = isSpaceBefore(text, start);
    const digits = match[1];
    if (raw.length > LONGEST || (digits && digits.length > 8)) tokens.push(opaque(text, start, end, space));
    else if (digits) {
      tokens.push({ kind: match[2] ? 'ordinal' : 'number', text: raw.toLowerCase(), raw, value: Number(digits), start, end, space });
    } else {
      const kind = /^\p{L}/u.test(raw) ? 'word' : 'symbol';
      tokens.push({ kind, text: corrected(raw.toLowerCase().replace(/’/g, "'")), raw, value: NaN, start, end, space });
    }
  }
  return to;
}

function opaque(text: string, start: number, end: number, space: boolean): Token {
  return { kind: 'opaque', text: '', raw: text.slice(start, Math.min(end, start + LONGEST)), value: NaN, start, end, space };
}

function isSpaceBefore(text: string, index: number): boolean {
  return index === 0 || /\s/.test(text.charAt(index - 1));
}
