import { v7 } from 'uuid';
import { chooseModel } from '@/lib/assistant/models';
import { asUser } from '@/lib/db/as-user';
import { conflict, notFound } from '@/lib/errors';
import { answer } from './answer';
import { type Answering, followAnswer } from './answering';
import { carryOut } from './carry-out';
import { openAttempt } from './open-attempt';
import { openOrFind } from './open-or-find';

/** `newest_id`: the newest answer to the message, which asked or came of another of its approvals. What comes now goes on from there. */
type Waiting = { state: string; newest_id: string; user_message_id: string; asked: string; time_zone: string; others: number };

/** The approval while it waits. @throws AppError 404 when there is no such one, 409 approval_decided. */
async function findWaiting(userId: string, conversationId: string, approvalId: string): Promise<Waiting> {
  const [call] = await asUser(userId, (db) => db.$queryRaw<Waiting[]>`
    SELECT c.state, t.user_message_id, t.time_zone, m.content AS asked,
      (SELECT count(*)::int FROM tool_call other WHERE other.user_id = c.user_id AND other.turn_id = c.turn_id
        AND other.state = 'requested' AND other.id <> c.id) AS others,
      (SELECT answer.id FROM turn attempt JOIN message answer ON answer.user_id = attempt.user_id AND answer.id = attempt.answer_id
        WHERE attempt.user_id = t.user_id AND attempt.user_message_id = t.user_message_id ORDER BY attempt.attempt DESC LIMIT 1) AS newest_id
    FROM tool_call c JOIN turn t ON t.user_id = c.user_id AND t.id = c.turn_id
    JOIN message m ON m.user_id = t.user_id AND m.id = t.user_message_id
    WHERE c.user_id = ${userId}::uuid AND c.id = ${approvalId}::uuid AND t.conversation_id = ${conversationId}::uuid`);
  if (!call) throw notFound('approval');
  if (call.state !== 'requested')
    throw conflict('approval_decided', 'This was decided already, or the tasks have moved on since.', { state: call.state });
  return call;
}

/**
 * Decides a waiting approval and goes on with the answer that asked for it, as a new turn of the same message.
 * @throws AppError 404 when there is no such approval, 409 approval_decided when it no longer waits, 409 turn_running.
 */
export async function decideTurn(
  userId: string,
  conversationId: string,
  { approvalId, approved }: { approvalId: string; approved: boolean },
): Promise<Answering> {
  const turnId = v7();
  const open = async () => {
    const call = await findWaiting(userId, conversationId, approvalId);
    const turn = await openAttempt({
      userId,
      conversationId,
      userMessageId: call.user_message_id,
      turnId,
      continuesId: call.newest_id,
      approvalId,
      timeZone: call.time_zone,
      model: chooseModel().id,
    });
    return turn && { ...turn, call };
  };
  const turn = await openOrFind(open, { userId, conversationId, attemptId: turnId }, 'approval');
  if ('known' in turn) return followAnswer(userId, turn.known);
  const { call, ...opened } = turn.opened;
  const start = { userText: call.asked, historyLeafId: call.newest_id, othersWait: call.others > 0 };
  return followAnswer(answer(opened, () => carryOut(opened, [{ id: approvalId }], approved, start)));
}
