import type { ToolOutput } from '@/lib/tasks/tool-output';

/** A recorded tool call as it is read from `tool_call`. */
export type RecordedCall = {
  id: string;
  call_id: string | null;
  tool: string;
  state: string;
  arguments: unknown;
  result: ToolOutput | null;
};

/**
 * What a recorded call came to. While a call waits, and after it was refused, its row holds the preview of what it
 * would have done; that is never told as a result.
 */
export function recordedOutput({ id, state, result }: RecordedCall): ToolOutput | null {
  if (state === 'requested' || state === 'approved') return null;
  if (state === 'rejected') return { ok: false, id, code: 'rejected', message: 'You said no, so nothing was changed.' };
  if (state === 'expired')
    return { ok: false, id, code: 'expired', message: 'The tasks changed meanwhile or you moved on, so nothing was changed.' };
  return result;
}
