'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { useChat, useSession } from './chat-context';

const WORDS = {
  older: { loading: 'Loading older messages', failed: 'Older messages could not be loaded.', missing: 'Earlier messages are not printed here.' },
  newer: { loading: 'Loading newer messages', failed: 'Newer messages could not be loaded.', missing: 'Later messages are not printed here.' },
};

/** Stands where messages are not loaded yet, and loads the next page of them when it comes near. */
export function MoreMessages({ direction }: { direction: 'older' | 'newer' }) {
  const { session } = useChat();
  const cursor = useSession((state) => state[direction]);
  const state = useSession((session) => session.moreState[direction]);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = ref.current;
    if (!mark || !cursor || state !== 'idle') return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void session.loadMore(direction);
      },
      { root: mark.closest('[data-scroll]'), rootMargin: '800px 0px' },
    );
    observer.observe(mark);
    return () => observer.disconnect();
  }, [session, direction, cursor, state]);
  if (!cursor) return null;
  return (
    <div ref={ref} className="flex h-14 items-center justify-center text-meta text-muted">
      <p className="hidden print:block">{WORDS[direction].missing} Export, in the conversation’s menu, has all of them.</p>
      {state === 'failed' ? (
        <span role="alert" className="flex items-center gap-2 print:hidden">
          {WORDS[direction].failed}
          <Button size="sm" onClick={() => void session.loadMore(direction)}>
            Retry
          </Button>
        </span>
      ) : (
        <span role="status" className="flex items-center gap-2 print:hidden">
          <Spinner /> {WORDS[direction].loading}
        </span>
      )}
    </div>
  );
}
