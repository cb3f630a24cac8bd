'use client';

import clsx from 'clsx';
import { ListTodo, type LucideIcon, MessageSquareText, UserRound } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useFrame } from './frame-context';

/** The places of the product on a phone. It makes room for the keyboard while one writes. */
export function BottomBar() {
  const { over, show, clear, openAccount } = useFrame();
  const path = usePathname();
  const router = useRouter();
  const inChat = path === '/' || path.startsWith('/chat/');
  const toChat = () => {
    clear();
    if (!inChat) router.push('/');
  };
  return (
    <nav aria-label="Main" className="grid shrink-0 grid-cols-3 border-t border-line bg-sunken pb-safe md:hidden pointer-coarse:[body:has([data-composer]:focus)_&]:hidden">
      <Place icon={MessageSquareText} label="Chat" current={inChat && over !== 'tasks'} onClick={toChat} />
      <Place icon={ListTodo} label="Tasks" current={over === 'tasks'} onClick={() => show('tasks')} />
      <Place icon={UserRound} label="You" current={!inChat && over !== 'tasks'} onClick={openAccount} />
    </nav>
  );
}

function Place({ icon: Icon, label, current, onClick }: { icon: LucideIcon; label: string; current: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-current={current ? 'page' : undefined}
      onClick={onClick}
      className={clsx(
        'flex h-14 flex-col items-center justify-center gap-0.5 text-tiny transition-colors',
        current ? 'font-medium text-text' : 'text-muted',
      )}
    >
      <Icon size={20} aria-hidden className={current ? 'text-accent' : undefined} />
      {label}
    </button>
  );
}
