import { experimental_streamTextLowMemory as streamText, isStepCount } from 'ai';
import { instructionsFor, type OpenTask, readOpenTasks } from '@/lib/assistant/instructions';
import { modelErrorCode, waitOf } from '@/lib/assistant/model-errors';
import { modelTools } from '@/lib/assistant/model-tools';
import { BUILT_IN, chooseModel, PROVIDER_OPTIONS } from '@/lib/assistant/models';
import { log } from '@/lib/log';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import type { AnswerStart } from './answer';
import { textChunks } from './answer-chunks';
import type { ChatData } from './chat-message';
import type { TurnEnd } from './finish-turn';
import { foldChunks } from './fold-chunks';
import { LIMITS } from './limits';
import type { LiveTurn } from './live-turn';
import { type HistoryRow, loadBranch, toHistory, toolMessages } from './load-history';
import type { OpenTurn } from './open-turn';
import { toolRunner } from './run-calls';
import { type Course, tellStream } from './tell-stream';

/** Streams the model's answer into the turn, tools included. @returns how it ended, as far as the model goes. */
export async function generate(live: LiveTurn, start: AnswerStart): Promise<Partial<TurnEnd>> {
  const { turn } = live;
  const course: Course = { begun: Date.now(), cut: new AbortController(), end: {}, steps: 0 };
  const context = { now: new Date(), timeZone: turn.timeZone, weekStart: turn.weekStart };
  const choice = chooseModel(turn.model === BUILT_IN ? BUILT_IN : undefined);
  const [branch, openTasks] = await Promise.all([branchFor(turn, start), choice.paid ? openTasksFor(turn, start) : undefined]);
  const calls = toolRunner(turn, { ...context, userText: start.userText });
  const { stream } = streamText({
    model: choice.create(context),
    instructions: openTasks && instructionsFor(openTasks, context),
    messages: [...toHistory(branch), ...toolMessages(start.recorded)],
    tools: modelTools(calls.execute),
    toolApproval: calls.approve,
    toolCallConcurrency: 1,
    stopWhen: [
      isStepCount(LIMITS.steps),
      ({ steps }) => steps.reduce((sum, { usage }) => sum + (usage.outputTokens ?? 0), 0) >= LIMITS.turnTokens,
    ],
    prepareStep: () => {
      calls.beginStep();
      return undefined;
    },
    maxRetries: choice.paid ? 2 : 0,
    maxOutputTokens: choice.paid ? LIMITS.outputTokens : undefined,
    abortSignal: AbortSignal.any([live.stop.signal, course.cut.signal]),
    timeout: LIMITS.totalMs,
    providerOptions: PROVIDER_OPTIONS,
    onStepEnd: () => {
      course.steps++;
    },
    onError: ({ error }) => {
      course.failure ??= error;
    },
  });
  await tellStream(live, stream, course, calls.approvalOf);
  return { ...course.end, ...judge(live, course, calls.previewOf) };
}

/** The messages that the model goes on from: those that were read on the way, where they still end there. */
function branchFor(turn: OpenTurn, { historyLeafId, userText }: AnswerStart): HistoryRow[] | Promise<HistoryRow[]> {
  return turn.branch && historyLeafId === turn.userMessageId
    ? [...turn.branch, { role: 'user', content: userText, parts: null, calls: null }]
    : loadBranch(turn.userId, turn.conversationId, historyLeafId, turn.contextSize);
}

/** The open tasks, read anew where something was carried out for this message already. */
function openTasksFor(turn: OpenTurn, { recorded }: AnswerStart): OpenTask[] | Promise<OpenTask[]> {
  return turn.openTasks && recorded.length === 0 ? turn.openTasks : readOpenTasks(turn.userId);
}

/** How the turn ended, by what became of the stream; nothing where it was stopped. */
function judge(live: LiveTurn, course: Course, previewOf: (approvalId: string) => ToolOutput | undefined): Partial<TurnEnd> {
  const { end, steps, finishReason, failure, cutFor } = course;
  if (live.stop.signal.aborted) return {};
  if (cutFor) return { status: 'failed', errorCode: cutFor };
  if (failure !== undefined) {
    const code = modelErrorCode(failure);
    const wait = waitOf(failure);
    const errorCode = code === 'model_rate_limited' && wait ? (`${code}:${wait}` as const) : code;
    // The error itself holds the prompt, and with it what the user wrote.
    log.warn({ turnId: live.turn.id, errorCode, cause: failure instanceof Error ? failure.name : typeof failure }, 'the model failed');
    return { status: 'failed', errorCode };
  }
  if (finishReason === 'length') return { status: 'failed', errorCode: 'answer_too_long' };
  return closing(live, previewOf, steps >= LIMITS.steps || (end.tokensOut ?? 0) >= LIMITS.turnTokens);
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
