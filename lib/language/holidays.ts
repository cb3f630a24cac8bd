import { type CivilDay, civilParts } from './calendar';
import { HOLIDAYS } from './holiday-names';
import type { Rule } from './holiday-rules';
import { phrase, type Reader, word } from './reader';

type Entry = { words: string; rule: Rule };

/** A name with and without its apostrophe, and with "St" as it may be written. */
function spellings(name: string): string[] {
  const both = [...new Set([name, name.replaceAll("'", '')])];
  return both.flatMap((words) => (words.startsWith('st ') ? [words, `st . ${words.slice(3)}`, `saint ${words.slice(3)}`] : [words]));
}

const BY_FIRST_WORD = new Map<string, Entry[]>();

for (const [names, rule] of HOLIDAYS) {
  for (const words of names.split('|').flatMap(spellings)) {
    const first = words.split(' ')[0] ?? '';
    const list = BY_FIRST_WORD.get(first) ?? [];
    list.push({ words, rule });
    BY_FIRST_WORD.set(first, list.sort((a, b) => b.words.length - a.words.length));
  }
}

/** The words with which names of holidays begin. */
export const HOLIDAY_WORDS: Iterable<string> = BY_FIRST_WORD.keys();

/** The holiday named at `at`: when it is in a given year (null when that year has none). */
export function readHoliday(reader: Reader, at: number): { rule: (year: number) => CivilDay | null; next: number } | null {
  for (const entry of BY_FIRST_WORD.get(word(reader, at)) ?? []) {
    const next = phrase(reader, at, entry.words);
    if (next !== null) return { rule: entry.rule, next };
  }
  return null;
}

/** The first occurrence of a holiday on or after `from`. */
export function nextHoliday(rule: (year: number) => CivilDay | null, from: CivilDay): CivilDay | null {
  const { year } = civilParts(from);
  for (let candidate = year; candidate < year + 5; candidate += 1) {
    const day = rule(candidate);
    if (day !== null && day >= from) return day;
  }
  return null;
}
