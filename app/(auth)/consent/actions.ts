'use server';

import { headers } from 'next/headers';
import { z } from 'zod';
import { answerConsent } from '@/lib/auth/answer-consent';

export type ConsentState = { goTo: string | null; error: string | null };

const formSchema = z.object({ query: z.string().max(20_000).catch(''), accept: z.enum(['yes', 'no']).catch('no') });

/** The signed-in person's answer to an agent; Better Auth checks session, origin and the signature of the request. */
export async function decideConsent(_: ConsentState, form: FormData): Promise<ConsentState> {
  const { query, accept } = formSchema.parse(Object.fromEntries(form));
  return answerConsent(await headers(), query, accept === 'yes');
}
