import type { ReactNode } from 'react';
import { PaneHeader } from './pane-header';

/** A page between the panes that is no conversation: its title, and below it what scrolls. */
export function WorkspacePage({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <div className="flex h-full min-h-0 flex-col print:block print:h-auto">
      <PaneHeader>
        <h1 className="min-w-0 flex-1 truncate px-2 text-ui font-medium">{title}</h1>
      </PaneHeader>
      <div tabIndex={-1} data-scroll className="scroll-pane min-h-0 flex-1 outline-none">
        <div className="mx-auto w-full max-w-[calc(720px+2rem)] px-4 pt-5 pb-12">
          {hint && <p className="mb-6 max-w-prose text-ui text-muted">{hint}</p>}
          {children}
        </div>
      </div>
    </div>
  );
}
