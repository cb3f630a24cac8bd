import { TITLE_MAX_AUTOMATIC } from './limits';

/** Shown where a message has no words to take a title from. */
const UNTITLED = 'New conversation';

/**
 * A title made from the first message: its first line with words, without Markdown, at most 80 characters, cut at a
 * word boundary. Never empty.
 */
export function titleOf(text: string): string {
  const line = text.split(/[\r\n\u2028\u2029]+/).map(plain).find((candidate) => /[\p{L}\p{N}\p{S}]/u.test(candidate));
  return line ? cut(line) : UNTITLED;
}

/** Marks of Markdown go, the words between them stay; underscores inside a word are part of it. */
function plain(line: string): string {
  return line
    .replace(/^\s*(?:```|~~~).*$/, '')
    .replace(/^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+)+/, '')
    .replace(/!?\[([^\]]{0,500})\]\([^)\s]{0,2000}\)/g, '$1')
    .replace(/[`*~]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}

function cut(line: string): string {
  const characters = [...line];
  if (characters.length <= TITLE_MAX_AUTOMATIC) return line;
  const head = characters.slice(0, TITLE_MAX_AUTOMATIC - 1).join('');
  const boundary = /\s/.test(characters[TITLE_MAX_AUTOMATIC - 1] ?? '') ? head.length : head.lastIndexOf(' ');
  // A first word that alone fills the title is cut inside.
  const kept = boundary > head.length / 3 ? head.slice(0, boundary) : head;
  return `${kept.replace(/[\s,;:.–—-]+$/u, '')}…`;
}
