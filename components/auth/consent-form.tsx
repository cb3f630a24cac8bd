'use client';

import { useState, useTransition } from 'react';
import { decideConsent } from '@/app/(auth)/consent/actions';
import { Button } from '@/components/ui/button';

/** Allow or refuse; then on to the agent, by its own address. */
export function ConsentForm({ query, mayWrite }: { query: string; mayWrite: boolean }) {
  const [busy, start] = useTransition();
  const [error, setError] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);

  const decide = (answer: 'allow' | 'read' | 'refuse') =>
    start(async () => {
      const result = await decideConsent({ query, answer });
      if (!result.ok) return setError(result.error.message);
      setLeaving(true);
      window.location.assign(result.data.goTo);
    });

  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" busy={busy || leaving} onClick={() => decide('allow')}>
          Allow
        </Button>
        {mayWrite && (
          <Button disabled={busy || leaving} onClick={() => decide('read')}>
            Reading only
          </Button>
        )}
        <Button disabled={busy || leaving} onClick={() => decide('refuse')}>
          Refuse
        </Button>
      </div>
      <p role="alert" className="min-h-5 text-meta text-danger">
        {error}
      </p>
    </div>
  );
}
