'use client';

import { Button } from '@/components/ui/button';

export default function WorkspaceError({ retry }: { error: Error; retry: () => void }) {
  return (
    <div role="alert" className="grid h-full place-content-center justify-items-start gap-2 px-6">
      <h1 className="text-title font-semibold">This could not be opened</h1>
      <p className="max-w-prose text-muted">Something went wrong on our side. Your tasks and conversations are kept.</p>
      <Button variant="primary" className="mt-3" onClick={retry}>
        Try again
      </Button>
    </div>
  );
}
