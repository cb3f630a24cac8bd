'use client';

import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ConversationState } from '@/components/data/conversation-state';
import { useStore } from '@/components/data/store';
import { useWorkspace } from '@/components/data/workspace';
import { IconButton } from '@/components/ui/icon-button';
import { FilterButton } from './search-filters';

const DEBOUNCE_MS = 180;

/** Searches titles and messages as one types. Down goes to the results, Enter opens the first, Esc empties it. */
export function SearchField() {
  const { conversations } = useWorkspace();
  const [q, setQ] = useState('');
  const ref = useRef<HTMLInputElement>(null);
  const found = useStore(conversations.state, ({ search }) => sayFound(search));
  useEffect(() => {
    const timer = setTimeout(() => void conversations.find(q), q.trim() === '' ? 0 : DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [conversations, q]);
  return (
    <div role="search" className="relative mx-3 mb-2">
      <Search size={15} aria-hidden className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-faint" />
      <input
        ref={ref}
        id="search"
        type="search"
        value={q}
        maxLength={200}
        placeholder="Search"
        aria-label="Search conversations"
        aria-keyshortcuts="Control+K Meta+K"
        autoComplete="off"
        className="field h-9 w-full bg-bg pr-17 pl-9 pointer-coarse:pr-22 text-ui pointer-coarse:h-11 [&::-webkit-search-cancel-button]:hidden"
        onChange={(event) => setQ(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && q !== '') {
            event.preventDefault();
            setQ('');
          }
          const first = document.querySelector<HTMLElement>('nav[aria-label="Conversations"] [data-row]');
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            first?.focus();
          }
          // Only what was found for these very words.
          const { search } = conversations.state.get();
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && search?.state === 'ready' && search.q === q.trim() && q.trim() !== '') first?.click();
        }}
      />
      {q !== '' && (
        <IconButton
          icon={X}
          label="Clear the search"
          size="sm"
          className="absolute top-1/2 right-9 -translate-y-1/2 pointer-coarse:right-11"
          onClick={() => {
            setQ('');
            ref.current?.focus();
          }}
        />
      )}
      <span className="absolute top-1/2 right-1 -translate-y-1/2">
        <FilterButton />
      </span>
      <span role="status" className="sr-only">
        {found}
      </span>
    </div>
  );
}

/** What a search came to, for those who do not see the list. */
function sayFound(search: ConversationState['search']): string {
  if (search?.state !== 'ready') return '';
  const { items, cursor } = search;
  if (items.length === 0) return 'Nothing found';
  return `${items.length}${cursor ? ' or more' : ''} ${items.length === 1 ? 'conversation' : 'conversations'} found`;
}
