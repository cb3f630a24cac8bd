import { describe, expect, it } from 'vitest';
import { readImport } from '@/components/transfer/read-import';

const bodies = (text: string) => [...readImport(text).parts].map(({ body, count }): [unknown, number] => [JSON.parse(body), count]);

describe('a file of conversations is cut between them', () => {
  it('keeps the head of our own format in every piece', () => {
    const big = 'x'.repeat(150_000);
    const file = { format: 'sayso.conversations', version: 1, exportedAt: 'now', conversations: [{ id: 1, big }, { id: 2, big }, { id: 3 }] };
    const pieces = bodies(JSON.stringify(file));
    expect(pieces).toEqual([
      [{ ...file, conversations: [{ id: 1, big }] }, 1],
      [{ ...file, conversations: [{ id: 2, big }, { id: 3 }] }, 2],
    ]);
  });

  it('sends an empty file too, so that the server says whether it is one', () => {
    expect(bodies('{"conversations":[]}')).toEqual([[{ conversations: [] }, 0]]);
  });

  it("takes the conversations of ChatGPT's list, and counts what is none", () => {
    const { total, skipped } = readImport('[{"mapping":{}},null,3,{"title":"x"},[]]');
    expect({ total, skipped }).toEqual({ total: 1, skipped: 4 });
    expect(bodies('[{"mapping":{}},null]')).toEqual([[[{ mapping: {} }], 1]]);
  });

  it.each([
    ['PK\u0003\u0004', /ZIP archive/],
    ['not json', /no JSON file/],
    ['{"conversations":[{"id', /cut off/],
    [' \n', /empty/],
    ['', /empty/],
    ['[]', /no conversations/],
    ['[1,2]', /no conversations.*conversations\.json/],
    ['{}', /neither/],
    ['null', /neither/],
    ['"text"', /neither/],
    ['{"conversations":{}}', /neither/],
  ])('says what is wrong with %j', (text, reason) => {
    expect(() => readImport(text)).toThrow(reason);
  });
});
