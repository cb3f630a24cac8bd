import { type FinishReason, type TextStreamPart, type ToolSet, toUIMessageChunk, type UIMessageChunk } from 'ai';
import { cleanText } from '@/lib/db/storable';
import type { TurnEnd } from './finish-turn';
import { LIMITS } from './limits';
import type { LiveTurn } from './live-turn';
import type { TurnErrorCode } from './statuses';

/** How far a model's answer has come, and what became of it. */
export type Course = {
  /** Milliseconds since the epoch. */
  begun: number;
  /** Hangs up on the model where a limit of ours is reached, `cutFor`. */
  cut: AbortController;
  cutFor?: TurnErrorCode;
  end: Partial<TurnEnd>;
  steps: number;
  finishReason?: FinishReason;
  failure?: unknown;
};

/**
 * Tells the turn's listeners what comes from the model, and notes in `course` what becomes of it. Part by part rather than through
 * `toUIMessageStream`: each stage of streams costs as much as all of ours.
 * @param approvalOf the recorded call behind an approval request of the SDK, by the call's id.
 */
export async function tellStream(
  live: LiveTurn, stream: AsyncIterable<TextStreamPart<ToolSet>>, course: Course, approvalOf: (callId: string) => string | undefined,
): Promise<void> {
  const { begun, cut, end } = course;
  const cutFor = (code: TurnErrorCode) => {
    course.cutFor = code;
    cut.abort();
  };
  // The SDK's own limits begin with the first byte, and a model may never send it.
  const silence = setTimeout(() => cutFor('model_timeout'), LIMITS.stallMs);
  const clean = cleanDeltas();
  let length = 0;
  try {
    for await (const part of stream) {
      silence.refresh();
      if (live.stop.signal.aborted) break;
      if (part.type === 'error') course.failure ??= part.error;
      // Neither stopped nor cut by us: the SDK's time limits ended it.
      if (part.type === 'abort') course.failure ??= new Error('timeout');
      if (part.type === 'finish') {
        course.finishReason = part.finishReason;
        end.tokensIn = part.totalUsage.inputTokens ?? null;
        end.tokensOut = part.totalUsage.outputTokens ?? null;
      }
      const chunk = tellable(toUIMessageChunk(part), approvalOf);
      if (!chunk) continue;
      if (chunk.type === 'text-delta' || chunk.type === 'tool-input-available') end.firstTokenMs ??= Date.now() - begun;
      if (chunk.type !== 'text-delta') live.push(chunk);
      else {
        length += chunk.delta.length;
        const delta = clean(chunk.delta);
        if (delta) live.push({ ...chunk, delta });
        if (length > LIMITS.answerCharacters) cutFor('answer_too_long');
      }
      if (cut.signal.aborted) break;
    }
  } catch (error) {
    // The connection to the model broke off.
    course.failure ??= error;
  } finally {
    clearTimeout(silence);
  }
}

/**
 * The chunks that listeners are told. Inputs that are still being written and the SDK's own error texts are not for
 * them: a call is told with its validated input and its recorded output.
 */
function tellable(chunk: UIMessageChunk | undefined, approvalOf: (callId: string) => string | undefined): UIMessageChunk | null {
  switch (chunk?.type) {
    case 'text-start':
    case 'text-delta':
    case 'text-end':
    case 'tool-input-available':
    case 'tool-output-available':
    case 'start-step':
    case 'finish-step':
      return chunk;
    case 'tool-approval-request':
      return { ...chunk, approvalId: approvalOf(chunk.toolCallId) ?? chunk.approvalId };
    default:
      return null;
  }
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
