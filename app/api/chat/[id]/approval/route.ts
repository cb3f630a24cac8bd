import { chooseModel } from '@/lib/assistant/models';
import { requireId } from '@/lib/conversations/require-id';
import { answerResponse } from '@/lib/http/answer-response';
import { takeTurn } from '@/lib/http/rate-limit';
import { readJson } from '@/lib/http/read-json';
import { withUser } from '@/lib/http/with-user';
import { approvalBodySchema } from '@/lib/turns/chat-request';
import { decideTurn } from '@/lib/turns/decide-turn';

export const maxDuration = 300;

export const POST = withUser(async (request, { user, params }) => {
  const decision = await readJson(request, approvalBodySchema);
  takeTurn(user.id, chooseModel().paid);
  return answerResponse(await decideTurn(user.id, requireId(params.id), decision));
});
