import { createOpenAI } from '@ai-sdk/openai';
import { createUIMessageStreamResponse, isStepCount, streamText, toUIMessageStream } from 'ai';
import { modelTools } from '../../../../../lib/assistant/model-tools';

const provider = createOpenAI({ apiKey: 'bench', baseURL: process.env.OPENAI_BASE_URL });
const runnable = Object.fromEntries(
  Object.entries(modelTools).map(([name, described]) => [name, { ...described, execute: async () => ({ ok: true }) }]),
);

/** What the app is compared with: the same model and the same tools, and nothing kept. */
export async function POST(request: Request): Promise<Response> {
  const { message } = (await request.json()) as { message: { parts: { text: string }[] } };
  const result = streamText({
    model: provider(process.env.OPENAI_MODEL || 'gpt-5-mini'),
    prompt: message.parts[0]?.text ?? '',
    tools: runnable,
    stopWhen: isStepCount(12),
    providerOptions: { openai: { store: false, strictJsonSchema: false } },
  });
  return createUIMessageStreamResponse({ stream: toUIMessageStream({ stream: result.stream }) });
}
