import { isFollowed } from './followers';
import { phrase, type Reader, word } from './reader';
import { DAY_PARTS, TOMORROW, WEEKDAYS } from './words';

const LONG_LEADS: [string, string][] = [['no later than', 'by'], ['not later than', 'by'], ['latest by', 'by'], ['all day', ''], ['all day long', ''], ['any time', 'anytime'], ['some time', 'sometime']];

/** Leads of several words, and "early" or "late" in front of a part of a day ("early Monday morning"). */
export function readLongLead(reader: Reader, at: number): { lead: string; next: number } | null {
  for (const [words, lead] of LONG_LEADS) {
    const next = phrase(reader, at, words);
    if (next !== null) return { lead, next };
  }
  return (
    /^(early|late)$/.test(word(reader, at)) &&
    (WEEKDAYS.has(word(reader, at + 1)) || TOMORROW.has(word(reader, at + 1))) &&
    DAY_PARTS.has(word(reader, at + 2))
      ? { lead: '', next: at + 1 }
      : null
  );
}

const TAILS = ['at the latest', 'at the very latest', 'the latest', 'latest', 'or earlier', 'or sooner', 'or before', 'all day', 'all day long', 'anytime', 'any time', 'sometime', 'some time'];

/** What may end an expression and adds nothing to it: "Friday at the latest", "tomorrow, any time". */
export function skipTail(reader: Reader, at: number): number {
  const start = word(reader, at) === ',' ? at + 1 : at;
  let best = at;
  for (const words of TAILS) {
    const next = phrase(reader, start, words);
    if (next !== null && next > best && isFollowed(reader, next)) best = next;
  }
  return best;
}
