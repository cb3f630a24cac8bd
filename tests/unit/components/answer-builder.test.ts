import { readUIMessageStream, type UIMessage, type UIMessageChunk } from 'ai';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerBuilder } from '@/components/chat/stream/answer-builder';
import { readEvents } from '@/components/chat/stream/read-events';

/** An answer as our server streams it: steps of texts and calls, in any number. */
const answer = fc
  .array(
    fc.record({
      texts: fc.array(fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 }), { maxLength: 2 }),
      calls: fc.array(fc.constantFrom('ok', 'failed', 'waits', 'unfinished'), { maxLength: 2 }),
    }),
    { maxLength: 3 },
  )
  .map((steps) => {
    const chunks: UIMessageChunk[] = [{ type: 'start', messageId: 'answer', messageMetadata: { parentId: 'asked' } }];
    steps.forEach((step, at) => {
      chunks.push({ type: 'start-step' });
      step.calls.forEach((end, index) => {
        const toolCallId = `call-${at}-${index}`;
        chunks.push({ type: 'tool-input-available', toolCallId, toolName: 'create_tasks', input: { at, index } });
        if (end === 'ok') chunks.push({ type: 'tool-output-available', toolCallId, output: { ok: true, message: 'Done.' } });
        if (end === 'failed') chunks.push({ type: 'tool-output-available', toolCallId, output: { ok: false, code: 'failed', message: 'No.' } });
        if (end === 'waits') chunks.push({ type: 'tool-approval-request', toolCallId, approvalId: `approval-${toolCallId}` });
      });
      step.texts.forEach((words, index) => {
        const id = `text-${at}-${index}`;
        chunks.push({ type: 'text-start', id }, ...words.map((delta) => ({ type: 'text-delta' as const, id, delta })), { type: 'text-end', id });
      });
      chunks.push({ type: 'finish-step' });
    });
    chunks.push({ type: 'finish', messageMetadata: { skillUsed: null } });
    return chunks;
  });

/** What of a part is drawn; the SDK keeps more beside it. */
const drawn = (parts: object[]) =>
  parts.map((part) => Object.fromEntries(Object.entries(part).filter(([key, value]) => value !== undefined && !/metadata|title|provider|preliminary/i.test(key))));

async function readBySdk(chunks: UIMessageChunk[]) {
  const stream = new ReadableStream<UIMessageChunk>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  let last: UIMessage | undefined;
  for await (const message of readUIMessageStream({ stream })) last = message;
  return last;
}

describe('an answer is put together from its chunks', () => {
  it('as the AI SDK does it', async () => {
    await fc.assert(
      fc.asyncProperty(answer, async (chunks) => {
        const builder = new AnswerBuilder('none');
        for (const chunk of chunks) builder.add(chunk);
        const expected = await readBySdk(chunks);
        const made = builder.message();
        expect(made.id).toBe(expected?.id);
        expect(made.metadata).toEqual(expected?.metadata);
        expect(drawn(made.parts)).toEqual(drawn(expected?.parts ?? []));
      }),
      { numRuns: 60 },
    );
  });

  it('and parts that a chunk does not touch stay the same objects', () => {
    const builder = new AnswerBuilder('none');
    builder.add({ type: 'start', messageId: 'answer' });
    builder.add({ type: 'tool-input-available', toolCallId: 'a', toolName: 'list_tasks', input: {} });
    builder.add({ type: 'text-start', id: 't' });
    const before = builder.message();
    builder.add({ type: 'text-delta', id: 't', delta: 'Hello' });
    const after = builder.message();
    expect(after.parts[0]).toBe(before.parts[0]);
    expect(after.parts[1]).not.toBe(before.parts[1]);
  });

  it('keeps the words of a failure, and closes texts that were cut off', () => {
    const builder = new AnswerBuilder('none');
    builder.add({ type: 'text-start', id: 't' });
    builder.add({ type: 'text-delta', id: 't', delta: 'Half' });
    builder.add({ type: 'error', errorText: 'The model could not be reached.' });
    expect(builder.failure).toBe('The model could not be reached.');
    expect(builder.message().parts).toEqual([{ type: 'text', text: 'Half', state: 'done' }]);
  });
});

const bytes = (pieces: string[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder();
      for (const piece of pieces) controller.enqueue(encoder.encode(piece));
      controller.close();
    },
  });

describe('a stream of events is read', () => {
  it('wherever the network cuts it', async () => {
    await fc.assert(
      fc.asyncProperty(answer, fc.infiniteStream(fc.integer({ min: 1, max: 40 })), async (chunks, cuts) => {
        let text = `${chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join('')}data: [DONE]\n\n`;
        const pieces: string[] = [];
        while (text !== '') {
          const at = cuts.next().value ?? 1;
          pieces.push(text.slice(0, at));
          text = text.slice(at);
        }
        const read: UIMessageChunk[] = [];
        expect(await readEvents(bytes(pieces), (chunk) => read.push(chunk))).toBe(true);
        expect(read).toEqual(JSON.parse(JSON.stringify(chunks)));
      }),
      { numRuns: 40 },
    );
  });

  it('and a connection that breaks off before the end is told', async () => {
    const pieces = ['data: {"type":"start","messageId":"a"}\n\n', 'data: {"type":"text-st'];
    const read: UIMessageChunk[] = [];
    expect(await readEvents(bytes(pieces), (chunk) => read.push(chunk))).toBe(false);
    expect(read).toHaveLength(1);
  });
});
