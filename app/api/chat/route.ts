import { chooseModel } from '@/lib/assistant/models';
import { answerResponse } from '@/lib/http/answer-response';
import { takeTurn } from '@/lib/http/rate-limit';
import { readJson } from '@/lib/http/read-json';
import { withUser } from '@/lib/http/with-user';
import { readChatBody } from '@/lib/turns/chat-request';
import { startChat } from '@/lib/turns/start-chat';
import { z } from 'zod';

/** How long a serverless platform lets an answer go on, in seconds; what outlives it becomes `interrupted`. */
export const maxDuration = 300;

export const POST = withUser(async (request, { user }) => {
  const message = readChatBody(await readJson(request, z.unknown()));
  takeTurn(user.id, chooseModel().paid);
  return answerResponse(await startChat({ userId: user.id, ...message }));
});
