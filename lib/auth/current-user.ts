import { headers as requestHeaders } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { type CurrentUser, identify } from './identify';
import { missingSetup } from './missing-setup';

export type { CurrentUser } from './identify';

/** One look-up for a whole page, however many of its components ask. */
const userOfRequest = cache(async () => {
  const headers = await requestHeaders();
  // Nobody can be signed in yet; /sign-in says what is missing.
  return missingSetup() ? null : ((await identify(headers))?.user ?? null);
});

/**
 * Who is signed in, guests included, or null. One statement. Without `headers`: the request that is being rendered.
 */
export async function currentUser(headers?: Headers): Promise<CurrentUser | null> {
  return headers ? ((await identify(headers))?.user ?? null) : userOfRequest();
}

/** Who is signed in; a stranger is sent to `/sign-in`, and from there back to `next` (a path of this site). */
export async function requireUserPage(next?: string): Promise<CurrentUser> {
  const user = await currentUser();
  if (user) return user;
  redirect(next && next !== '/' ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in');
}
