import { chooseModel } from '@/lib/assistant/models';
import { withdrawApprovals } from '@/lib/assistant/withdraw-approvals';
import { titleOf } from '@/lib/conversations/title-of';
import { asUser } from '@/lib/db/as-user';
import { conflict, notFound } from '@/lib/errors';
import { answer, type AnswerStart } from './answer';
import { type Answering, followAnswer } from './answering';
import { carryOut } from './carry-out';
import { readDecision } from './read-decision';
import { explainRefusal } from './explain-refusal';
import { type OpenTurn, openTurn } from './open-turn';
import { recoverTurns } from './recover-turns';

export type ChatRequest = {
  userId: string;
  conversationId: string;
  messageId: string;
  text: string;
  parentId: string | null | undefined;
  timeZone: string | null;
};

export const turnRunning = () =>
  conflict('turn_running', 'An answer is still being made in this conversation. Wait for it, or stop it first.');

/**
 * Takes a new message and answers it. The same message id again is not a second message: its answer comes back, from
 * the store or live.
 * @throws AppError 409 turn_running while another turn of the conversation runs; 404 when the conversation is deleted
 * or `parentId` is not in it.
 */
export async function startChat(request: ChatRequest): Promise<Answering> {
  const { userId, conversationId, messageId, text } = request;
  const model = chooseModel();
  // A turn whose process died is recovered when it is met; then the message is taken after all.
  for (let met = 0; ; met++) {
    const turn = await openTurn({ ...request, title: titleOf(text), model: model.id, showsTasks: model.paid });
    if (turn) return followAnswer(answer(turn, () => startOf(turn, text)));
    const refusal = await explainRefusal(userId, { conversationId, messageId });
    if (refusal.reason === 'missing') throw notFound('conversation');
    if (refusal.reason === 'known') return followAnswer(userId, refusal.turnId);
    if (met > 0 || !(await recoverTurns(userId, conversationId))) throw turnRunning();
  }
}

async function startOf(turn: OpenTurn, text: string): Promise<AnswerStart> {
  const plain: AnswerStart = { userText: text, recorded: [], historyLeafId: turn.userMessageId };
  const { waitingAnswerId } = turn;
  if (!waitingAnswerId && !turn.leavesWaiting) return plain;
  // A "yes" on another branch, as of an edited message, answers something else.
  const approved = waitingAnswerId ? readDecision(text) : null;
  if (!waitingAnswerId || approved === null) {
    await withdrawApprovals(turn.userId, turn.conversationId);
    return plain;
  }
  const waiting = await asUser(turn.userId, (db) => db.$queryRaw<{ id: string; asked: string }[]>`
    SELECT c.id, m.content AS asked FROM turn t
    JOIN tool_call c ON c.user_id = t.user_id AND c.turn_id = t.id AND c.state = 'requested'
    JOIN message m ON m.user_id = t.user_id AND m.id = t.user_message_id
    WHERE t.user_id = ${turn.userId}::uuid AND t.status = 'awaiting_approval' AND t.user_message_id = (
      SELECT asking.user_message_id FROM turn asking WHERE asking.user_id = ${turn.userId}::uuid AND asking.answer_id = ${waitingAnswerId}::uuid)
    ORDER BY c.created_at, c.id`);
  if (waiting.length === 0) return plain;
  // The model goes on with what was asked, not with the "yes".
  return carryOut(turn, waiting, approved, {
    userText: waiting[0]?.asked ?? text,
    historyLeafId: waitingAnswerId,
    othersWait: false,
  });
}
