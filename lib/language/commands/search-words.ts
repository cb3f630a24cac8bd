/**
 * Words as they are searched for, as pieces of titles: without the ending of a plural, so that "meetings" finds "Team meeting"
 * and "groceries" finds "grocery shopping". Short words in -ies are mostly "cookies" and "movies".
 */
export const searchable = (words: string): string =>
  words.replace(/([a-z]{6,})ies$/i, '$1').replace(/([a-z]{3,}[^s])s$/i, '$1');
