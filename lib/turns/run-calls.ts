import type { ToolResultPart } from 'ai';
import { type Actor, TurnLostError } from '@/lib/assistant/actor';
import { isNamed } from '@/lib/assistant/approval-rule';
import { checkApproval } from '@/lib/assistant/check-approval';
import { runTool, UNEXPECTED } from '@/lib/assistant/run-tool';
import { log } from '@/lib/log';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import type { ModelStep } from './call-model';
import type { ChatData } from './chat-message';
import { LIMITS } from './limits';
import { type LiveTurn, LOST } from './live-turn';
import { toolResult } from './load-history';
import { type SkipReason, skipCall } from './skip-call';

type Moment = { now: Date; timeZone: string; userText: string };

/** Carries out the tool calls of one answer, and tells the turn's listeners. */
export function toolRunner(live: LiveTurn, moment: Moment) {
  const { turn } = live;
  /** The calls that wait for the user: one at most. */
  const waiting: ChatData['approval'][] = [];
  /** Tasks that the calls so far have changed and the user did not name. Many calls for one task each are a bulk change, too. */
  const unnamed = new Set<string>();

  function noteUnnamed(output: ToolOutput): ToolOutput {
    for (const { taskId, before, number, title } of (output.ok && output.changes) || [])
      if (before && !isNamed({ number, title }, moment.userText)) unnamed.add(taskId);
    return output;
  }

  /** @returns what came of the call; null where it waits, or the turn is no longer ours. */
  async function carryOut(callId: string, tool: string, input: unknown, skip: SkipReason | null): Promise<ToolOutput | null> {
    const actor: Actor = {
      ...moment,
      userId: turn.userId,
      source: 'chat',
      turn: { id: turn.id, leaseToken: turn.leaseToken, conversationId: turn.conversationId },
      callId,
    };
    try {
      if (skip) return await skipCall(actor, tool, input, skip);
      const check = await checkApproval(actor, tool, input, unnamed.size >= LIMITS.unnamedTasks);
      if (!check.needed) return noteUnnamed(await runTool(actor, tool, input));
      const { toolCallId: id, preview } = check;
      live.push({ type: 'tool-approval-request', approvalId: id, toolCallId: callId });
      waiting.push({ id, toolCallId: callId, tool, message: preview.message, state: 'requested', preview });
      return null;
    } catch (error) {
      if (error instanceof TurnLostError) {
        live.stop.abort(LOST);
        return null;
      }
      log.error({ err: error, tool }, 'tool failed');
      return UNEXPECTED;
    }
  }

  /** The calls of one step: one by one; after one that failed or waits the rest is skipped. @returns the results for the model. */
  async function run(calls: ModelStep['calls']): Promise<ToolResultPart[]> {
    const results: ToolResultPart[] = [];
    let skip: SkipReason | null = null;
    for (const { toolCallId, toolName, input, invalid, error } of calls) {
      if (live.stop.signal.aborted) break;
      if (invalid) {
        const value = error instanceof Error ? error.message : String(error);
        results.push({ type: 'tool-result', toolCallId, toolName, output: { type: 'error-text', value } });
        skip ??= 'failed';
        continue;
      }
      live.push({ type: 'tool-input-available', toolCallId, toolName, input });
      const output = await carryOut(toolCallId, toolName, input, skip);
      if (!output) {
        skip = 'waits';
        continue;
      }
      live.push({ type: 'tool-output-available', toolCallId, output });
      if (!output.ok) skip ??= 'failed';
      results.push(toolResult(toolCallId, toolName, output));
    }
    return results;
  }

  return { run, waiting };
}
