import { z } from 'zod';
import { badRequest } from '@/lib/errors';
import { requestAuth } from './request-auth';

const answerSchema = z.object({ url: z.string() });

/** What a person may answer to an agent; `read` grants what was asked but writing. */
export const ANSWERS = ['allow', 'read', 'refuse'] as const;
export type Answer = (typeof ANSWERS)[number];

/**
 * Hands a person's answer to the authorization server, under all rules of the HTTP surface.
 * @param query the consent page's own, signed. @returns where the browser has to go.
 * @throws AppError 400 when the request is forged, old or broken.
 */
export async function answerConsent(request: Headers, query: string, answer: Answer): Promise<{ goTo: string }> {
  const wanted = new URLSearchParams(query).get('scope')?.split(' ') ?? [];
  const response = await requestAuth(request, '/oauth2/consent', {
    accept: answer !== 'refuse', oauth_query: query,
    ...(answer === 'read' && { scope: wanted.filter((scope) => scope !== 'write').join(' ') }),
  });
  const answered = answerSchema.safeParse(await response.json().catch(() => null));
  if (!response.ok || !answered.success || !isAddress(answered.data.url))
    throw badRequest('invalid_request', 'This request is not valid any more. Start again from the agent.');
  return { goTo: answered.data.url };
}

/** An agent may have an address of its own kind (`cursor://…`), but none that would run in this page. */
const isAddress = (url: string) => URL.canParse(url) && !/^(javascript|data|vbscript|blob|file):$/.test(new URL(url).protocol);
