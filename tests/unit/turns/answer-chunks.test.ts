import type { UIMessageChunk } from 'ai';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import { missingChunks } from '@/lib/turns/answer-chunks';
import { type Folded, foldChunks } from '@/lib/turns/fold-chunks';
import { mergeDeltas } from '@/lib/turns/merge-deltas';
import { toStored } from '@/lib/turns/message-parts';

const words = fc.array(fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }), { minLength: 1, maxLength: 12 });

const textChunks = (id: string, deltas: string[]): UIMessageChunk[] => [
  { type: 'text-start', id },
  ...deltas.map((delta) => ({ type: 'text-delta' as const, id, delta })),
  { type: 'text-end', id },
];

const toolChunks = (id: string, kind: 'done' | 'waits' | 'lost'): UIMessageChunk[] => {
  const output: ToolOutput = { ok: true, id: `call-${id}`, message: 'Done.' };
  return [
    { type: 'tool-input-available', toolCallId: id, toolName: 'list_tasks', input: { q: id } },
    ...(kind === 'done' ? [{ type: 'tool-output-available' as const, toolCallId: id, output }] : []),
    ...(kind === 'waits' ? [{ type: 'tool-approval-request' as const, toolCallId: id, approvalId: `call-${id}` }] : []),
  ];
};

/** Whole answers: texts and tool calls in any order. */
const answers = fc
  .array(fc.oneof(words, fc.constantFrom('done' as const, 'waits' as const)), { maxLength: 6 })
  .map((parts) =>
    parts.flatMap((part, index) =>
      typeof part === 'string' ? toolChunks(String(index), part) : textChunks(String(index), ['word ', ...part]),
    ),
  );

/** What a listener ends up with, apart from the ids of its texts. */
const seen = (parts: Folded[]) =>
  parts.map((part) => (part.type === 'text' ? { text: part.text, open: part.open } : { ...part }));

it('tells a listener who left at any chunk exactly what is missing', () => {
  fc.assert(
    fc.property(answers, fc.nat(), (chunks, cut) => {
      const sent = chunks.slice(0, chunks.length === 0 ? 0 : cut % (chunks.length + 1));
      const whole = foldChunks(chunks);
      const rest = missingChunks(foldChunks(sent), whole);
      expect(seen(foldChunks([...sent, ...rest]))).toEqual(seen(whole));
    }),
  );
});

it('tells a stored answer whole', () => {
  fc.assert(
    fc.property(answers, (chunks) => {
      const whole = foldChunks(chunks);
      expect(seen(foldChunks(missingChunks([], whole)))).toEqual(seen(whole));
    }),
  );
});

it('loses nothing by joining the deltas of a text', () => {
  fc.assert(
    fc.property(answers, (chunks) => {
      expect(foldChunks(mergeDeltas(chunks))).toEqual(foldChunks(chunks));
      expect(mergeDeltas(chunks).length).toBeLessThanOrEqual(chunks.length);
    }),
  );
});

it('stores a plain text once, and more than that as parts', () => {
  const text = toStored(foldChunks(textChunks('1', ['Two ', 'tasks'])));
  expect(text).toEqual({ content: 'Two tasks', parts: null });
  const mixed = toStored(foldChunks([...toolChunks('1', 'done'), ...textChunks('2', ['Done.'])]));
  expect(mixed).toEqual({
    content: 'Done.',
    parts: [
      { type: 'tool', id: 'call-1' },
      { type: 'text', text: 'Done.' },
    ],
  });
  expect(toStored(foldChunks(toolChunks('1', 'waits'))).parts).toEqual([{ type: 'approval', id: 'call-1' }]);
});

it('leaves out a call whose result was never recorded', () => {
  expect(toStored(foldChunks(toolChunks('1', 'lost')))).toEqual({ content: '', parts: null });
});
