'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { focusWhenShown } from './focus-when-shown';
import type { FrameValue } from './frame-context';

/** Keys that work everywhere: Ctrl/⌘ K searches, Ctrl/⌘ Shift O begins a chat, Ctrl/⌘ . shows tasks, Ctrl/⌘ B conversations. */
export function useShortcuts({ show, toggle }: Pick<FrameValue, 'show' | 'toggle'>) {
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector('dialog[open]')) return;
      const key = event.key.toLowerCase();
      if (key === 'k') {
        show('sidebar');
        focusWhenShown('#search');
        // What was searched for last is written over.
        document.querySelector<HTMLInputElement>('#search')?.select();
      } else if (key === 'o' && event.shiftKey) router.push('/');
      else if (key === '.') toggle('tasks');
      else if (key === 'b' && !event.shiftKey) toggle('sidebar');
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [router, show, toggle]);
}
