'use client';

import { useRouter } from 'next/navigation';
import { continueShare } from '@/app/(workspace)/actions/shares';
import { act, messageOf, RequestError } from '@/components/data/request';
import { Button } from '@/components/ui/button';
import { Problem } from '@/components/ui/problem';
import { leaveFor, useAttempt } from '@/components/data/use-attempt';

/** Makes what is read here a conversation of one's own; whoever is not signed in does that first, and comes back. */
export function ContinueShare({ token, signedIn }: { token: string; signedIn: boolean }) {
  const router = useRouter();
  const { busy, problem, attempt } = useAttempt(say);
  const go = async () => {
    if (!signedIn) return router.push(`/sign-in?next=${encodeURIComponent(`/share/${token}`)}`);
    // The workspace is loaded anew: this page is outside of it.
    await attempt(async () => leaveFor(`/chat/${await act(continueShare({ token }))}`));
  };
  return (
    <div className="grid justify-items-start gap-2">
      <Button variant="primary" busy={busy} onClick={() => void go()}>
        Continue as my own conversation
      </Button>
      <Problem>{problem}</Problem>
    </div>
  );
}

const say = (error: unknown) =>
  error instanceof RequestError && error.code === 'not_found' ? 'This link has expired, or was revoked meanwhile.' : messageOf(error);
