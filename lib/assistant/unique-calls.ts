import { randomUUID } from 'node:crypto';
import type { LanguageModelMiddleware } from 'ai';

/**
 * Gives a call an id of ours where the provider's is empty or was there before. Some servers number the calls of each answer
 * anew, and the second call of a name would be taken for the first, which is not carried out again.
 */
export const uniqueCalls: LanguageModelMiddleware = {
  specificationVersion: 'v4',
  wrapStream: async ({ doStream, params }) => {
    const taken = new Set(
      params.prompt.flatMap(({ content }) =>
        typeof content === 'string' ? [] : content.flatMap((part) => (part.type === 'tool-call' ? [part.toolCallId] : []))),
    );
    /** Ids of calls that are being written, by the provider's. */
    const own = new Map<string, string>();
    const begin = (id: string): string => {
      const unique = id !== '' && !taken.has(id) ? id : `call_${randomUUID()}`;
      taken.add(unique);
      own.set(id, unique);
      return unique;
    };
    const { stream, ...rest } = await doStream();
    const rename = (part: Part): Part => {
      if (part.type === 'tool-input-start') return { ...part, id: begin(part.id) };
      if (part.type === 'tool-input-delta' || part.type === 'tool-input-end') return { ...part, id: own.get(part.id) ?? part.id };
      if (part.type !== 'tool-call') return part;
      const toolCallId = own.get(part.toolCallId) ?? begin(part.toolCallId);
      own.delete(part.toolCallId);
      return { ...part, toolCallId };
    };
    return { stream: mapped(stream, rename), ...rest };
  },
};

/** Read by hand: a TransformStream takes several times as long for each part. */
function mapped(stream: ReadableStream<Part>, change: (part: Part) => Part): ReadableStream<Part> {
  const reader = stream.getReader();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(change(value));
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

type Streamed = Awaited<ReturnType<Parameters<NonNullable<LanguageModelMiddleware['wrapStream']>>[0]['doStream']>>;
type Part = Streamed['stream'] extends ReadableStream<infer Item> ? Item : never;
