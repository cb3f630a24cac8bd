'use client';

import { usePathname } from 'next/navigation';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from '@/components/data/store';
import { useWorkspace } from '@/components/data/workspace';
import { useFrame } from '@/components/frame/frame-context';
import { useClock } from '@/components/time/clock';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { pagesOf } from '@/components/windowed/pages-of';
import { type Heights, Windowed } from '@/components/windowed/windowed';
import { ConversationRow } from './conversation-row';
import { focusRow } from './focus-row';
import { groupConversations } from './group-conversations';

const WIDTHS = ['w-4/5', 'w-3/5', 'w-2/3', 'w-1/2', 'w-3/4', 'w-2/5'];

/** So many rows come and go together, each about so high in pixels. */
const PAGE = 10;
const ROW_PX = 35;

/** The conversations by day, or what a search found. Arrow keys move between them. */
export function ConversationList() {
  const { conversations } = useWorkspace();
  const { clear } = useFrame();
  const { now, zone } = useClock();
  const [heights] = useState<Heights>(() => new Map());
  const path = usePathname();
  const list = useStore(conversations.state, (state) => state);
  const { search, running } = list;
  const items = search ? search.items : list.items;
  const state = search ? search.state : list.state;
  const cursor = search ? search.cursor : list.cursor;
  const groups = useMemo(
    () => (search?.q ? [{ label: 'Found', items: [...search.items] }] : groupConversations(items, now, zone)),
    [search, items, now, zone],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const list = event.currentTarget;
    const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
    const at = rows.findIndex((row) => row === document.activeElement);
    if (event.key === 'Escape' && conversations.selection.get()) conversations.selection.set(null);
    else if (at < 0) return;
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') rows[event.key === 'ArrowDown' ? at + 1 : at - 1]?.focus();
    else if (event.key === 'Home' || event.key === 'End') {
      const order = groups.flatMap((group) => group.items);
      const to = order.at(event.key === 'Home' ? 0 : -1);
      list.scrollTo({ top: event.key === 'Home' ? 0 : list.scrollHeight });
      if (to) focusRow(to.id);
    } else return;
    event.preventDefault();
    const focused = rows[at]?.dataset.row;
    if (event.key === 'Escape' && focused) focusRow(focused);
  };
  const more = () => (search ? conversations.find(search.q, true) : conversations.load(true));

  return (
    <nav aria-label="Conversations" data-scroll onKeyDown={onKeyDown} className="scroll-pane min-h-0 flex-1 px-2 pb-3">
      {items.length === 0 && (state === 'unloaded' || state === 'loading') && <Skeletons />}
      {state === 'failed' && (
        <div role="alert" className="grid justify-items-start gap-2 px-3 py-4 text-ui text-muted">
          {search ? 'The search did not work.' : 'Your conversations could not be loaded.'}
          <Button size="sm" onClick={() => void (search ? conversations.find(search.q) : conversations.load())}>
            Retry
          </Button>
        </div>
      )}
      {state === 'ready' && items.length === 0 && (
        <p className="px-3 py-4 text-ui text-muted">
          {search ? (search.q ? `Nothing found for “${search.q}”.` : 'Nothing found.') : list.archived ? 'Nothing is archived.' : 'Your conversations will be listed here.'}
        </p>
      )}
      {groups.map((group) =>
        group.items.length === 0 ? null : (
          <section key={group.label} aria-label={group.label} className="mt-4 first:mt-1">
            <h2 className="px-3 pb-1 text-meta text-muted">{group.label}</h2>
            <div role="list" className="grid grid-cols-[minmax(0,1fr)] gap-px">
              {pagesOf(group.items, 0, PAGE).map((page) => (
                <Windowed
                  key={page.key}
                  id={`${group.label} ${page.key}`}
                  heights={heights}
                  estimate={page.items.length * ROW_PX}
                  className="grid grid-cols-[minmax(0,1fr)] gap-px"
                >
                  {page.items.map((item) => (
                    <ConversationRow key={item.id} item={item} current={path === `/chat/${item.id}`} running={running.includes(item.id)} onOpen={clear} />
                  ))}
                </Windowed>
              ))}
            </div>
          </section>
        ),
      )}
      {cursor && state !== 'failed' && <Sentinel onSeen={more} busy={state === 'loading'} />}
    </nav>
  );
}

/** Asks for the next page when it comes near. */
export function Sentinel({ onSeen, busy }: { onSeen: () => Promise<void>; busy: boolean }) {
  const ref = useRef<HTMLDivElement>(null);
  const latest = useRef(onSeen);
  useEffect(() => {
    latest.current = onSeen;
  });
  useEffect(() => {
    const mark = ref.current;
    if (!mark || busy) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void latest.current();
    }, { rootMargin: '400px' });
    observer.observe(mark);
    return () => observer.disconnect();
  }, [busy]);
  return (
    <div ref={ref} role="status" className="px-3 py-3">
      <Skeleton className="h-3 w-1/2" />
      <span className="sr-only">Loading more</span>
    </div>
  );
}

function Skeletons() {
  return (
    <div role="status" className="grid gap-4 px-3 py-4">
      <span className="sr-only">Loading conversations</span>
      {WIDTHS.map((width) => (
        <Skeleton key={width} className={`h-3.5 ${width}`} />
      ))}
    </div>
  );
}
