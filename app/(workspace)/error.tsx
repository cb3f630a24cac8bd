'use client';

import { Button } from '@/components/ui/button';
import { NoPage } from '@/components/ui/no-page';

export default function WorkspaceError({ retry }: { error: Error; retry: () => void }) {
  return (
    <NoPage inside role="alert" title="This could not be opened" words="Something went wrong on our side. Your tasks and conversations are kept.">
      <Button variant="primary" onClick={retry}>
        Try again
      </Button>
    </NoPage>
  );
}
