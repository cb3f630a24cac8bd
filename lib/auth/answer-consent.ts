import { z } from 'zod';
import { requestOrigin } from '@/lib/http/origin';
import { handleAuth } from './handle-auth';

const answerSchema = z.object({ url: z.string() });
const FAILED = 'This request is not valid any more. Start again from the agent.';

/**
 * Hands a person's answer to the authorization server, under all rules of the HTTP surface.
 * @param query the consent page's own, signed. @returns where the browser has to go, or why not.
 */
export async function answerConsent(asked: Headers, query: string, accept: boolean): Promise<{ goTo: string | null; error: string | null }> {
  const headers = new Headers(asked);
  for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) headers.delete(name);
  headers.set('content-type', 'application/json');
  headers.set('accept', 'application/json');
  const url = new URL('/api/auth/oauth2/consent', requestOrigin(headers) ?? 'http://localhost');
  const response = await handleAuth(new Request(url, { method: 'POST', headers, body: JSON.stringify({ accept, oauth_query: query }) }));
  const answer = answerSchema.safeParse(await response.json().catch(() => null));
  if (!response.ok || !answer.success || !isAddress(answer.data.url)) return { goTo: null, error: FAILED };
  return { goTo: answer.data.url, error: null };
}

/** An agent may have an address of its own kind (`cursor://…`), but none that would run in this page. */
const isAddress = (url: string) => URL.canParse(url) && !/^(javascript|data|vbscript|blob|file):$/.test(new URL(url).protocol);
