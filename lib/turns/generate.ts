import type { ModelMessage } from 'ai';
import { instructionsFor, type OpenTask, readOpenTasks } from '@/lib/assistant/instructions';
import { modelErrorCode, waitOf } from '@/lib/assistant/model-errors';
import { modelTools } from '@/lib/assistant/model-tools';
import { BUILT_IN, chooseModel, PROVIDER_OPTIONS } from '@/lib/assistant/models';
import { log } from '@/lib/log';
import type { AnswerStart } from './answer';
import { textChunks } from './answer-chunks';
import { callModel, type Course } from './call-model';
import type { TurnEnd } from './finish-turn';
import { LIMITS } from './limits';
import { type LiveTurn, TOO_LONG, TOO_SLOW } from './live-turn';
import { type HistoryRow, loadBranch, toHistory, toolMessages } from './load-history';
import type { OpenTurn } from './open-turn';
import { toolRunner } from './run-calls';

/** Has a model answer the turn, in as many steps as its tools need. @returns how it ended, as far as the model goes. */
export async function generate(live: LiveTurn, start: AnswerStart): Promise<Partial<TurnEnd>> {
  const { turn } = live;
  const course: Course = { begun: Date.now(), used: { tokensIn: null, tokensOut: null, firstTokenMs: null }, characters: 0 };
  const context = { now: new Date(), timeZone: turn.timeZone, weekStart: turn.weekStart };
  const choice = chooseModel(turn.model === BUILT_IN ? BUILT_IN : undefined);
  const [branch, openTasks] = await Promise.all([branchFor(turn, start), choice.paid ? openTasksFor(turn, start) : undefined]);
  const request = {
    model: choice.create(context),
    instructions: openTasks && instructionsFor(openTasks, context),
    tools: modelTools,
    maxOutputTokens: choice.paid ? LIMITS.outputTokens : undefined,
    providerOptions: PROVIDER_OPTIONS,
  };
  const messages: ModelMessage[] = [...toHistory(branch), ...toolMessages(start.recorded)];
  const tools = toolRunner(live, { ...context, userText: start.userText });
  const deadline = setTimeout(() => live.stop.abort(TOO_SLOW), LIMITS.totalMs);
  try {
    for (let steps = 1; ; steps++) {
      live.push({ type: 'start-step' });
      const step = await callModel(live, course, { ...request, messages });
      const results = await tools.run(step?.calls ?? []);
      live.push({ type: 'finish-step' });
      if (!step || live.stop.signal.aborted) return { ...course.used, ...brokenOff(live, course) };
      if (step.calls.length === 0) return { ...course.used, status: 'completed' };
      if (tools.waiting.length > 0) return { ...course.used, status: askFor(live, tools.waiting) };
      if (steps >= LIMITS.steps || (course.used.tokensOut ?? 0) >= LIMITS.turnTokens)
        return { ...course.used, status: 'failed', errorCode: 'step_limit' };
      messages.push(step.message, { role: 'tool', content: results });
    }
  } finally {
    clearTimeout(deadline);
  }
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

/** Why an answer did not come to its end; nothing where it was ended from outside, which `answer` knows. */
function brokenOff(live: LiveTurn, { failure }: Course): Partial<TurnEnd> {
  const { aborted, reason } = live.stop.signal;
  if (aborted) return reason === TOO_SLOW || reason === TOO_LONG ? { status: 'failed', errorCode: reason } : {};
  const code = modelErrorCode(failure);
  const wait = waitOf(failure);
  const errorCode = code === 'model_rate_limited' && wait ? (`${code}:${wait}` as const) : code;
  // The error itself holds the prompt, and with it what the user wrote.
  log.warn({ turnId: live.turn.id, errorCode, cause: failure instanceof Error ? failure.name : typeof failure }, 'the model failed');
  return { status: 'failed', errorCode };
}

/** Asks for the approvals that the last step left open, as cards and in words. */
function askFor(live: LiveTurn, waiting: ReturnType<typeof toolRunner>['waiting']): 'awaiting_approval' {
  for (const data of waiting) live.push({ type: 'data-approval', id: data.id, data });
  for (const chunk of textChunks(waiting.map(({ message }) => message).join('\n\n'))) live.push(chunk);
  return 'awaiting_approval';
}
