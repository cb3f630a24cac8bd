'use client';

import { useMemo } from 'react';
import { useStore } from '@/components/data/store';
import { useWorkspace } from '@/components/data/workspace';
import { useClock } from '@/components/time/clock';
import { sayToday, wallClock } from '@/components/time/format';
import { Skeleton } from '@/components/ui/skeleton';
import { useChat } from './chat-context';
import { focusComposer } from './focus-composer';
import { suggest } from './suggestions';

/** A new conversation: the date, a greeting, and four things to say. */
export function EmptyChat() {
  const { tasks, user } = useWorkspace();
  const { session } = useChat();
  const { now, zone } = useClock();
  const byId = useStore(tasks.state, (state) => state.byId);
  const state = useStore(tasks.state, (current) => current.lists.open.state);
  const late = byId.size === 0 && (state === 'unloaded' || state === 'loading');
  const suggestions = useMemo(() => suggest([...byId.values()], now, zone), [byId, now, zone]);
  const { date, time } = wallClock(now, zone);
  const hour = Number(time.slice(0, 2));
  const greeting = hour < 5 ? 'Good night' : hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening';
  const name = user.isGuest ? '' : user.name.split(' ')[0];
  return (
    <div className="mx-auto flex w-full max-w-[calc(720px+2rem)] flex-col px-4 pt-6 pb-8">
      <p className="text-meta text-muted">{sayToday(date)}</p>
      <h1 className="mt-1 text-display font-semibold tracking-tight">
        {greeting}
        {name && `, ${name}`}
      </h1>
      <ul aria-label="Suggestions" className="mt-6 grid gap-2 md:grid-cols-2">
        {late
          ? [0, 1, 2, 3].map((row) => (
              <li key={row} className="flex h-11 items-center rounded-md border border-line px-3.5">
                <Skeleton className="h-3 w-2/3" />
              </li>
            ))
          : suggestions.map((text) => (
              <li key={text}>
                <button
                  type="button"
                  onClick={() => {
                    void session.send(text);
                    focusComposer();
                  }}
                  className="h-full min-h-11 w-full rounded-md border border-line px-3.5 py-2 text-left text-ui text-muted transition-colors hover:bg-hover hover:text-text active:bg-pressed"
                >
                  {text}
                </button>
              </li>
            ))}
      </ul>
    </div>
  );
}
