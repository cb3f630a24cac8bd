/** Characters and words of a search that are looked at. */
const QUERY_MAX = 200;
const WORDS_MAX = 10;
/** A shorter beginning of a word stands for too many words to look all of them up. */
const BEGINNING_MIN = 3;

export type SearchTerms = {
  /** For `to_tsquery('english', …)`; null when the search has no word. */
  query: string | null;
  /** The same for a last word that is still being typed; null when it cannot be. */
  unfinished: string | null;
  /** Patterns for ILIKE; a title that fits all of them contains every word as it was typed. */
  patterns: string[];
  /** The words as one text, for similarity of titles. */
  text: string;
  /** The words one by one where nothing else is asked for, a phrase or that a word be missing: any of them may be misspelled. */
  words: string[];
};

type Term = { words: string; phrase: boolean; not: boolean };

/**
 * What a search box's text asks for: all its words, "a phrase", -without a word; the last word may be unfinished.
 * Nothing in it can be an operator of the database's own query language.
 */
export function searchTerms(typed: string): SearchTerms {
  const input = typed.slice(0, QUERY_MAX).replace(/[\p{Cc}\s]+/gu, ' ').trim();
  const terms = readTerms(input).slice(0, WORDS_MAX);
  const wanted = terms.filter((term) => !term.not);
  const last = terms.at(-1);
  const isOpen = last && !last.phrase && !last.not && [...last.words].length >= BEGINNING_MIN;
  const query = terms.map((term) => operand(term)).join(' & ');
  const unfinished = [...terms.slice(0, -1).map((term) => operand(term)), ...(last ? [operand(last, ':*')] : [])].join(' & ');
  return {
    query: wanted.length > 0 ? query : null,
    unfinished: isOpen ? unfinished : null,
    patterns: wanted.map(({ words }) => patternOf(words)),
    text: wanted.map(({ words }) => words).join(' '),
    words: terms.some(({ phrase, not }) => phrase || not) ? [] : wanted.flatMap(({ words }) => words.split(' ')),
  };
}

/** For ILIKE: a text that contains these words as they are. */
export const patternOf = (words: string): string => `%${words.replace(/[%_]/g, '\\$&')}%`;

function operand({ words, not }: Term, suffix = ''): string {
  const sequence = words.split(' ').map((word) => `'${word}'${suffix}`).join(' <-> ');
  return not ? `!(${sequence})` : `(${sequence})`;
}

/** Quotes and backslashes are the query language's own and separate words like blanks. */
function readTerms(input: string): Term[] {
  return [...input.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)].flatMap(([, minus, quoted, bare]) => {
    const words = (quoted ?? bare ?? '').replace(/['\\]+/g, ' ').split(' ').filter((word) => /[\p{L}\p{N}\p{S}]/u.test(word));
    const not = minus === '-' && words.length > 0;
    return words.length > 0 ? [{ words: words.join(' '), phrase: quoted !== undefined, not }] : [];
  });
}
