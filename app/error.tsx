'use client';

import { Button } from '@/components/ui/button';
import { NoPage } from '@/components/ui/no-page';

export default function PageError({ retry }: { error: Error; retry: () => void }) {
  return (
    <NoPage role="alert" title="This page could not be opened" words="Something went wrong on our side. Nothing of yours is lost.">
      <Button variant="primary" onClick={retry}>
        Try again
      </Button>
    </NoPage>
  );
}
