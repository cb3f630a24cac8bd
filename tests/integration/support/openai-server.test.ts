import { createOpenAI } from '@ai-sdk/openai';
import { APICallError, generateText, isStepCount, streamText, tool } from 'ai';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { callTool, count, refuse, say, steps, when } from '../../support/openai-replies';
import { type OpenAIServer, startOpenAI } from '../../support/openai-server';

let server: OpenAIServer;

beforeAll(async () => {
  server = await startOpenAI({ withoutTools: null });
});
beforeEach(() => {
  server.journal.length = 0;
});
afterAll(() => server.close());

const model = () => createOpenAI({ baseURL: server.url, apiKey: 'sk-test' })('gpt-5.1');
const weather = tool({
  description: 'Weather',
  inputSchema: z.object({ city: z.string() }),
  execute: async ({ city }) => `21 degrees in ${city}`,
});

it('streams text, with usage', async () => {
  server.answer(say('Hello there, you.', { usage: { input: 7, output: 3 } }));
  const result = streamText({ model: model(), prompt: 'Hi' });
  const deltas: string[] = [];
  for await (const delta of result.textStream) deltas.push(delta);
  expect(deltas).toEqual(['Hello', ' there,', ' you.']);
  expect(await result.usage).toMatchObject({ inputTokens: 7, outputTokens: 3 });
  expect(server.journal[0]).toMatchObject({ userText: 'Hi', end: 'completed', authorization: 'Bearer sk-test' });
});

it('answers whole where no stream is asked for', async () => {
  server.answer(say('A title'));
  expect((await generateText({ model: model(), prompt: 'Name it' })).text).toBe('A title');
});

it('calls tools and goes on with their results', async () => {
  server.answer(steps(callTool('weather', { city: 'Paris' }), callTool('weather', { city: 'Rome' }), say('Both are warm.')));
  const result = streamText({ model: model(), prompt: 'Weather?', tools: { weather }, stopWhen: isStepCount(5) });
  await result.consumeStream();
  expect(await result.text).toBe('Both are warm.');
  expect(server.journal.map(({ toolOutputs }) => toolOutputs)).toEqual([
    [],
    ['21 degrees in Paris'],
    ['21 degrees in Paris', '21 degrees in Rome'],
  ]);
  expect(server.journal[0]?.tools).toEqual(['weather']);
});

it('paces words, and knows when it was hung up on', async () => {
  server.answer(count(200, { wordMs: 10 }));
  const abort = new AbortController();
  const result = streamText({ model: model(), prompt: 'Count', abortSignal: abort.signal, onError: () => {} });
  void result.consumeStream({ onError: () => {} });
  await server.waitFor(({ wordsSent }) => wordsSent >= 10);
  abort.abort();
  const entry = await server.waitFor(({ end }) => end !== 'open');
  expect(entry.end).toBe('hung_up');
  expect(entry.wordsSent).toBeLessThan(200);
  expect((entry.endedAt ?? 0) - (entry.firstByteAt ?? 0)).toBeGreaterThanOrEqual(80);
});

it.each([
  [401, undefined],
  [429, 7],
  [500, undefined],
])('refuses with %d', async (status, retryAfter) => {
  server.answer(refuse(status, retryAfter));
  const error = await generateText({ model: model(), prompt: 'Hi', maxRetries: 0 }).catch((reason: unknown) => reason);
  if (!APICallError.isInstance(error)) throw error;
  expect(error.statusCode).toBe(status);
  expect(error.responseHeaders?.['retry-after']).toBe(retryAfter?.toString());
});

async function partsOf(prompt: string): Promise<{ types: string[]; text: string }> {
  const result = streamText({ model: model(), prompt, tools: { weather }, stopWhen: isStepCount(3), onError: () => {}, maxRetries: 0 });
  const types: string[] = [];
  let text = '';
  try {
    for await (const part of result.stream) {
      types.push(part.type);
      if (part.type === 'text-delta') text += part.text;
    }
  } catch {
    // A connection that breaks off ends the iteration itself.
    types.push('error');
  }
  return { types: [...new Set(types)], text };
}

it('breaks off, fails in mid-stream, sends malformed arguments, unknown tools and a megabyte', async () => {
  server.answer(
    when(
      ['break', count(20, { breakAfter: 5, wordMs: 20 })],
      ['fail', say('Half of', { error: { code: 'server_error', message: 'Overloaded' } })],
      ['malformed', steps(callTool('weather', '{"city": '), say('Sorry.'))],
      ['unknown', steps(callTool('fly', {}), say('I cannot fly.'))],
      ['megabyte', say('x'.repeat(99).concat(' ').repeat(10_500))],
    ),
  );
  const broken = await partsOf('break');
  expect(broken.types).toContain('error');
  expect(broken.text).toBe('word1 word2 word3 word4 word5');
  const failed = await partsOf('fail');
  expect(failed.types).toContain('error');
  expect(failed.text).toBe('Half of');
  expect((await partsOf('malformed')).types).toContain('tool-error');
  expect((await partsOf('unknown')).types).toContain('tool-error');
  expect((await partsOf('megabyte')).text.length).toBeGreaterThan(1_000_000);
});

it('stalls until it is hung up on', async () => {
  server.answer(count(20, { stallAfter: 3 }));
  const abort = new AbortController();
  const result = streamText({ model: model(), prompt: 'stall', abortSignal: abort.signal, onError: () => {} });
  void result.consumeStream({ onError: () => {} });
  await server.waitFor(({ wordsSent }) => wordsSent === 3);
  expect(server.journal[0]?.end).toBe('open');
  abort.abort();
  expect((await server.waitFor(({ end }) => end !== 'open')).end).toBe('hung_up');
});
