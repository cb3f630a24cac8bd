'use client';

import { useEffect } from 'react';
import type { Store } from '@/components/data/store';
import { keepDraft, readDraft } from './drafts';
import type { ChatSession } from './stream/chat-session';

const NEW = 'new';

/**
 * Keeps what the server does not have yet: the words that are typed, those that wait for an answer's end, and those on their
 * way. A page that is closed or breaks in between finds them in the composer again.
 */
export function useDraft(draft: Store<string>, session: ChatSession, fresh: boolean) {
  useEffect(() => {
    let slot = fresh ? NEW : session.id;
    if (draft.get() === '') draft.set(unlessSaid(readDraft(slot), session));
    let kept: string | null = null;
    const keep = () => {
      const { outgoing, waiting, messages } = session.state.get();
      // A conversation has a place of its own from when the server has taken its first message.
      if (slot === NEW && messages.length > 0 && outgoing === null) {
        keepDraft(NEW, '');
        slot = session.id;
        kept = null;
      }
      const text = [outgoing ?? '', ...waiting, draft.get()].filter((each) => each !== '').join('\n');
      if (text === kept) return;
      keepDraft(slot, text);
      kept = text;
    };
    const ends = [draft.subscribe(keep), session.state.subscribe(keep)];
    return () => {
      for (const end of ends) end();
    };
  }, [draft, session, fresh]);
}

/** A message may have got through though its page never learned of it. */
function unlessSaid(text: string, session: ChatSession): string {
  const last = session.state.get().messages.findLast(({ role }) => role === 'user');
  return last?.parts.some((part) => part.type === 'text' && part.text === text) ? '' : text;
}
