import { GENERIC_LIST } from './add-patterns';
import { trimEnds } from './normalize';

const CALLED = /\blists?\b(?::|,? (?:called|named|titled|labell?ed|with the name|for|of|about))\s+(?:(?:my|the|our|a|an)\s+)?(.+)$/i;
const KIND = /(?:^|\s)([\p{L}\p{N}'-]+(?: and [\p{L}'-]+)?) lists?\b/iu;

const NO_LIST_NAME = /^(?:a|an|another|fresh|blank|empty|good|quick|me|him|her|it|this|that|tomorrow|today|next .*)$/;

/** What a new list is to be called: "a new list called camping", "a packing list". Undefined when nothing is said of it. */
export function listName(said: string): string | undefined {
  const name = trimEnds((CALLED.exec(said)?.[1] ?? KIND.exec(said)?.[1] ?? '').replace(/["']/g, '').replace(/ list$/i, '')).toLowerCase();
  if (!name || name.length > 50 || name.split(' ').length > 4 || GENERIC_LIST.test(name) || NO_LIST_NAME.test(name)) return undefined;
  return name;
}
