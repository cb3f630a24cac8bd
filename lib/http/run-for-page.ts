import type { ToolName } from '@/lib/assistant/tool-skills';
import { runTool } from '@/lib/assistant/run-tool';
import { undoCall } from '@/lib/assistant/undo-call';
import type { CurrentUser } from '@/lib/auth/current-user';
import { AppError } from '@/lib/errors';
import type { ToolErrorCode, ToolFailure, ToolSuccess } from '@/lib/tasks/tool-output';
import { pageActor } from './page-actor';

const STATUS: Record<ToolErrorCode, [status: number, code: string]> = {
  ambiguous: [409, 'ambiguous'],
  not_found: [404, 'not_found'],
  invalid: [400, 'invalid_input'],
  conflict: [409, 'conflict'],
  limit: [409, 'limit_reached'],
  nothing_to_undo: [409, 'nothing_to_undo'],
  skipped: [409, 'skipped'],
  rejected: [409, 'rejected'],
  expired: [409, 'expired'],
  failed: [500, 'internal_error'],
};

/** A tool's failure as the error of the JSON surface. */
function toolError({ code, message, ref, candidates }: ToolFailure): AppError {
  const [status, name] = STATUS[code];
  const details = ref === undefined && candidates === undefined ? undefined : { ref, candidates };
  return new AppError(name, status, message, details);
}

/**
 * Runs a tool for a request of the JSON surface, so that what it changes is in the ledger like every other change.
 * @param timeZone the request's own zone. @throws AppError when the tool fails.
 */
export async function runForPage(user: CurrentUser, name: ToolName, input: unknown, timeZone?: string): Promise<ToolSuccess> {
  const output = await runTool(await pageActor(user.id, timeZone), name, input);
  if (!output.ok) throw toolError(output);
  return output;
}

/** Takes back one recorded call. @throws AppError 404 when the user has none of that id, 409 when it cannot be taken back. */
export async function undoForPage(user: CurrentUser, toolCallId: string): Promise<ToolSuccess> {
  const output = await undoCall(await pageActor(user.id), toolCallId);
  // The request was sound; it is the call that is final.
  if (!output.ok) throw toolError(output.code === 'invalid' ? { ...output, code: 'conflict' } : output);
  return output;
}
