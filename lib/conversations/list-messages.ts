import { asUser, type Db } from '@/lib/db/as-user';
import { notFound } from '@/lib/errors';
import { inputOf } from '@/lib/turns/recorded-output';
import { toChatMessage } from './chat-messages';
import { invalidCursor } from './cursor';
import { clampLimit } from './limits';
import { nextCursor, readPage } from './open-conversation';
import { readConversation } from './read-conversation';
import { readToolCalls, type ToolCallRow } from './read-tool-calls';
import { requireId } from './require-id';
import type { MessageItem, Page, ToolCallItem } from './schemas';
import { toolCallIds } from './stored-parts';

/**
 * A page of the branch on screen, oldest first; `before` takes the page's `nextCursor`.
 * @throws AppError 400 `invalid_id` or `invalid_cursor`, 404 `not_found`.
 */
export async function listMessages(
  userId: string,
  id: string,
  { before, limit }: { before?: string | null; limit?: number } = {},
): Promise<Page<MessageItem>> {
  const conversationId = requireId(id);
  return asUser(userId, async (db) => {
    const rows = await readPage(db, userId, conversationId, before, clampLimit(limit));
    if (rows.length === 0) await explainEmpty(db, userId, conversationId, before);
    const calls = await readToolCalls(db, userId, rows.flatMap(toolCallIds));
    const items = rows.map((row) => ({
      id: row.id,
      parentId: row.parent_id,
      position: row.position,
      role: row.role,
      content: row.content,
      parts: toChatMessage(row, calls).parts,
      skillUsed: row.skill_used,
      toolCalls: toolCallIds(row).flatMap((id) => {
        const call = calls.get(id);
        return call ? [toToolCallItem(call)] : [];
      }),
      turnStatus: row.turn_status,
      createdAt: row.created_at.toISOString(),
    }));
    return { items, nextCursor: nextCursor(rows) };
  });
}

const toToolCallItem = (call: ToolCallRow): ToolCallItem => ({
  id: call.id,
  tool: call.tool,
  skill: call.skill,
  state: call.state,
  arguments: inputOf(call),
  result: call.result,
  actionTaken: call.action_taken,
  durationMs: call.duration_ms,
  undoneAt: call.undone_at?.toISOString() ?? null,
});

async function explainEmpty(db: Db, userId: string, conversationId: string, before: string | null | undefined): Promise<void> {
  if (!(await readConversation(db, userId, conversationId))) throw notFound('conversation');
  if (before) throw invalidCursor();
}
