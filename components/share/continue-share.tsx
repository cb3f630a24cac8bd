'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { continueShare } from '@/app/(workspace)/actions/shares';
import { act, messageOf, RequestError } from '@/components/data/request';
import { Button } from '@/components/ui/button';

/** Makes what is read here a conversation of one's own; whoever is not signed in does that first, and comes back. */
export function ContinueShare({ token, signedIn }: { token: string; signedIn: boolean }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const go = async () => {
    if (!signedIn) return router.push(`/sign-in?next=${encodeURIComponent(`/share/${token}`)}`);
    setBusy(true);
    setProblem(null);
    try {
      const id = await act(continueShare({ token }));
      // The workspace is loaded anew: this page is outside of it.
      window.location.assign(`/chat/${id}`);
    } catch (error) {
      setBusy(false);
      setProblem(error instanceof RequestError && error.code === 'not_found' ? 'This link has expired, or was revoked meanwhile.' : messageOf(error));
    }
  };
  return (
    <div className="grid justify-items-start gap-2">
      <Button variant="primary" busy={busy} onClick={() => void go()}>
        Continue as my own conversation
      </Button>
      {problem && (
        <p role="alert" className="text-meta text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}
