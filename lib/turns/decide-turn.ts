import { v7 } from 'uuid';
import { BUILT_IN, chooseModel } from '@/lib/assistant/models';
import { asUser } from '@/lib/db/as-user';
import { conflict, notFound } from '@/lib/errors';
import { answer } from './answer';
import { type Answering, followAnswer } from './answering';
import { carryOut, hasRest } from './carry-out';
import { openAttempt } from './open-attempt';
import { openOrFind } from './open-or-find';

type Waiting = { state: string; answer_id: string; user_message_id: string; asked: string; time_zone: string; model: string; rest: boolean };

/** The approval while it waits. @throws AppError 404 when there is no such one, 409 approval_decided. */
async function findWaiting(userId: string, conversationId: string, approvalId: string): Promise<Waiting> {
  const [call] = await asUser(userId, (db) => db.$queryRaw<Waiting[]>`
    SELECT c.state, t.answer_id, t.user_message_id, t.time_zone, t.model, m.content AS asked, ${hasRest} AS rest
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
      continuesId: call.answer_id,
      approvalId,
      timeZone: call.time_zone,
      // Whoever asked goes on: the built-in assistant is there also where the other model is not.
      model: chooseModel(call.model === BUILT_IN ? BUILT_IN : undefined).id,
    });
    return turn && { ...turn, call };
  };
  const turn = await openOrFind(open, { userId, conversationId, attemptId: turnId }, 'approval');
  if ('known' in turn) return followAnswer(userId, turn.known);
  const { call, ...opened } = turn.opened;
  const start = { userText: call.asked, historyLeafId: call.answer_id, rest: call.rest };
  return followAnswer(answer(opened, () => carryOut(opened, approvalId, approved, start)));
}
