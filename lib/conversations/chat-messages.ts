import type { Db } from '@/lib/db/as-user';
import type { ChatMessage } from '@/lib/turns/chat-message';
import type { StoredPart } from '@/lib/turns/message-parts';
import { turnError } from '@/lib/turns/statuses';
import type { MessageRow } from './read-branch';
import { readToolCalls, type ToolCallRow } from './read-tool-calls';
import { storedParts, toolCallIds } from './stored-parts';
import { approvalParts, toolPart } from './tool-parts';

/** Stored messages as pages and models know them, with their tool calls (one statement when there are any). */
export async function toChatMessages(db: Db, userId: string, rows: MessageRow[]): Promise<ChatMessage[]> {
  const calls = await readToolCalls(db, userId, rows.flatMap(toolCallIds));
  return rows.map((row) => toChatMessage(row, calls));
}

/** One message; a reference to a tool call that is no longer recorded is left out. */
export function toChatMessage(row: MessageRow, calls: Map<string, ToolCallRow>): ChatMessage {
  const undone = toolCallIds(row).filter((id) => calls.get(id)?.undone_at);
  const parts = storedParts(row);
  const asked = questionsOf(parts);
  return {
    id: row.id,
    role: row.role,
    parts: parts.flatMap((part) => {
      if (part.type === 'text') return [part];
      const call = calls.get(part.id);
      if (!call) return [];
      return part.type === 'approval' ? approvalParts(call, asked.get(part.id)) : [toolPart(call)];
    }),
    metadata: {
      createdAt: row.created_at.toISOString(),
      parentId: row.parent_id,
      position: row.position,
      skillUsed: row.skill_used,
      feedback: row.feedback,
      ...(row.turn_id && row.turn_status && { turn: turnOf(row, row.turn_id, row.turn_status) }),
      ...(row.siblings && { siblings: row.siblings }),
      ...(undone.length > 0 && { undone }),
    },
  };
}

/**
 * What each approval asked, by call: an answer that asks ends with the questions, one a paragraph. The recorded result
 * says so only until the call is carried out.
 */
function questionsOf(parts: StoredPart[]): Map<string, string> {
  const ids = parts.flatMap((part) => (part.type === 'approval' ? [part.id] : []));
  const last = parts.at(-1);
  const questions = last?.type === 'text' ? last.text.split('\n\n') : [];
  return new Map(questions.length === ids.length ? questions.map((question, index) => [ids[index] ?? '', question]) : []);
}

function turnOf(row: MessageRow, id: string, status: NonNullable<MessageRow['turn_status']>) {
  return {
    id,
    status,
    attempt: row.turn_attempt ?? 1,
    error: turnError(row.turn_error),
    model: row.turn_model ?? '',
    tokensIn: row.turn_tokens_in,
    tokensOut: row.turn_tokens_out,
    firstTokenMs: row.turn_first_token_ms,
    durationMs: row.turn_duration_ms,
  };
}
