/** Marks that no text has a use for, given to the database to set around hits (Unicode's private use area). */
export const HIT_START = '\uE000';
export const HIT_END = '\uE001';

/** A marked excerpt as one line of plain text: the message's own Markdown marks go, hits stand between `**`. */
export const toSnippet = (marked: string): string =>
  marked
    .replace(/[*`~]+|^\s*#{1,6}\s+/gm, '')
    .replace(/\s+/g, ' ')
    .replace(/[\uE000\uE001]/g, '**')
    .trim();
