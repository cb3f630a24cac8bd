import type { Actor } from '@/lib/assistant/actor';
import { resolvedInput } from '@/lib/assistant/approved-call';
import { checkApproval } from '@/lib/assistant/check-approval';
import { decideApproval } from '@/lib/assistant/decide-approval';
import type { ToolDefinition } from '@/lib/assistant/define-tool';
import { runTool } from '@/lib/assistant/run-tool';
import { asUser } from '@/lib/db/as-user';
import type { ToolOutput } from '@/lib/tasks/tool-output';

/** What a call over MCP answers: a ToolOutput, or a preview that waits for its second call. */
export type McpOutput = ToolOutput | { ok: false; code: 'approval_required'; message: string; approvalToken: string; preview: ToolOutput };

/**
 * Carries out one MCP call. A call that needs approval is not executed: it answers with a preview and a token, and the
 * same call with `approvalToken` executes what was previewed, once, unless a task has changed meanwhile.
 */
export async function callTool(actor: Actor, tool: ToolDefinition, input: Record<string, unknown>): Promise<McpOutput> {
  const { approvalToken, ...own } = input;
  if (typeof approvalToken === 'string') return decide(actor, tool, own, approvalToken);
  if (tool.effect !== 'read') {
    const approval = await checkApproval(actor, tool.name, own);
    if (approval.needed)
      return {
        ok: false,
        code: 'approval_required',
        message:
          `${approval.preview.message} Nothing has been changed yet. Show this to the user; if they agree, call ${tool.name} again ` +
          'with the same arguments and this approvalToken.',
        approvalToken: approval.toolCallId,
        preview: approval.preview,
      };
  }
  return runTool(actor, tool.name, own);
}

async function decide(actor: Actor, tool: ToolDefinition, input: Record<string, unknown>, token: string): Promise<ToolOutput> {
  const waiting = await asUser(actor.userId, (db) =>
    db.toolCall.findFirst({ where: { userId: actor.userId, id: token, source: 'mcp' }, select: { tool: true, state: true, arguments: true } }),
  );
  if (waiting?.tool !== tool.name)
    return { ok: false, code: 'not_found', message: `There is no call of ${tool.name} that waits with this approvalToken.` };
  if (waiting.state !== 'requested')
    return { ok: false, code: 'conflict', message: `That approvalToken has been used (${waiting.state}). Call without it to start again.` };
  if (canonical(tool, resolvedInput(waiting.arguments).original) !== canonical(tool, input))
    return { ok: false, code: 'conflict', message: 'These are not the arguments that were previewed, so nothing was changed. Repeat them exactly, or call without approvalToken for a new preview.' };
  return (await decideApproval(actor, token, true)).output;
}

/** The same for inputs that mean the same to the tool: parsed, with keys in order. */
function canonical(tool: ToolDefinition, input: unknown): string {
  const parsed = tool.input.safeParse(input);
  return JSON.stringify(parsed.success ? parsed.data : input, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)))
      : value,
  );
}
