/**
 * Largest file that is read, in bytes, and about how much of it goes to the server at once, in characters: so little that
 * one sees it go on, and that Stop stops it.
 */
export const FILE_MAX = 500_000_000;
const PART = 200_000;

/** A piece of a file that the server can read by itself, and how many conversations it holds. */
type ImportPart = { body: string; count: number };

/** What a file holds: its conversations in pieces, and how many entries of it are none. */
type ImportParts = { total: number; skipped: number; parts: Iterable<ImportPart> };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a file of conversations, ours or ChatGPT's `conversations.json`, and cuts it between conversations, so that files
 * of any number of them come in step by step. What is in them is for the server to check.
 * @throws Error in words for a person.
 */
export function readImport(text: string): ImportParts {
  if (text.startsWith('PK')) throw new Error('That is a ZIP archive. Unpack it, and choose conversations.json from it.');
  if (text.trim() === '') throw new Error('That file is empty.');
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw new Error(
      /^\s*[[{]/.test(text)
        ? 'That file is damaged or was cut off: it is no whole JSON. Make the export again, or choose another file.'
        : 'That is no JSON file. Choose an export of Sayso, or ChatGPT’s conversations.json.',
    );
  }
  if (Array.isArray(file)) {
    const conversations = file.filter((item: unknown) => isRecord(item) && 'mapping' in item);
    if (conversations.length === 0) throw new Error('There are no conversations in that file. In ChatGPT’s export they are in conversations.json.');
    const parts = cut(conversations, (batch) => `[${batch.join(',')}]`);
    return { total: conversations.length, skipped: file.length - conversations.length, parts };
  }
  if (!isRecord(file) || !Array.isArray(file.conversations))
    throw new Error('That is neither an export of Sayso nor ChatGPT’s conversations.json.');
  const { conversations, ...head } = file;
  const start = JSON.stringify(head).slice(0, -1);
  const list: unknown[] = conversations as unknown[];
  const open = start === '{' ? '{' : `${start},`;
  return { total: list.length, skipped: 0, parts: cut(list, (batch) => `${open}"conversations":[${batch.join(',')}]}`) };
}

function* cut(conversations: unknown[], wrap: (batch: string[]) => string): Generator<ImportPart> {
  let batch: string[] = [];
  let size = 0;
  for (const conversation of conversations) {
    const text = JSON.stringify(conversation) ?? 'null';
    if (batch.length > 0 && size + text.length > PART) {
      yield { body: wrap(batch), count: batch.length };
      batch = [];
      size = 0;
    }
    batch.push(text);
    size += text.length;
  }
  // A file without conversations is sent too: the server says whether it is one.
  yield { body: wrap(batch), count: batch.length };
}
