import { chooseModel } from '@/lib/assistant/models';
import { requireId } from '@/lib/conversations/require-id';
import { answerResponse } from '@/lib/http/answer-response';
import { takeTurn } from '@/lib/http/rate-limit';
import { readJson } from '@/lib/http/read-json';
import { withUser } from '@/lib/http/with-user';
import { retryBodySchema } from '@/lib/turns/chat-request';
import { retryTurn } from '@/lib/turns/retry-turn';

export const maxDuration = 300;

export const POST = withUser(async (request, { user, params }) => {
  const retry = await readJson(request, retryBodySchema);
  takeTurn(user.id, chooseModel(retry.model).paid);
  return answerResponse(await retryTurn({ userId: user.id, conversationId: requireId(params.id), ...retry }));
});
