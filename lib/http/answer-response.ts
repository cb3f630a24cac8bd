import { UI_MESSAGE_STREAM_HEADERS } from 'ai';
import { after } from 'next/server';
import type { Answering } from '@/lib/turns/answering';

/** An answer as the AI SDK's UI message stream. On serverless platforms the process is kept until it is written. */
export function answerResponse({ stream, ended }: Answering): Response {
  after(() => ended);
  return new Response(eventStream(stream), { headers: UI_MESSAGE_STREAM_HEADERS });
}

/** The SDK's own response does this in two more stages of streams, which cost more than the rest of the route. */
function eventStream(stream: Answering['stream']): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read();
      const events = done ? ['[DONE]'] : value.map((chunk) => JSON.stringify(chunk));
      controller.enqueue(encoder.encode(events.map((event) => `data: ${event}\n\n`).join('')));
      if (done) controller.close();
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
