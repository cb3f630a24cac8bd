import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Conversation } from './support/converse';

/** `context` is said before; `calls` are the tool calls of the last message; without any, its answer begins with `answer`. */
type Row = { text: string; context?: string[]; calls: [string, Record<string, unknown>][]; answer?: string };

const file = fileURLToPath(new URL('../../../corpus/commands.jsonl', import.meta.url));
const rows = readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line): Row => JSON.parse(line));

describe('every utterance of the corpus leads to the calls that it asks for', () => {
  it('has grown to more than 200 rows', () => expect(rows.length).toBeGreaterThan(200));

  it.each(rows.map((row) => [[...(row.context ?? []), row.text].join(' → '), row] as const))('%s', async (_, row) => {
    const conversation = new Conversation();
    for (const text of row.context ?? []) await conversation.say(text);
    const said = await conversation.say(row.text);
    expect(said.calls.map(({ tool, input }) => [tool, input])).toEqual(row.calls);
    if (row.answer) expect(said.text.startsWith(row.answer), said.text).toBe(true);
    expect(said.text.trim()).not.toBe('');
  });
});
