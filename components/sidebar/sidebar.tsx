'use client';

import clsx from 'clsx';
import { Archive, ArrowLeft, History, PanelLeftClose, SquarePen, UserRound } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useStore } from '@/components/data/store';
import { useWorkspace } from '@/components/data/workspace';
import { useFrame } from '@/components/frame/frame-context';
import { Mark } from '@/components/frame/mark';
import { IconButton } from '@/components/ui/icon-button';
import { IconLink } from '@/components/ui/icon-link';
import { ConversationList } from './conversation-list';
import { SearchField } from './search-field';
import { ActiveFilters } from './search-filters';
import { SelectionBar } from './selection-bar';

/** The conversations: begin one, find one, open one. */
export function Sidebar() {
  const { user, conversations } = useWorkspace();
  const { toggle, clear, openAccount } = useFrame();
  const path = usePathname();
  const archived = useStore(conversations.state, (state) => state.archived);
  return (
    <>
      <div className="flex h-14 shrink-0 items-center justify-between pt-safe pr-2 pl-4">
        <span className="flex items-center gap-2 font-semibold tracking-tight">
          <Mark /> Sayso
        </span>
        <span className="flex">
          <Link
            href="/"
            aria-label="New chat"
            data-tip={'New chat\nCtrl Shift O'}
            aria-keyshortcuts="Control+Shift+O"
            onClick={clear}
            className="grid size-9 place-items-center rounded-md text-muted transition-colors hover:bg-hover hover:text-text pointer-coarse:size-11"
          >
            <SquarePen size={16} aria-hidden />
          </Link>
          <IconButton icon={PanelLeftClose} label="Hide conversations" keys="Ctrl B" onClick={() => toggle('sidebar')} />
        </span>
      </div>
      <SearchField />
      <ActiveFilters />
      {archived && (
        <div className="flex items-center gap-1 px-3 pb-1 text-ui font-medium">
          <IconButton icon={ArrowLeft} label="Back to all conversations" size="sm" onClick={() => conversations.showArchived(false)} />
          Archive
        </div>
      )}
      <ConversationList />
      <SelectionBar />
      <div className="flex shrink-0 items-center gap-1 border-t border-line p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
        <button
          type="button"
          onClick={openAccount}
          className="flex h-10 min-w-0 flex-1 items-center gap-2.5 rounded-md px-2 text-left text-ui transition-colors hover:bg-hover pointer-coarse:h-11"
        >
          <span aria-hidden className="grid size-6 shrink-0 place-items-center rounded-full bg-pressed text-muted">
            <UserRound size={14} />
          </span>
          <span className="min-w-0 flex-1 truncate">{user.isGuest ? 'Guest' : user.name || user.email}</span>
          {user.isGuest && <span className="text-meta text-accent">Sign up</span>}
        </button>
        <IconLink icon={History} label="Activity" href="/activity" prefetch={false} current={path === '/activity'} onClick={clear} />
        <IconButton
          icon={Archive}
          label="Archive"
          aria-pressed={archived}
          className={clsx(archived && 'bg-pressed text-text')}
          onClick={() => conversations.showArchived(!archived)}
        />
      </div>
    </>
  );
}
