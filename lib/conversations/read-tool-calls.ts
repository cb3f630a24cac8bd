import type { Db } from '@/lib/db/as-user';
import { KEEP_PLAN } from '@/lib/db/name-statements';
import type { ToolCallState } from './schemas';

export type ToolCallRow = {
  id: string;
  call_id: string | null;
  tool: string;
  skill: string | null;
  state: ToolCallState;
  arguments: unknown;
  result: unknown;
  action_taken: string | null;
  duration_ms: number | null;
  undone_at: Date | null;
};

/**
 * Recorded tool calls by their ids, in one statement (none for no ids). A call is undone when every change of a task that
 * it made is; `undone_at` is then when the undoing call was made.
 */
export async function readToolCalls(db: Db, userId: string, ids: string[]): Promise<Map<string, ToolCallRow>> {
  if (ids.length === 0) return new Map();
  // Within a SELECT of its own, how many ids there are is hidden from the planner, which would plan each number of them anew.
  const rows = await db.$queryRaw<ToolCallRow[]>`${KEEP_PLAN}
    SELECT c.id, c.call_id, c.tool, c.skill, c.state, c.arguments, c.result, c.action_taken, c.duration_ms, u.undone_at
    FROM tool_call c
    LEFT JOIN LATERAL (
      SELECT CASE WHEN bool_and(k.undone_by IS NOT NULL) THEN max(b.created_at) END AS undone_at
      FROM task_change k LEFT JOIN tool_call b ON b.user_id = k.user_id AND b.id = k.undone_by
      WHERE k.user_id = ${userId}::uuid AND k.tool_call_id = c.id
    ) u ON true
    WHERE c.user_id = ${userId}::uuid AND c.id = ANY((SELECT ${ids}::uuid[])::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
