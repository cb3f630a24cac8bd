import { Prisma } from '@/lib/generated/prisma/client';
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

/** The same, made of a row of `tool_call` (as `c`) within a statement. */
export const recordedCallJson = Prisma.sql`jsonb_build_object('id', c.id, 'call_id', c.call_id, 'tool', c.tool, 'state', c.state,
  'arguments', c.arguments, 'result', c.result)`;

/** A call's input as the model wrote it: one that waited for approval is kept with the tasks that it meant as well. */
export const inputOf = ({ arguments: input }: Pick<RecordedCall, 'arguments'>): unknown =>
  typeof input === 'object' && input !== null && 'resolved' in input ? { ...input, resolved: undefined } : input;

/**
 * What a recorded call came to. While a call waits, and after it was refused or withdrawn, its row holds the preview of what
 * it would have done; that is never told as a result.
 */
export function recordedOutput({ id, state, result }: RecordedCall): ToolOutput | null {
  if (state === 'requested' || state === 'approved') return null;
  if (state === 'rejected') return { ok: false, id, code: 'rejected', message: 'You said no, so that was not done.' };
  if (state === 'expired' && result?.ok !== false)
    return { ok: false, id, code: 'expired', message: 'You went on to something else, so that was not done.' };
  return result;
}
