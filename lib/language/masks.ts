export type Mask = { start: number; end: number; kind: 'quote' | 'link' | 'tag' };

const CLOSING: Record<string, string> = { '"': '"', '“': '”', '«': '»', '`': '`', "'": "'", '‘': '’' };

/** Parts of a text that are never read for dates: quotations, links and addresses, #tags. In order, without overlap. */
export function findMasks(text: string): Mask[] {
  const masks: Mask[] = [];
  const missing = new Set<string>();
  let index = 0;
  let end = 0;
  let unread = false;
  while (index < text.length) {
    const char = text.charAt(index);
    const atStart = index === 0 || /[\s([{,;:]/.test(text.charAt(index - 1));
    const closing = CLOSING[char];
    if (closing && atStart && !missing.has(closing)) {
      const close = closingIndex(text, index + 1, closing);
      if (close > index + 1) {
        masks.push({ start: index, end: close + 1, kind: 'quote' });
        index = close + 1;
        continue;
      }
      missing.add(closing);
    }
    if (atStart && !/\s/.test(char)) {
      if (index >= end) [end, unread] = [chunkEnd(text, index), true];
      const chunk = text.slice(index, Math.min(end, index + 512));
      // A chunk is looked at once, where its first letter stands: "(https://…".
      const isFirst = unread && /[\p{L}\p{N}]/u.test(char);
      if (isFirst) unread = false;
      if (isFirst && isLink(chunk)) {
        masks.push({ start: index, end, kind: 'link' });
        index = end;
        continue;
      }
      const tag = /^#[\p{L}\p{N}_][\p{L}\p{N}_/+&-]{0,49}/u.exec(chunk);
      if (tag) {
        masks.push({ start: index, end: index + tag[0].length, kind: 'tag' });
        index += tag[0].length;
        continue;
      }
    }
    index += 1;
  }
  return masks;
}

function closingIndex(text: string, from: number, closing: string): number {
  // An apostrophe closes only at the end of a word, so that "the boss' desk" does not open a quotation.
  let at = text.indexOf(closing, from);
  while (at !== -1 && /[\p{L}\p{N}]/u.test(text.charAt(at + 1))) at = text.indexOf(closing, at + 1);
  return at;
}

function chunkEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && !/\s/.test(text.charAt(end))) end += 1;
  return end;
}

function isLink(chunk: string): boolean {
  if (/^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(chunk) || /^www\./i.test(chunk)) return true;
  const at = chunk.indexOf('@');
  return at > 0 && chunk.indexOf('.', at) > at + 1;
}
