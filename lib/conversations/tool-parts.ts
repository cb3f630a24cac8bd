import type { ToolOutput } from '@/lib/tasks/tool-output';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { inputOf, recordedOutput } from '@/lib/turns/recorded-output';
import type { ToolCallRow } from './read-tool-calls';

type Part = ChatMessage['parts'][number];

const isToolOutput = (value: unknown): value is ToolOutput =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean' &&
  'message' in value && typeof value.message === 'string' && (value.ok || 'code' in value);

const recordedResult = (call: ToolCallRow): ToolOutput | null => (isToolOutput(call.result) ? call.result : null);

/** What came of a call; one without a result (it never ran) says so. */
function output(call: ToolCallRow): ToolOutput {
  const recorded = recordedOutput({ ...call, result: recordedResult(call) });
  if (recorded) return { ...recorded, id: call.id };
  if (call.state === 'skipped')
    return { ok: false, id: call.id, code: 'skipped', message: call.action_taken ?? 'Skipped, because a step before it failed.' };
  return { ok: false, id: call.id, code: 'failed', message: call.action_taken ?? 'No result was recorded.' };
}

const shared = (call: ToolCallRow) => ({
  type: `tool-${call.tool}` as const,
  toolCallId: call.call_id ?? call.id,
  input: inputOf(call),
});

/** A recorded tool call where it was carried out. */
export const toolPart = (call: ToolCallRow): Part => ({ ...shared(call), state: 'output-available', output: output(call) });

/**
 * A recorded tool call where it asked for approval: the request as it stands, and the card with what would change.
 * `question`: what was asked, in the words of then.
 */
export function approvalParts(call: ToolCallRow, question?: string): Part[] {
  const approval = { id: call.id };
  switch (call.state) {
    case 'requested':
      return [{ ...shared(call), state: 'approval-requested', approval }, approvalCard(call, 'requested', question)];
    case 'rejected':
    case 'expired': {
      const reason = recordedOutput({ ...call, result: recordedResult(call) })?.message;
      return [
        { ...shared(call), state: 'output-denied', approval: { ...approval, approved: false, reason } },
        approvalCard(call, call.state, question),
      ];
    }
    default:
      return [
        { ...shared(call), state: 'approval-responded', approval: { ...approval, approved: true } },
        approvalCard(call, 'approved', question),
      ];
  }
}

function approvalCard(call: ToolCallRow, state: 'requested' | 'approved' | 'rejected' | 'expired', question?: string): Part {
  const preview: ToolOutput = recordedResult(call) ?? { ok: true, message: call.action_taken ?? '' };
  const { id, tool } = call;
  return {
    type: 'data-approval',
    id,
    data: { id, toolCallId: call.call_id ?? id, tool, message: question ?? preview.message, state, preview },
  };
}
