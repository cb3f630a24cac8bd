'use client';

import clsx from 'clsx';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { ShareHost } from '@/components/share/share-host';
import { Sidebar } from '@/components/sidebar/sidebar';
import { TaskEditorHost } from '@/components/tasks/task-editor-host';
import { TaskPanel } from '@/components/tasks/task-panel';
import { late, NotLoaded } from '@/components/ui/late';
import { Sprite } from '@/components/ui/sprite';
import { Toasts } from '@/components/ui/toasts';
import { Tooltips } from '@/components/ui/tooltips';
import { BottomBar } from './bottom-bar';
import { FrameContext, type FrameValue } from './frame-context';
import { Rail } from './rail';
import type { Panes } from './remembered';
import { SkipLinks } from './skip-links';
import { stayOffline } from './stay-offline';
import { usePanes } from './use-panes';
import { useShortcuts } from './use-shortcuts';

const AccountSheet = late(() => import('./account-sheet'), NotLoaded);

/**
 * The frame of every page: conversations, chat, tasks. Wide, the panes stand beside the chat and are remembered; narrower,
 * they lie over it; on a phone the tasks are a page of their own.
 */
export function Frame({ initialPanes, children }: { initialPanes: Panes; children: ReactNode }) {
  const shown = usePanes(initialPanes);
  const { panes, over, clear } = shown;
  const [account, setAccount] = useState(false);
  const frame = useMemo<FrameValue>(() => ({ ...shown, openAccount: () => setAccount(true) }), [shown]);
  useShortcuts(frame);
  useEffect(stayOffline, []);

  return (
    <FrameContext value={frame}>
      <SkipLinks />
      <div className="fixed inset-0 flex flex-col overflow-clip print:static print:block print:overflow-visible">
        <div className="relative flex min-h-0 flex-1 print:block">
          <Rail docked={panes.sidebar} />
          <div
            aria-hidden
            onClick={clear}
            className={clsx(
              'absolute inset-0 z-20 bg-veil transition-opacity xl:hidden',
              over === 'sidebar' ? 'opacity-100' : over === 'tasks' ? 'opacity-100 max-md:hidden' : 'pointer-events-none opacity-0',
            )}
          />
          <aside
            id="pane-sidebar"
            tabIndex={-1}
            aria-label="Conversations"
            className={clsx(
              'z-30 flex outline-none w-[min(20rem,calc(100vw-3.5rem))] flex-col border-r border-line bg-sunken transition-[translate,visibility,margin] duration-160',
              'max-xl:absolute max-xl:inset-y-0 max-xl:left-0 xl:w-68 xl:shrink-0',
              over === 'sidebar' ? 'max-xl:shadow-float' : 'max-xl:invisible max-xl:-translate-x-full',
              !panes.sidebar && 'xl:invisible xl:-ml-68',
            )}
          >
            <Sidebar />
          </aside>
          <main id="main" tabIndex={-1} inert={over === 'sidebar'} className={clsx('min-w-0 flex-1 outline-none', over === 'tasks' && 'max-md:hidden')}>
            {children}
          </main>
          <aside
            id="pane-tasks"
            tabIndex={-1}
            aria-label="Tasks"
            className={clsx(
              'z-30 flex flex-col border-line bg-bg outline-none transition-[translate,visibility,margin] duration-160',
              'md:border-l md:max-xl:absolute md:max-xl:inset-y-0 md:max-xl:right-0 md:max-xl:w-96 xl:w-90 xl:shrink-0',
              over === 'tasks' ? 'max-md:min-w-0 max-md:flex-1 md:max-xl:shadow-float' : 'max-md:hidden md:max-xl:invisible md:max-xl:translate-x-full',
              !panes.tasks && 'xl:invisible xl:-mr-90',
            )}
          >
            <TaskPanel />
          </aside>
        </div>
        <BottomBar />
      </div>
      {account && <AccountSheet onClose={() => setAccount(false)} />}
      <ShareHost />
      <TaskEditorHost />
      <Sprite />
      <Tooltips />
      <Toasts />
    </FrameContext>
  );
}
