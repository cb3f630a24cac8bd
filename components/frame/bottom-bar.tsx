'use client';

import clsx from 'clsx';
import { ListTodo, type LucideIcon, MessageSquareText, UserRound } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useFrame } from './frame-context';

/** The places of the product on a phone. It makes room for the keyboard while one writes. */
export function BottomBar() {
  const { over, show, clear, openAccount } = useFrame();
  const path = usePathname();
  const router = useRouter();
  const writing = useWriting();
  const inChat = path === '/' || path.startsWith('/chat/');
  const toChat = () => {
    clear();
    if (!inChat) router.push('/');
  };
  return (
    <nav aria-label="Main" className={clsx('grid shrink-0 grid-cols-3 border-t border-line bg-sunken pb-safe md:hidden', writing && 'pointer-coarse:hidden')}>
      <Place icon={MessageSquareText} label="Chat" current={inChat && over !== 'tasks'} onClick={toChat} />
      <Place icon={ListTodo} label="Tasks" current={over === 'tasks'} onClick={() => show('tasks')} />
      <Place icon={UserRound} label="You" current={!inChat && over !== 'tasks'} onClick={openAccount} />
    </nav>
  );
}

/** Whether a message is being written, until the tap that ends it has landed: a bar that came back earlier would move what is tapped. */
function useWriting(): boolean {
  const [writing, setWriting] = useState(false);
  useEffect(() => {
    const over = new AbortController();
    const options = { capture: true, signal: over.signal };
    let pressed = false;
    // A tap's mouse events come one after the other: a moment later it has landed.
    const look = () =>
      setTimeout(() => {
        if (!pressed && !over.signal.aborted) setWriting(document.activeElement?.matches('[data-composer]') ?? false);
      }, 0);
    const press = (down: boolean) => () => {
      pressed = down;
      look();
    };
    document.addEventListener('pointerdown', press(true), options);
    for (const type of ['pointerup', 'pointercancel']) document.addEventListener(type, press(false), options);
    for (const type of ['focusin', 'focusout']) document.addEventListener(type, look, options);
    look();
    return () => over.abort();
  }, []);
  return writing;
}

function Place({ icon: Icon, label, current, onClick }: { icon: LucideIcon; label: string; current: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-current={current ? 'page' : undefined}
      onClick={onClick}
      className={clsx(
        'flex h-14 flex-col items-center justify-center gap-0.5 text-tiny outline-offset-[-3px] transition-colors',
        current ? 'font-medium text-text' : 'text-muted',
      )}
    >
      <Icon size={20} aria-hidden className={current ? 'text-accent' : undefined} />
      {label}
    </button>
  );
}
