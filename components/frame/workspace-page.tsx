'use client';

import clsx from 'clsx';
import { PanelLeft, PanelRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { useFrame } from './frame-context';

/** A page between the panes that is no conversation: its title, and below it what scrolls. */
export function WorkspacePage({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const { toggle, panes } = useFrame();
  return (
    <div className="flex h-full min-h-0 flex-col print:block print:h-auto">
      <header className="flex h-14 shrink-0 items-center gap-1 px-2 pt-safe max-md:border-b max-md:border-line">
        <IconButton icon={PanelLeft} label="Conversations" className="md:hidden" onClick={() => toggle('sidebar')} />
        <h1 className="min-w-0 flex-1 truncate px-2 text-ui font-medium">{title}</h1>
        <IconButton
          icon={PanelRight}
          label="Show tasks"
          keys="Ctrl ."
          className={clsx('max-xl:hidden', panes.tasks && 'xl:hidden')}
          onClick={() => toggle('tasks')}
        />
      </header>
      <div tabIndex={-1} data-scroll className="scroll-pane min-h-0 flex-1 outline-none">
        <div className="mx-auto w-full max-w-[calc(720px+2rem)] px-4 pt-5 pb-12">
          {hint && <p className="mb-6 max-w-prose text-ui text-muted">{hint}</p>}
          {children}
        </div>
      </div>
    </div>
  );
}
