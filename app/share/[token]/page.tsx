import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Mark } from '@/components/frame/mark';
import { readZone, ZONE_COOKIE } from '@/components/frame/remembered';
import { ContinueShare } from '@/components/share/continue-share';
import { SharedMessage } from '@/components/share/shared-message';
import { sayFullDay, wallClock } from '@/components/time/format';
import { currentUser } from '@/lib/auth/current-user';
import { readShare } from '@/lib/sharing/read-share';

type Props = { params: Promise<{ token: string }> };

const read = cache(readShare);

/** The address is a secret of those who have it: no search engine and no other site is told. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const share = await read((await params).token);
  return {
    title: share?.snapshot.title ?? 'This link does not work',
    robots: { index: false, follow: false, nocache: true },
    referrer: 'no-referrer',
  };
}

export default async function SharePage({ params }: Props) {
  const { token } = await params;
  const [share, user, jar] = await Promise.all([read(token), currentUser(), cookies()]);
  if (!share) notFound();
  const zone = readZone(jar.get(ZONE_COOKIE)?.value);
  const day = (instant: string) => wallClock(Date.parse(instant), zone).date;
  const sharedOn = day(share.sharedAt);
  return (
    <main className="mx-auto w-full max-w-[calc(720px+2rem)] px-4 pt-[max(1.25rem,env(safe-area-inset-top))] pb-16">
      <Link href="/" className="inline-flex h-10 items-center gap-2 font-semibold tracking-tight">
        <Mark /> Sayso
      </Link>
      <header className="mt-5 grid gap-1 border-b border-line pb-5">
        <h1 className="text-display font-semibold tracking-tight break-words">{share.snapshot.title}</h1>
        <p className="text-meta text-muted">
          A copy shared on <time dateTime={share.sharedAt}>{sayFullDay(sharedOn)}</time>
          {share.expiresAt && (
            <>
              , readable until <time dateTime={share.expiresAt}>{sayFullDay(day(share.expiresAt))}</time>
            </>
          )}
        </p>
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 py-6">
        {share.snapshot.messages.map((message, index) => (
          <SharedMessage key={index} message={message} sharedOn={sharedOn} />
        ))}
      </div>
      <footer className="grid gap-3 border-t border-line pt-6">
        <p className="text-ui text-muted">Take it from here: you get a copy of this conversation, and none of the tasks in it.</p>
        <ContinueShare token={token} signedIn={user !== null} />
      </footer>
    </main>
  );
}
