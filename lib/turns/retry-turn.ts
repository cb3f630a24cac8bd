import { findTool } from '@/lib/assistant/tools';
import { type BUILT_IN, chooseModel } from '@/lib/assistant/models';
import { withdrawApprovals } from '@/lib/assistant/withdraw-approvals';
import { asUser } from '@/lib/db/as-user';
import { answer, type AnswerStart } from './answer';
import { type Answering, followAnswer } from './answering';
import { openAttempt } from './open-attempt';
import { openOrFind } from './open-or-find';
import type { OpenTurn } from './open-turn';
import type { RecordedCall } from './recorded-output';

export type RetryRequest = {
  userId: string;
  conversationId: string;
  /** The user's message to answer anew. */
  messageId: string;
  /** Made by the client: the same attempt again is not a further one. */
  attemptId: string;
  model?: typeof BUILT_IN;
};

/**
 * Answers a message anew, as a branch. What the earlier attempts did is handed to the model and never run again.
 * @throws AppError 409 turn_running; 404 when the message is not a user's message of this conversation.
 */
export async function retryTurn({ userId, conversationId, messageId, attemptId, model }: RetryRequest): Promise<Answering> {
  const attempt = { userId, conversationId, userMessageId: messageId, turnId: attemptId, continuesId: null, timeZone: null };
  const open = () => openAttempt({ ...attempt, model: chooseModel(model).id });
  const turn = await openOrFind(open, { userId, conversationId, attemptId }, 'message');
  return 'known' in turn ? followAnswer(userId, turn.known) : followAnswer(answer(turn.opened, () => startOf(turn.opened)));
}

type Earlier = RecordedCall & { asked: string };

async function startOf(turn: OpenTurn): Promise<AnswerStart> {
  await withdrawApprovals(turn.userId, turn.conversationId);
  const rows = await asUser(turn.userId, (db) => db.$queryRaw<(Earlier | (Partial<Earlier> & { id: null; asked: string }))[]>`
    SELECT c.id, c.call_id, c.tool, c.state, c.arguments, c.result, m.content AS asked
    FROM message m
    LEFT JOIN turn t ON t.user_id = m.user_id AND t.user_message_id = m.id
    LEFT JOIN tool_call c ON c.user_id = t.user_id AND c.turn_id = t.id AND c.state = 'ok'
    WHERE m.user_id = ${turn.userId}::uuid AND m.id = ${turn.userMessageId}::uuid ORDER BY c.created_at, c.id`);
  const calls = rows.filter((row): row is Earlier => row.id !== null);
  // Reads after the last change are made anew: the tasks may have moved on since.
  const lastChange = calls.findLastIndex(({ tool }) => findTool(tool)?.effect !== 'read');
  return {
    userText: rows[0]?.asked ?? '',
    recorded: calls.slice(0, lastChange + 1),
    historyLeafId: turn.userMessageId,
  };
}
