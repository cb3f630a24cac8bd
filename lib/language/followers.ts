import { pattern } from './pattern';
import type { Reader } from './reader';
import { MONTHS, TONIGHT, WEEKDAYS } from './words';

const FOLLOWERS = pattern('')`
  ^(
    at|for|to|from|by|with|and|or|until|till|before|after|between|so|please|is|this|that|every|then|but|because|remind
    |we|i|morning|afternoon|evening|night|noon|midnight|if|when|about|around|through|thru|it|my
  )$
`;

/** Whether what follows "the 5th" lets it be a day and not "the 5th element". */
export function isFollowed(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  if (!token || token.kind === 'symbol' || token.kind === 'opaque') return true;
  if (token.kind === 'number') return true;
  return FOLLOWERS.test(token.text) || MONTHS.has(token.text) || WEEKDAYS.has(token.text) || TONIGHT.has(token.text);
}
