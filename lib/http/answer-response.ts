import { createUIMessageStreamResponse } from 'ai';
import { after } from 'next/server';
import type { Answering } from '@/lib/turns/answering';

/** An answer as the AI SDK's UI message stream. On serverless platforms the process is kept until it is written. */
export function answerResponse({ stream, ended }: Answering): Response {
  after(() => ended);
  return createUIMessageStreamResponse({ stream });
}
