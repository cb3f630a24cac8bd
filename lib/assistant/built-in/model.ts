import { createHash } from 'node:crypto';
import type {
  LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4Content, LanguageModelV4FinishReason,
  LanguageModelV4GenerateResult, LanguageModelV4StreamPart, LanguageModelV4StreamResult, LanguageModelV4Usage,
} from '@ai-sdk/provider';
import type { LanguageContext } from '@/lib/language';
import { decide } from './decide';
import { readPrompt } from './read-prompt';
import { UNKNOWN } from './say-fixed';

type Answer = { content: LanguageModelV4Content[]; finishReason: LanguageModelV4FinishReason; usage: LanguageModelV4Usage };

/**
 * The assistant that needs no key and no network: it reads plain English by rules and answers in milliseconds. The same
 * prompt, clock and zone always give the same answer. One tool call a step, so that each can build on the one before.
 */
export class BuiltInModel implements LanguageModelV4 {
  readonly specificationVersion = 'v4' as const;
  readonly provider = 'sayso';
  readonly modelId = 'built-in';
  readonly supportedUrls = {};
  readonly #context: LanguageContext;

  /** `now` is the moment of the turn; dates are understood in `timeZone` (IANA), weeks from `weekStart` (1 Monday). */
  constructor(options: { now: Date; timeZone: string; weekStart?: 0 | 1 }) {
    this.#context = { now: options.now, timeZone: options.timeZone, weekStart: options.weekStart ?? 1 };
  }

  async doGenerate(options: LanguageModelV4CallOptions): Promise<LanguageModelV4GenerateResult> {
    options.abortSignal?.throwIfAborted();
    return { ...this.#answer(options), warnings: [] };
  }

  async doStream(options: LanguageModelV4CallOptions): Promise<LanguageModelV4StreamResult> {
    const signal = options.abortSignal;
    signal?.throwIfAborted();
    const parts = streamParts(this.#answer(options), this.modelId, this.#context.now);
    const stream = new ReadableStream<LanguageModelV4StreamPart>({
      pull(controller) {
        if (signal?.aborted) return controller.error(signal.reason);
        const next = parts.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
    });
    return { stream };
  }

  #answer({ prompt, tools }: LanguageModelV4CallOptions): Answer {
    const decision = decide(readPrompt(prompt), this.#context);
    const read = JSON.stringify(prompt);
    if (decision.kind === 'call' && (!tools || tools.some((tool) => tool.name === decision.call.tool))) {
      const input = JSON.stringify(decision.call.input);
      const toolCallId = `call_${createHash('sha256').update(`${this.#context.now.toISOString()}\n${read}`).digest('hex').slice(0, 24)}`;
      return {
        content: [{ type: 'tool-call', toolCallId, toolName: decision.call.tool, input }],
        finishReason: { unified: 'tool-calls', raw: undefined },
        usage: usageOf(read.length, input.length, 0),
      };
    }
    const text = decision.kind === 'text' ? decision.reply.text : UNKNOWN;
    return {
      content: [{ type: 'text', text }],
      finishReason: { unified: 'stop', raw: undefined },
      usage: usageOf(read.length, text.length, text.length),
    };
  }
}

/** Counts like the large models', at four characters a token; nothing is paid for them. */
function usageOf(read: number, written: number, said: number): LanguageModelV4Usage {
  const [input, output, text] = [read, written, said].map((length) => Math.ceil(length / 4));
  return {
    inputTokens: { total: input, noCache: input, cacheRead: 0, cacheWrite: 0 },
    outputTokens: { total: output, text, reasoning: 0 },
  };
}

function* streamParts(answer: Answer, modelId: string, timestamp: Date): Generator<LanguageModelV4StreamPart> {
  yield { type: 'stream-start', warnings: [] };
  yield { type: 'response-metadata', modelId, timestamp };
  for (const [index, part] of answer.content.entries()) {
    if (part.type === 'tool-call') yield part;
    if (part.type !== 'text') continue;
    const id = String(index);
    yield { type: 'text-start', id };
    yield { type: 'text-delta', id, delta: part.text };
    yield { type: 'text-end', id };
  }
  yield { type: 'finish', finishReason: answer.finishReason, usage: answer.usage };
}
