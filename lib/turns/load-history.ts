import type { ModelMessage, ToolResultPart } from 'ai';
import { asUser } from '@/lib/db/as-user';
import { Prisma } from '@/lib/generated/prisma/client';
import type { ToolOutput } from '@/lib/tasks/tool-output';
import { storedPartsSchema } from './message-parts';
import { inputOf, type RecordedCall, recordedCallJson, recordedOutput } from './recorded-output';

/** What the model is given of a conversation at most, in characters: about 16,000 tokens of English. */
const BUDGET = 64_000;

/** A message as the model is given it, with the calls that it tells of. */
export type HistoryRow = { role: string; content: string; parts: unknown; calls: RecordedCall[] | null };

/**
 * Selects the newest `limit` messages of the branch that ends at `leaf`, oldest first, as one JSON array of `HistoryRow`: part of
 * any statement. LIMIT 1 keeps each step a look-up by key: without it the planner may read all of a conversation to find one
 * message, and all of a user's calls to find those of an answer.
 */
export const branchTo = (userId: string, conversationId: string, leaf: Prisma.Sql, limit: Prisma.Sql) => Prisma.sql`
  WITH RECURSIVE branch AS (
    SELECT m.id, m.parent_id, m.role, m.content, m.parts, 1 AS depth
    FROM (SELECT * FROM message WHERE user_id = ${userId}::uuid AND id = ${leaf} LIMIT 1) m
    WHERE m.conversation_id = ${conversationId}::uuid
    UNION ALL
    SELECT m.id, m.parent_id, m.role, m.content, m.parts, branch.depth + 1
    FROM branch CROSS JOIN LATERAL (
      SELECT * FROM message WHERE user_id = ${userId}::uuid AND id = branch.parent_id LIMIT 1
    ) m
    WHERE branch.depth < ${limit}
  )
  SELECT coalesce(jsonb_agg(jsonb_build_object('role', role, 'content', content, 'parts', parts, 'calls', (
    SELECT jsonb_agg(${recordedCallJson})
    FROM jsonb_array_elements(coalesce(branch.parts, '[]')) AS part CROSS JOIN LATERAL (
      SELECT * FROM tool_call WHERE user_id = ${userId}::uuid AND id = (part ->> 'id')::uuid LIMIT 1
    ) c
  )) ORDER BY depth DESC), '[]') FROM branch`;

/** The newest `limit` messages of the branch that ends at `leafId`. One statement, whatever the length of the conversation. */
export async function loadBranch(userId: string, conversationId: string, leafId: string, limit: number): Promise<HistoryRow[]> {
  const [row] = await asUser(userId, (db) => db.$queryRaw<{ branch: HistoryRow[] }[]>`
    SELECT (${branchTo(userId, conversationId, Prisma.sql`${leafId}::uuid`, Prisma.sql`${limit}`)}) AS branch`);
  return row?.branch ?? [];
}

/** A branch, oldest message first, as the model is given it: tool results included, cut to the budget without splitting a turn. */
export const toHistory = (branch: HistoryRow[]): ModelMessage[] => withinBudget(branch).flatMap(toModelMessages);

/** Drops the oldest turns: what remains begins with a user's message, and the newest always remains. */
function withinBudget(rows: HistoryRow[]): HistoryRow[] {
  let size = 0;
  let start = rows.length;
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index];
    if (!row) break;
    size += row.content.length + (row.calls ? JSON.stringify(row.calls).length : 0);
    if (size > BUDGET && start < rows.length) break;
    if (row.role === 'user' || index === 0) start = index;
  }
  const kept = rows.slice(start);
  const first = kept.findIndex((row) => row.role === 'user');
  return first > 0 ? kept.slice(first) : kept;
}

function toModelMessages(row: HistoryRow): ModelMessage[] {
  // A system row is a note of ours for the page; a model would take it for an instruction.
  if (row.role === 'system') return [];
  if (row.role === 'user') return [{ role: 'user', content: row.content }];
  if (row.parts === null) return [{ role: 'assistant', content: row.content }];
  const calls = new Map(row.calls?.map((call) => [call.id, call]));
  const messages: ModelMessage[] = [];
  let pending: RecordedCall[] = [];
  const flush = () => {
    messages.push(...toolMessages(pending));
    pending = [];
  };
  for (const part of storedPartsSchema.parse(row.parts)) {
    // A call that asked for approval is told where it was carried out: in the answer that goes on from there.
    if (part.type === 'approval') continue;
    if (part.type === 'text') {
      flush();
      messages.push({ role: 'assistant', content: part.text });
      continue;
    }
    const call = calls.get(part.id);
    if (call) pending.push(call);
  }
  flush();
  return messages;
}

/** Recorded calls and their results, as a model's own earlier steps. */
export function toolMessages(calls: readonly RecordedCall[]): ModelMessage[] {
  const done = calls.flatMap((call) => {
    const output = recordedOutput(call);
    return output ? [{ call, output }] : [];
  });
  if (done.length === 0) return [];
  return [
    {
      role: 'assistant',
      content: done.map(({ call }) => ({
        type: 'tool-call',
        toolCallId: call.call_id ?? call.id,
        toolName: call.tool,
        input: inputOf(call),
      })),
    },
    {
      role: 'tool',
      content: done.map(({ call, output }) => toolResult(call.call_id ?? call.id, call.tool, output)),
    },
  ];
}

/** What came of a call, as the model is told it. */
export const toolResult = (toolCallId: string, toolName: string, output: ToolOutput): ToolResultPart => ({
  type: 'tool-result',
  toolCallId,
  toolName,
  output: { type: 'json', value: JSON.parse(JSON.stringify(output)) },
});
