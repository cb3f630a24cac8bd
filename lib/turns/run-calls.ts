import type { ToolApprovalStatus } from 'ai';
import { checkApproval } from '@/lib/assistant/check-approval';
import { type Actor, TurnLostError } from '@/lib/assistant/actor';
import { runTool, UNEXPECTED } from '@/lib/assistant/run-tool';
import { log } from '@/lib/log';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import type { OpenTurn } from './open-turn';
import { skipCall } from './skip-call';

type Moment = { now: Date; timeZone: string; userText: string };

/** Carries out the tool calls of one answer: one by one, and after a failure the rest of the step is skipped. */
export function toolRunner(turn: OpenTurn, moment: Moment) {
  const approvals = new Map<string, string>();
  const previews = new Map<string, ToolOutput>();
  let failed = false;

  const actorOf = (callId: string): Actor => ({
    ...moment,
    userId: turn.userId,
    source: 'chat',
    turn: { id: turn.id, leaseToken: turn.leaseToken, conversationId: turn.conversationId },
    callId,
  });

  return {
    beginStep: () => {
      failed = false;
    },

    execute: async (name: string, input: unknown, callId: string): Promise<ToolOutput> => {
      try {
        const output = failed ? await skipCall(actorOf(callId), name, input) : await runTool(actorOf(callId), name, input);
        failed ||= !output.ok;
        return output;
      } catch (error) {
        failed = true;
        if (error instanceof TurnLostError) throw error;
        log.error({ err: error, tool: name }, 'tool failed');
        return UNEXPECTED;
      }
    },

    approve: async ({
      toolCall,
    }: {
      toolCall: { toolName: string; toolCallId: string; input: unknown };
    }): Promise<ToolApprovalStatus> => {
      const { toolName, toolCallId, input } = toolCall;
      const check = await checkApproval(actorOf(toolCallId), toolName, input);
      if (!check.needed) return 'not-applicable';
      approvals.set(toolCallId, check.toolCallId);
      previews.set(check.toolCallId, check.preview);
      return 'user-approval';
    },

    /** Id of the recorded call behind the SDK's approval request. */
    approvalOf: (callId: string) => approvals.get(callId),
    /** What an approval would change. */
    previewOf: (approvalId: string) => previews.get(approvalId),
  };
}
