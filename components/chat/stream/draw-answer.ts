import type { UIMessageChunk } from 'ai';
import { v7 } from 'uuid';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { AnswerBuilder } from './answer-builder';
import { readEvents } from './read-events';

type Watch = {
  onChunk: (chunk: UIMessageChunk, output: ToolOutput | null) => void;
  /** Is given the answer as far as it has come. */
  show: (answer: ChatMessage) => void;
};

/** Reads an answer as it comes and shows it, at most once a frame. @returns it whole; null where it broke off before its end. */
export async function drawAnswer(body: ReadableStream<Uint8Array>, { onChunk, show }: Watch): Promise<ChatMessage | null> {
  const builder = new AnswerBuilder(v7());
  let frame = 0;
  const draw = () => {
    frame = 0;
    show(builder.message());
  };
  const whole = await readEvents(body, (chunk) => {
    onChunk(chunk, builder.add(chunk));
    frame ||= requestAnimationFrame(draw);
  }).catch(() => false);
  cancelAnimationFrame(frame);
  if (whole) return builder.message();
  // The last words before the connection broke may not have been drawn yet.
  if (builder.started) draw();
  return null;
}
