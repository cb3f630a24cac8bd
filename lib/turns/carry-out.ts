import { decideApproval } from '@/lib/assistant/decide-approval';
import { BUILT_IN } from '@/lib/assistant/models';
import { Prisma } from '@/lib/generated/prisma/client';
import type { AnswerStart } from './answer';
import type { OpenTurn } from './open-turn';
import { type RecordedCall, recordedOutput } from './recorded-output';

/** Whether calls of the same step come after a waiting one (as `c`) and were put off. */
export const hasRest = Prisma.sql`EXISTS (SELECT 1 FROM tool_call later
  WHERE later.user_id = c.user_id AND later.turn_id = c.turn_id AND later.state = 'skipped')`;

type Asked = Pick<AnswerStart, 'userText' | 'historyLeafId'> & {
  /** Whether more was to be done after it. */
  rest: boolean;
};

/**
 * Decides a waiting call under a new turn. What comes after an approved one is the model's. After another the answer ends here,
 * except that the built-in assistant, which asks nobody and costs nothing, still says what is not done.
 */
export async function carryOut(turn: OpenTurn, id: string, approved: boolean, { userText, historyLeafId, rest }: Asked): Promise<AnswerStart> {
  const { decision, output, tool, input, callId } = await decideApproval(
    {
      userId: turn.userId,
      source: 'chat',
      now: new Date(),
      timeZone: turn.timeZone,
      userText,
      turn: { id: turn.id, leaseToken: turn.leaseToken, conversationId: turn.conversationId },
    },
    id,
    approved,
  );
  const state = decision === 'executed' ? (output.ok ? 'ok' : 'error') : decision;
  const call: RecordedCall = { id, call_id: callId, tool, state, arguments: input, result: { ...output, id } };
  const start = { userText, historyLeafId, recorded: [call] };
  const told = recordedOutput(call);
  if (!told || told.ok || turn.model === BUILT_IN) return start;
  return { ...start, closing: rest ? `${told.message} What was to come after it was not done either.` : told.message };
}
