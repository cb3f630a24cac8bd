'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { enter, type Refusal } from '@/lib/auth/enter';
import { safeNext } from '@/lib/auth/safe-next';

/** What the form shows after a try; `email` is what was typed, so that a page without scripts keeps it. */
export type EntryState = { refusal: Refusal | null; email: string; goTo: string | null };

const text = z.string().catch('');
const formSchema = z.object({ email: text, password: text, next: text });

/**
 * On to the page that was asked for. With scripts the browser loads it anew, so that nothing of the previous user stays
 * in memory; without, the server redirects.
 */
async function goOn(next: string, email: string): Promise<EntryState> {
  const goTo = safeNext(next);
  if (!(await headers()).has('next-action')) redirect(goTo);
  return { refusal: null, email, goTo };
}

export async function signIn(_: EntryState, form: FormData): Promise<EntryState> {
  const { email, password, next } = formSchema.parse(Object.fromEntries(form));
  const refusal = await enter('/sign-in/email', { email: email.trim(), password });
  return refusal ? { refusal, email, goTo: null } : goOn(next, email);
}

/** Better Auth wants a name; until somebody gives one, it is what stands before the @. */
export async function signUp(_: EntryState, form: FormData): Promise<EntryState> {
  const { email, password, next } = formSchema.parse(Object.fromEntries(form));
  const name = email.trim().split('@')[0] || 'You';
  const refusal = await enter('/sign-up/email', { name, email: email.trim(), password });
  return refusal ? { refusal, email, goTo: null } : goOn(next, email);
}

export async function continueAsGuest(_: EntryState, form: FormData): Promise<EntryState> {
  const { next } = formSchema.parse(Object.fromEntries(form));
  const refusal = await enter('/sign-in/anonymous', {});
  return refusal ? { refusal, email: '', goTo: null } : goOn(next, '');
}
