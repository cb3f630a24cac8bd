'use client';

import clsx from 'clsx';
import { PanelLeft, PanelRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { useFrame } from './frame-context';

/** The line above what stands between the panes, with the ways to them where they are not shown. */
export function PaneHeader({ children }: { children: ReactNode }) {
  const { toggle, panes } = useFrame();
  return (
    <header className="flex h-14 shrink-0 items-center gap-1 px-2 pt-safe max-md:border-b max-md:border-line">
      <IconButton icon={PanelLeft} label="Conversations" className="md:hidden" onClick={() => toggle('sidebar')} />
      {children}
      <IconButton
        icon={PanelRight}
        label="Show tasks"
        keys="Ctrl ."
        className={clsx('max-xl:hidden', panes.tasks && 'xl:hidden')}
        onClick={() => toggle('tasks')}
      />
    </header>
  );
}
