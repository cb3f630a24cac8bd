import { chooseModel } from '@/lib/assistant/models';
import { withdrawApprovals } from '@/lib/assistant/withdraw-approvals';
import { titleOf } from '@/lib/conversations/title-of';
import { asUser } from '@/lib/db/as-user';
import { answer, type AnswerStart } from './answer';
import { type Answering, followAnswer } from './answering';
import { carryOut, hasRest } from './carry-out';
import { readDecision } from './read-decision';
import { openOrFind } from './open-or-find';
import { type OpenTurn, openTurn } from './open-turn';

export type ChatRequest = {
  userId: string;
  conversationId: string;
  messageId: string;
  text: string;
  parentId: string | null | undefined;
  timeZone: string | null;
};

/**
 * Takes a new message and answers it. The same message id again is not a second message: its answer comes back, from
 * the store or live.
 * @throws AppError 409 turn_running while another turn of the conversation runs; 404 when the conversation is deleted
 * or `parentId` is not in it.
 */
export async function startChat(request: ChatRequest): Promise<Answering> {
  const { userId, conversationId, messageId, text } = request;
  const model = chooseModel();
  const open = () => openTurn({ ...request, title: titleOf(text), model: model.id, showsTasks: model.paid });
  const turn = await openOrFind(open, { userId, conversationId, messageId }, 'conversation');
  return 'known' in turn ? followAnswer(userId, turn.known) : followAnswer(answer(turn.opened, () => startOf(turn.opened, text)));
}

async function startOf(turn: OpenTurn, text: string): Promise<AnswerStart> {
  const plain: AnswerStart = { userText: text, recorded: [], historyLeafId: turn.userMessageId };
  const { waitingAnswerId } = turn;
  if (!waitingAnswerId && !turn.leavesWaiting) return plain;
  // A "yes" on another branch, as of an edited message, answers something else.
  const waiting = waitingAnswerId ? await findWaiting(turn.userId, waitingAnswerId) : null;
  const approved = waiting && readDecision(text, waiting.tool);
  if (!waiting || !waitingAnswerId || approved === null) {
    await withdrawApprovals(turn.userId, turn.conversationId);
    return plain;
  }
  // The model goes on with what was asked, not with the "yes".
  return carryOut(turn, waiting.id, approved, { userText: waiting.asked, historyLeafId: waitingAnswerId, rest: waiting.rest });
}

type Waiting = { id: string; tool: string; asked: string; rest: boolean };

/** The call that an answer waits with. */
async function findWaiting(userId: string, answerId: string): Promise<Waiting | null> {
  const [waiting] = await asUser(userId, (db) => db.$queryRaw<Waiting[]>`
    SELECT c.id, c.tool, m.content AS asked, ${hasRest} AS rest
    FROM turn t
    JOIN tool_call c ON c.user_id = t.user_id AND c.turn_id = t.id AND c.state = 'requested'
    JOIN message m ON m.user_id = t.user_id AND m.id = t.user_message_id
    WHERE t.user_id = ${userId}::uuid AND t.status = 'awaiting_approval' AND t.answer_id = ${answerId}::uuid`);
  return waiting ?? null;
}
