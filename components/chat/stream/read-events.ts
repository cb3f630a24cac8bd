import type { UIMessageChunk } from 'ai';

/**
 * Reads the AI SDK's UI message stream (server-sent events, one JSON chunk each) and hands every chunk on in order.
 * The SDK's own reader validates with zod and weighs 57 KB gzipped; this is our server's stream, so the first load goes
 * without it. `tests/unit/components/answer-builder.test.ts` holds both readers against each other.
 * @returns true when the stream came to its end, false when the connection broke off before.
 */
export async function readEvents(body: ReadableStream<Uint8Array>, onChunk: (chunk: UIMessageChunk) => void): Promise<boolean> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  let ended = false;
  const line = (text: string) => {
    if (!text.startsWith('data:')) return;
    const data = text.slice(5).trim();
    if (data === '[DONE]') {
      ended = true;
      return;
    }
    const chunk = JSON.parse(data) as UIMessageChunk;
    if (chunk.type === 'finish' || chunk.type === 'abort' || chunk.type === 'error') ended = true;
    onChunk(chunk);
  };
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return ended;
      const lines = (rest + value).split(/\r?\n/);
      rest = lines.pop() ?? '';
      for (const each of lines) line(each);
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    // A connection that breaks is no error of the answer: the caller resumes.
    return ended;
  } finally {
    reader.releaseLock();
  }
}
