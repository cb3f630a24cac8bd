'use client';

import clsx from 'clsx';
import { History, ListTodo, PanelLeft, Search, SquarePen, UserRound } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { IconButton } from '@/components/ui/icon-button';
import { IconLink } from '@/components/ui/icon-link';
import { focusWhenShown } from './focus-when-shown';
import { useFrame } from './frame-context';
import { Mark } from './mark';

/** The sidebar made narrow: always on medium pages, and on wide ones while the sidebar is put away. */
export function Rail({ docked }: { docked: boolean }) {
  const { toggle, show, openAccount } = useFrame();
  const path = usePathname();
  const search = () => {
    show('sidebar');
    focusWhenShown('#search');
  };
  return (
    <nav
      aria-label="Main"
      className={clsx(
        'flex w-14 shrink-0 flex-col items-center gap-1 border-r border-line bg-sunken py-2.5 max-md:hidden',
        docked && 'xl:hidden',
      )}
    >
      <Link href="/" aria-label="Sayso, new chat" className="mb-2 grid size-9 place-items-center rounded-md">
        <Mark />
      </Link>
      <IconButton icon={PanelLeft} label="Conversations" onClick={() => toggle('sidebar')} />
      <Link
        href="/"
        aria-label="New chat"
        data-tip="New chat"
        className="grid size-9 place-items-center rounded-md text-muted transition-colors hover:bg-hover hover:text-text pointer-coarse:size-11"
      >
        <SquarePen size={16} aria-hidden />
      </Link>
      <IconButton icon={Search} label="Search" onClick={search} />
      <IconButton icon={ListTodo} label="Tasks" onClick={() => toggle('tasks')} />
      <IconLink icon={History} label="Activity" href="/activity" prefetch={false} current={path === '/activity'} />
      <IconButton icon={UserRound} label="You" className="mt-auto" onClick={openAccount} />
    </nav>
  );
}
