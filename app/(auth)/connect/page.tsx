import { redirect } from 'next/navigation';
import { requireUserPage } from '@/lib/auth/current-user';
import { readParameters } from '@/lib/auth/read-parameters';

/** Where the authorization server sends a stranger: to sign in, and then on with the agent's request. */
export default async function ConnectPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const query = readParameters(await searchParams);
  await requireUserPage(`/connect?${query}`);
  // These belong to the redirect that led here; the request is signed anew.
  for (const name of [...query.keys()]) if (/^(sig|exp|ba_.*)$/.test(name)) query.delete(name);
  if (query.get('prompt') === 'login') query.delete('prompt');
  redirect(`/api/auth/oauth2/authorize?${query}`);
}
