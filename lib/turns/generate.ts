import { experimental_streamTextLowMemory as streamText, type FinishReason, isStepCount, toUIMessageChunk, type UIMessageChunk } from 'ai';
import { instructionsFor, readOpenTasks } from '@/lib/assistant/instructions';
import { modelErrorCode, waitOf } from '@/lib/assistant/model-errors';
import { modelTools } from '@/lib/assistant/model-tools';
import { BUILT_IN, chooseModel, PROVIDER_OPTIONS } from '@/lib/assistant/models';
import { cleanText } from '@/lib/db/storable';
import { log } from '@/lib/log';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import type { AnswerStart } from './answer';
import { textChunks } from './answer-chunks';
import type { ChatData } from './chat-message';
import { foldChunks } from './fold-chunks';
import type { LiveTurn } from './live-turn';
import { loadBranch, toHistory, toolMessages } from './load-history';
import type { TurnEnd } from './finish-turn';
import { toolRunner } from './run-calls';
import type { TurnErrorCode } from './statuses';

/** What an answer may take at most (issue: limits hold, whatever a model does). */
export const LIMITS = { steps: 12, answerCharacters: 100_000, outputTokens: 8_000, turnTokens: 30_000, stallMs: 45_000, totalMs: 280_000 };

/** Streams the model's answer into the turn, tools included. @returns how it ended, as far as the model goes. */
export async function generate(live: LiveTurn, start: AnswerStart): Promise<Partial<TurnEnd>> {
  const { turn } = live;
  const begun = Date.now();
  const context = { now: new Date(), timeZone: turn.timeZone, weekStart: turn.weekStart };
  const choice = chooseModel(turn.model === BUILT_IN ? BUILT_IN : undefined);
  // What was carried out for this message has changed them.
  const openTasks = start.recorded.length > 0 ? null : turn.openTasks;
  const followed = start.historyLeafId === turn.userMessageId ? turn.branch : null;
  const [branch, shown] = await Promise.all([
    followed
      ? [...followed, { role: 'user', content: start.userText, parts: null, calls: null }]
      : loadBranch(turn.userId, turn.conversationId, start.historyLeafId, turn.contextSize),
    choice.paid ? (openTasks ?? readOpenTasks(turn.userId)) : undefined,
  ]);
  const calls = toolRunner(turn, { ...context, userText: start.userText });
  const cut = new AbortController();
  let cutFor: TurnErrorCode = 'answer_too_long';
  // The SDK's own limits begin with the first byte, and a model may never send it.
  const silence = setTimeout(() => {
    cutFor = 'model_timeout';
    cut.abort();
  }, LIMITS.stallMs);
  const end: Partial<TurnEnd> = {};
  let failure: unknown;
  let steps = 0;

  const result = streamText({
    model: choice.create(context),
    instructions: shown && instructionsFor(shown, context),
    messages: [...toHistory(branch), ...toolMessages(start.recorded)],
    tools: modelTools(calls.execute),
    toolApproval: calls.approve,
    toolCallConcurrency: 1,
    stopWhen: [
      isStepCount(LIMITS.steps),
      ({ steps: done }) => done.reduce((sum, { usage }) => sum + (usage.outputTokens ?? 0), 0) >= LIMITS.turnTokens,
    ],
    prepareStep: () => {
      calls.beginStep();
      return undefined;
    },
    maxRetries: choice.paid ? 2 : 0,
    maxOutputTokens: choice.paid ? LIMITS.outputTokens : undefined,
    abortSignal: AbortSignal.any([live.stop.signal, cut.signal]),
    timeout: LIMITS.totalMs,
    providerOptions: PROVIDER_OPTIONS,
    onStepEnd: () => {
      steps++;
    },
    onError: ({ error }) => {
      failure ??= error;
    },
  });

  let length = 0;
  let reason: FinishReason | undefined;
  const clean = wellFormed();
  try {
    // Part by part rather than through `toUIMessageStream`: each stage of streams costs as much as all of ours.
    for await (const part of result.stream) {
      silence.refresh();
      if (live.stop.signal.aborted) break;
      if (part.type === 'error') failure ??= part.error;
      // Neither stopped nor cut by us: the SDK's time limits ended it.
      if (part.type === 'abort') failure ??= new Error('timeout');
      if (part.type === 'finish') {
        reason = part.finishReason;
        end.tokensIn = part.totalUsage.inputTokens ?? null;
        end.tokensOut = part.totalUsage.outputTokens ?? null;
      }
      const chunk = tellable(toUIMessageChunk(part), calls.approvalOf);
      if (!chunk) continue;
      const first = chunk.type === 'text-delta' || chunk.type === 'tool-input-available';
      if (first) end.firstTokenMs ??= Date.now() - begun;
      if (chunk.type !== 'text-delta') live.push(chunk);
      else {
        length += chunk.delta.length;
        const delta = clean(chunk.delta);
        if (delta) live.push({ ...chunk, delta });
        if (length > LIMITS.answerCharacters) cut.abort();
      }
      if (cut.signal.aborted) break;
    }
  } catch (error) {
    // The connection to the model broke off.
    failure ??= error;
  } finally {
    clearTimeout(silence);
  }
  if (live.stop.signal.aborted) return end;
  if (cut.signal.aborted) return { ...end, status: 'failed', errorCode: cutFor };
  if (failure !== undefined) {
    const code = modelErrorCode(failure);
    const wait = waitOf(failure);
    const errorCode = code === 'model_rate_limited' && wait ? (`${code}:${wait}` as const) : code;
    // The error itself holds the prompt, and with it what the user wrote.
    log.warn({ turnId: turn.id, errorCode, cause: failure instanceof Error ? failure.name : typeof failure }, 'the model failed');
    return { ...end, status: 'failed', errorCode };
  }
  if (reason === 'length') return { ...end, status: 'failed', errorCode: 'answer_too_long' };
  const isCut = steps >= LIMITS.steps || (end.tokensOut ?? 0) >= LIMITS.turnTokens;
  return { ...end, ...closing(live, calls.previewOf, isCut) };
}

/** What the last step left open: approvals to ask for, as cards and in words, or a loop that was cut. */
function closing(live: LiveTurn, previewOf: (approvalId: string) => ToolOutput | undefined, isCut: boolean): Partial<TurnEnd> {
  const folded = foldChunks(live.chunks);
  const waiting = folded.flatMap((part): ChatData['approval'][] => {
    if (part.type !== 'tool' || part.approvalId === null) return [];
    const { approvalId: id, callId: toolCallId, tool } = part;
    const preview = previewOf(id);
    return preview ? [{ id, toolCallId, tool, message: preview.message, state: 'requested', preview }] : [];
  });
  if (waiting.length > 0) {
    for (const data of waiting) live.push({ type: 'data-approval', id: data.id, data });
    for (const chunk of textChunks(waiting.map(({ message }) => message).join('\n\n'))) live.push(chunk);
    return { status: 'awaiting_approval' };
  }
  // A loop that is cut ends with results that the model has not seen.
  if (isCut && folded.at(-1)?.type === 'tool') return { status: 'failed', errorCode: 'step_limit' };
  return { status: 'completed' };
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
function wellFormed(): (delta: string) => string {
  let carried = '';
  return (delta) => {
    const text = carried + delta;
    carried = /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : '';
    return cleanText(text.slice(0, text.length - carried.length));
  };
}
