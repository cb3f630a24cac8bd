const VOCABULARY = 20_000;
/** Words to a phrase; four phrases make a message of about 200 characters. */
const LENGTH = 7;

const FREQUENT = ['the', 'to', 'a', 'and', 'my', 'it', 'is', 'for', 'on', 'in', 'of', 'you'];
const SYLLABLES = ['ba', 'de', 'fi', 'go', 'lu', 'ma', 'ne', 'pi', 'ro', 'su', 'ta', 've', 'wi', 'zo', 'ka', 'le', 'mi', 'no', 'ru', 'sa'];

/** A word that most conversations have, and one that a user of 100,000 messages has said about twenty times: ranks in the vocabulary. */
export const COMMON = 13;
export const RARE = 15_000;

/** Words by rank; the first are English words that a text search passes over. */
export function makeWords(): string[] {
  return Array.from({ length: VOCABULARY }, (_, index) => {
    const frequent = FREQUENT[index];
    if (frequent) return frequent;
    let word = '';
    for (let rest = index; rest > 0 || word.length < 4; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length];
    return word;
  });
}

/** Random phrases in which, as in any language, a word of rank n is said about 1/n as often as the first. */
export function makePhrases(words: readonly string[], count: number): string[] {
  const pick = () => words[Math.floor(VOCABULARY ** Math.random()) - 1] ?? '';
  return Array.from({ length: count }, () => Array.from({ length: LENGTH }, pick).join(' '));
}
