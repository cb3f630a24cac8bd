import { decideApproval } from '@/lib/assistant/decide-approval';
import type { AnswerStart } from './answer';
import type { OpenTurn } from './open-turn';
import { type RecordedCall, recordedOutput } from './recorded-output';

/** Decides waiting calls under a new turn. What comes after an approved one is the model's; the rest ends here. */
export async function carryOut(
  turn: OpenTurn,
  waiting: readonly { id: string }[],
  approved: boolean,
  { userText, historyLeafId, othersWait }: { userText: string; historyLeafId: string; othersWait: boolean },
): Promise<AnswerStart> {
  const recorded: RecordedCall[] = [];
  for (const { id } of waiting) {
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
    recorded.push({ id, call_id: callId, tool, state, arguments: input, result: { ...output, id } });
  }
  const outputs = recorded.flatMap((call) => recordedOutput(call) ?? []);
  const start = { userText, historyLeafId, recorded };
  if (!othersWait && outputs.every((output) => output.ok)) return start;
  const text = outputs.map(({ message }) => message).join('\n\n');
  return { ...start, closing: { text, status: othersWait ? 'awaiting_approval' : 'completed' } };
}
