'use server';

import { headers } from 'next/headers';
import { z } from 'zod';
import { ANSWERS, answerConsent } from '@/lib/auth/answer-consent';
import { userAction } from '@/lib/http/action';

const inputSchema = z.object({ query: z.string().max(20_000), answer: z.enum(ANSWERS) });

/** The signed-in person's answer to an agent; the authorization server checks the signature of the request. */
export const decideConsent = userAction(inputSchema, async (_user, { query, answer }) =>
  answerConsent(await headers(), query, answer));
