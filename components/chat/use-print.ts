'use client';

import { useEffect } from 'react';
import { showToast } from '@/components/ui/toast';
import type { ChatSession } from './stream/chat-session';

/** Most messages that are loaded for paper; what is missing beyond them is said there. */
const MOST = 1_000;

/** The browser's key for printing loads the conversation first: only what is in the page comes onto paper. */
export function usePrint(session: ChatSession) {
  useEffect(() => {
    let loading = false;
    let left = false;
    const print = async () => {
      loading = true;
      showToast({ text: 'Loading the whole conversation to print it…' });
      await loadAll(session);
      loading = false;
      if (!left) window.print();
    };
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'p') return;
      const { older, newer } = session.state.get();
      if (!loading && older === null && newer === null) return;
      event.preventDefault();
      if (!loading) void print();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      left = true;
      document.removeEventListener('keydown', onKey);
    };
  }, [session]);
}

async function loadAll(session: ChatSession) {
  for (const direction of ['newer', 'older'] as const)
    for (;;) {
      const { [direction]: cursor, messages } = session.state.get();
      if (cursor === null || messages.length >= MOST) break;
      await session.loadMore(direction);
      // It could not be read, or is being read already.
      if (session.state.get()[direction] === cursor) break;
    }
}
