'use client';

import { useActionState, useEffect } from 'react';
import { decideConsent } from '@/app/(auth)/consent/actions';
import { Button } from '@/components/ui/button';

/** Allow or refuse; then on to the agent, by its own address. */
export function ConsentForm({ query }: { query: string }) {
  const [state, decide, busy] = useActionState(decideConsent, { goTo: null, error: null });
  const { goTo, error } = state;
  useEffect(() => {
    if (goTo) window.location.assign(goTo);
  }, [goTo]);
  return (
    <form action={decide} className="grid gap-4">
      <input type="hidden" name="query" value={query} />
      <div className="flex gap-3">
        <Button type="submit" name="accept" value="yes" variant="primary" busy={busy || goTo !== null}>
          Allow
        </Button>
        <Button type="submit" name="accept" value="no" disabled={busy || goTo !== null}>
          Refuse
        </Button>
      </div>
      <p role="alert" className="min-h-5 text-meta text-danger">
        {error}
      </p>
    </form>
  );
}
