import {
  type AssistantModelMessage, type ContentPart, experimental_streamLanguageModelCall as streamLanguageModelCall, type ModelMessage,
  type ToolSet, type TypedToolCall,
} from 'ai';
import { cleanText } from '@/lib/db/storable';
import type { TurnEnd } from './finish-turn';
import { LIMITS } from './limits';
import { type LiveTurn, TOO_LONG, TOO_SLOW } from './live-turn';

/** How far an answer has come, and what became of it. */
export type Course = {
  /** Milliseconds since the epoch. */
  begun: number;
  /** What all steps so far took. */
  used: Pick<TurnEnd, 'tokensIn' | 'tokensOut' | 'firstTokenMs'>;
  characters: number;
  failure?: unknown;
};

/** What one call of the model came to: its own message for the next call, and what it wants done. */
export type ModelStep = { message: AssistantModelMessage; calls: TypedToolCall<ToolSet>[] };

type Request = { messages: ModelMessage[] } & Pick<
  Parameters<typeof streamLanguageModelCall>[0],
  'model' | 'instructions' | 'tools' | 'maxOutputTokens' | 'providerOptions'
>;

/**
 * Calls the model once and tells the turn's listeners its words as they come. The SDK's loop of calls, `streamText`, passes each
 * part through a dozen streams more, and begins a tool while the model still speaks; here a tool runs only where the model has
 * ended what it said.
 * @returns null where it did not come to its end: the turn's request was ended, or `course.failure` says why.
 */
export async function callModel(live: LiveTurn, course: Course, request: Request): Promise<ModelStep | null> {
  const { used } = course;
  const { signal } = live.stop;
  const silence = setTimeout(() => live.stop.abort(TOO_SLOW), LIMITS.stallMs);
  const texts = textTeller(live);
  const calls: ModelStep['calls'] = [];
  let content: readonly ContentPart<ToolSet>[] = [];
  try {
    const { stream } = await streamLanguageModelCall({
      ...request,
      abortSignal: signal,
      onLanguageModelCallEnd: (event) => {
        content = event.content;
      },
    });
    for await (const part of stream) {
      if (signal.aborted) return null;
      silence.refresh();
      if (part.type === 'text-delta' || part.type === 'tool-call') used.firstTokenMs ??= Date.now() - course.begun;
      if (part.type === 'text-start' || part.type === 'text-end') texts.end(part.id);
      if (part.type === 'tool-call') calls.push(part);
      if (part.type === 'text-delta') {
        texts.say(part.id, part.text);
        course.characters += part.text.length;
        if (course.characters > LIMITS.answerCharacters) live.stop.abort(TOO_LONG);
      }
      if (part.type === 'error') throw part.error;
      if (part.type !== 'model-call-end') continue;
      const { inputTokens, outputTokens } = part.usage;
      if (inputTokens !== undefined) used.tokensIn = (used.tokensIn ?? 0) + inputTokens;
      if (outputTokens !== undefined) used.tokensOut = (used.tokensOut ?? 0) + outputTokens;
      if (part.finishReason === 'length') live.stop.abort(TOO_LONG);
      // OpenAI's own reason is there only where an answer is not complete, as where a content filter cut it off.
      else if (part.rawFinishReason !== undefined || part.finishReason === 'interrupted') throw new Error('the answer broke off');
    }
    if (signal.aborted) return null;
    if (calls.length === 0 && !showsAnything(live)) throw new Error('the answer is empty');
    return { message: toMessage(content), calls };
  } catch (error) {
    course.failure = error;
    return null;
  } finally {
    clearTimeout(silence);
  }
}

/** Whether the turn has words or a tool to show: without them it would look as if the message had been lost. */
const showsAnything = ({ chunks }: LiveTurn): boolean =>
  chunks.some((chunk) => chunk.type === 'tool-input-available' || (chunk.type === 'text-delta' && chunk.delta.trim() !== ''));

/** What a model said, with what its provider needs to know it again, such as its reasoning. */
function toMessage(content: readonly ContentPart<ToolSet>[]): AssistantModelMessage {
  return {
    role: 'assistant',
    content: content.flatMap((part): Exclude<AssistantModelMessage['content'], string> => {
      if (part.type !== 'text' && part.type !== 'reasoning' && part.type !== 'tool-call') return [];
      const providerOptions = part.providerMetadata;
      if (part.type !== 'tool-call') return part.text || providerOptions ? [{ type: part.type, text: part.text, providerOptions }] : [];
      const { type, toolCallId, toolName, input, invalid } = part;
      return [{ type, toolCallId, toolName, input: invalid && typeof input !== 'object' ? {} : input, providerOptions }];
    }),
  };
}

/** Tells the texts of one call, whole: some servers do not say where a text begins or ends. */
function textTeller(live: LiveTurn) {
  const open = new Set<string>();
  const clean = cleanDeltas();
  return {
    say: (id: string, text: string) => {
      const delta = clean(text);
      if (!delta) return;
      if (!open.has(id)) live.push({ type: 'text-start', id });
      open.add(id);
      live.push({ type: 'text-delta', id, delta });
    },
    end: (id: string) => {
      if (open.delete(id)) live.push({ type: 'text-end', id });
    },
  };
}

/** PostgreSQL's jsonb takes neither NUL nor half a surrogate pair, and a pair may be cut in two by the stream. */
function cleanDeltas(): (delta: string) => string {
  let carried = '';
  return (delta) => {
    const text = carried + delta;
    carried = /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : '';
    return cleanText(text.slice(0, text.length - carried.length));
  };
}
