import type { CivilDay } from './calendar';
import { findMasks } from './masks';
import { tokenize, type Token } from './tokens';
import type { LanguageContext } from './types';
import { localParts } from './zones';

/** A tokenized text with the person's clock: what every rule of the grammar reads from. */
export type Reader = {
  text: string;
  tokens: Token[];
  now: Date;
  zone: string;
  today: CivilDay;
  /** Minutes since midnight on the person's clock. */
  minutes: number;
  weekStart: 0 | 1;
  /** Whether the words around speak of a morning or of an evening ("dinner at 7"). */
  hint: 'am' | 'pm' | null;
};

const EVENING = /\b(dinner|table for|supper|party|drinks|pub|bedtime|bed|movies?|theat(?:er|re)|concert|date night)\b/i;
const MORNING = /\b(breakfast|wake|alarm (?:at|for|clock)|get up|sunrise|brunch)\b/i;

/** Prepares a text for reading; `masks` are the parts never read, in order. Throws a RangeError for an unknown time zone. */
export function openReader(text: string, ctx: LanguageContext, masks: { start: number; end: number }[] = findMasks(text)): Reader {
  const local = localParts(ctx.now, ctx.timeZone);
  const hint = MORNING.test(text) ? 'am' : EVENING.test(text) ? 'pm' : null;
  return {
    text, tokens: tokenize(text, masks), now: ctx.now, zone: ctx.timeZone,
    today: local.day, minutes: local.minutes, weekStart: ctx.weekStart ?? 1, hint,
  };
}

/** The same text and clock with other parts hidden. */
export function hideParts(reader: Reader, masks: { start: number; end: number }[]): Reader {
  return { ...reader, tokens: tokenize(reader.text, masks) };
}

/** The lower-case text of a token, or nothing past the end. */
export function word(reader: Reader, at: number): string {
  return reader.tokens[at]?.text ?? '';
}

/** The phrases of the grammar, split once. */
const split = new Map<string, string[]>();

/** The end of a phrase ("day after tomorrow") that stands at `at`, or null. */
export function phrase(reader: Reader, at: number, words: string): number | null {
  let parts = split.get(words);
  if (!parts) {
    parts = words.split(' ');
    split.set(words, parts);
  }
  let next = at;
  for (const expected of parts) {
    if (word(reader, next) !== expected) return null;
    next += 1;
  }
  return next;
}

/** Whether two neighbours touch without white space. */
export function touches(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  return token !== undefined && at > 0 && !token.space;
}

const isName = (reader: Reader, at: number) => {
  const kind = reader.tokens[at]?.kind;
  return kind !== undefined && kind !== 'symbol';
};

/** Whether an expression may begin here: not inside "10.1", "$12", "c++4" or "pre-march". */
export function opensHere(reader: Reader, at: number): boolean {
  if (!touches(reader, at)) return true;
  if (isName(reader, at - 1)) return false;
  const before = word(reader, at - 1);
  // "!friday" is another program's mark; "Party!Friday" is a missing space.
  if (before === '!') return touches(reader, at - 1);
  if (/^[([{,;"'“‘?@*~>|]$/.test(before)) return true;
  if (before === ':' || before === '-' || before === '.' || before === '…') return reader.tokens[at - 2]?.kind !== 'number' && before !== '-';
  return !/^[\p{L}\p{N}$€£¥#%&+=_/\\^.<°-]$/u.test(before);
}

/** Whether an expression may end before token `at`: not inside "10.15.3", "3%", "monday-ish". */
export function closesHere(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  if (!token || token.space) return true;
  if (token.kind !== 'symbol') return false;
  if (/^[%°$€£¥#_=+\\*^]$/.test(token.text)) return false;
  if (token.text === ',' && (reader.tokens[at - 1]?.kind !== 'number' || reader.tokens[at + 1]?.kind !== 'number')) return true;
  if (/^[.,:/'’&-]$/.test(token.text)) return !(touches(reader, at + 1) && isName(reader, at + 1));
  return true;
}
