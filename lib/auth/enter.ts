import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { cookies, headers } from 'next/headers';
import { z } from 'zod';
import { requestAuth } from './request-auth';

/** Why somebody could not get in, and beside which field to say so. */
export type Refusal = { field: 'email' | 'password' | null; code: string; message: string };

const WORDS: Record<string, [field: Refusal['field'], message: string]> = {
  invalid_email_or_password: [null, 'That e-mail and password do not go together. Check both and try again.'],
  user_already_exists_use_another_email: ['email', 'There is an account with this e-mail already. Sign in instead.'],
  invalid_email: ['email', 'That does not look like an e-mail address.'],
  password_too_short: ['password', 'Use at least 8 characters.'],
  password_too_long: ['password', 'Use at most 128 characters.'],
};

type EntryPath = '/sign-in/email' | '/sign-up/email' | '/sign-in/anonymous' | '/sign-out';

/**
 * Does one of Better Auth's requests for a server action, under all rules of the HTTP surface, and gives the browser its
 * cookies. @returns null when it worked.
 */
export async function enter(path: EntryPath, body: object): Promise<Refusal | null> {
  const response = await requestAuth(await headers(), path, body);
  if (!response.ok) return toRefusal(await response.json());
  const jar = await cookies();
  for (const header of response.headers.getSetCookie())
    for (const [name, cookie] of parseSetCookieHeader(header)) jar.set(name, cookie.value, toCookieOptions(cookie));
  return null;
}

const errorSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.array(z.object({ path: z.string() })).optional().catch(undefined),
  }),
});

function toRefusal(body: unknown): Refusal {
  const { code, message, details } = errorSchema.parse(body).error;
  const key = code === 'invalid_input' && details?.[0]?.path === 'email' ? 'invalid_email' : code;
  const [field, words] = WORDS[key] ?? [null, message];
  return { field, code: key, message: words };
}
