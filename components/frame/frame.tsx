'use client';

import clsx from 'clsx';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ShareHost } from '@/components/share/share-host';
import { Sidebar } from '@/components/sidebar/sidebar';
import { TaskEditorHost } from '@/components/tasks/task-editor-host';
import { TaskPanel } from '@/components/tasks/task-panel';
import { late, NotLoaded } from '@/components/ui/late';
import { Sprite } from '@/components/ui/sprite';
import { Toasts } from '@/components/ui/toasts';
import { Tooltips } from '@/components/ui/tooltips';
import { BottomBar } from './bottom-bar';
import { closeOnBack } from './close-on-back';
import { focusWhenShown } from './focus-when-shown';
import { FrameContext, type FrameValue, type Pane } from './frame-context';
import { Rail } from './rail';
import { type Panes, PANES_COOKIE, remember, writePanes } from './remembered';
import { SkipLinks } from './skip-links';
import { stayOffline } from './stay-offline';
import { useShortcuts } from './use-shortcuts';

const AccountSheet = late(() => import('./account-sheet'), NotLoaded);

const isWide = () => window.matchMedia('(min-width: 80rem)').matches;

/**
 * The frame of every page: conversations, chat, tasks. Wide, the panes stand beside the chat and are remembered; narrower,
 * they lie over it; on a phone the tasks are a page of their own.
 */
export function Frame({ initialPanes, children }: { initialPanes: Panes; children: ReactNode }) {
  const [panes, setPanes] = useState(initialPanes);
  const [over, setOver] = useState<Pane | null>(null);
  const [account, setAccount] = useState(false);
  const returnTo = useRef<Element | null>(null);

  const toggle = useCallback((pane: Pane) => {
    if (!isWide()) {
      returnTo.current = document.activeElement;
      return setOver((current) => (current === pane ? null : pane));
    }
    setPanes((current) => {
      const next = { ...current, [pane]: !current[pane] };
      remember(PANES_COOKIE, writePanes(next));
      return next;
    });
  }, []);
  const clear = useCallback(() => setOver(null), []);
  const frame = useMemo<FrameValue>(() => ({
    panes,
    over,
    toggle,
    clear,
    show: (pane) => {
      if (isWide() ? !panes[pane] : over !== pane) toggle(pane);
    },
    openAccount: () => setAccount(true),
  }), [panes, over, toggle, clear]);

  useEffect(() => {
    if (!over) return;
    focusWhenShown(`#pane-${over}`);
    const onKey = (event: KeyboardEvent) => {
      // What lies over the pane itself is closed first.
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open], :popover-open')) return;
      setOver(null);
      if (returnTo.current instanceof HTMLElement) returnTo.current.focus();
    };
    document.addEventListener('keydown', onKey);
    const end = closeOnBack(clear);
    return () => {
      document.removeEventListener('keydown', onKey);
      end();
    };
  }, [over, clear]);
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
