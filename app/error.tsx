'use client';

import { Button } from '@/components/ui/button';

export default function PageError({ retry }: { error: Error; retry: () => void }) {
  return (
    <main role="alert" className="grid min-h-dvh place-content-center justify-items-start gap-2 px-6">
      <h1 className="text-title font-semibold">This page could not be opened</h1>
      <p className="max-w-prose text-muted">Something went wrong on our side. Nothing of yours is lost.</p>
      <Button variant="primary" className="mt-3" onClick={retry}>
        Try again
      </Button>
    </main>
  );
}
