import { requireConversation } from '@/lib/conversations/require-conversation';
import { answerResponse } from '@/lib/http/answer-response';
import { withUser } from '@/lib/http/with-user';
import { followAnswer } from '@/lib/turns/answering';
import { findRunningTurn } from '@/lib/turns/follow-turn';

export const maxDuration = 300;

export const GET = withUser(async (_request, { user, params }) => {
  const turnId = await findRunningTurn(user.id, await requireConversation(user.id, params.id));
  return turnId ? answerResponse(followAnswer(user.id, turnId)) : new Response(null, { status: 204 });
});
