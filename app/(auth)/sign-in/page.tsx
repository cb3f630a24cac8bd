import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EntryPage } from '@/components/auth/entry-page';
import { currentUser } from '@/lib/auth/current-user';
import { safeNext } from '@/lib/auth/safe-next';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const [user, query] = await Promise.all([currentUser(), searchParams]);
  const next = safeNext(query.next);
  if (user && !user.isGuest) redirect(next);
  return <EntryPage kind="sign-in" next={next} isGuest={user?.isGuest ?? false} />;
}
