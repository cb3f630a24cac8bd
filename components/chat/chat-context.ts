'use client';

import { createContext, type ReactNode, use } from 'react';
import { useStore } from '@/components/data/store';
import type { ChatSession } from './stream/chat-session';
import type { SessionState } from './stream/session-state';

/** Texts that the server drew: message id → its text parts in order. */
export type Rendered = Record<string, ReactNode[]>;

type ChatContextValue = {
  session: ChatSession;
  rendered: Rendered;
  /** Long messages of one's own that are shown whole. */
  unfolded: Set<string>;
  /** What is in view stays where it is when something in it grows or shrinks now, at the end of the conversation too. */
  keepPlace: () => void;
};

export const ChatContext = createContext<ChatContextValue | null>(null);

export function useChat(): ChatContextValue {
  const value = use(ChatContext);
  if (!value) throw new Error('useChat needs a Chat above it.');
  return value;
}

/** Watches a part of the conversation's state. */
export const useSession = <T,>(select: (state: SessionState) => T): T => useStore(useChat().session.state, select);
