'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { AssistantMessage } from './assistant-message';
import { useChat, useSession } from './chat-context';
import { UserMessage } from './user-message';
import { Working } from './working';

/** The messages of the branch on screen, the older ones loaded when they are scrolled to. */
export function MessageList() {
  const messages = useSession((state) => state.messages);
  return (
    <div className="mx-auto w-full max-w-[calc(720px+2rem)] px-4 pt-6 pb-4">
      <OlderMessages />
      <div role="log" aria-live="off" aria-label="Conversation" className="grid grid-cols-[minmax(0,1fr)] gap-2">
        {messages.map((message, index) => {
          const last = index === messages.length - 1;
          if (message.role === 'user')
            return <UserMessage key={message.id} message={message} last={last} answered={messages[index + 1]?.role === 'assistant'} />;
          return message.role === 'assistant' ? <AssistantMessage key={message.id} message={message} last={last} /> : null;
        })}
      </div>
      <Working />
    </div>
  );
}

function OlderMessages() {
  const { session } = useChat();
  const older = useSession((state) => state.older);
  const state = useSession((session) => session.olderState);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = ref.current;
    if (!mark || !older || state !== 'idle') return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void session.loadOlder();
      },
      { root: mark.closest('[data-scroll]'), rootMargin: '800px 0px 0px' },
    );
    observer.observe(mark);
    return () => observer.disconnect();
  }, [session, older, state]);
  if (!older) return null;
  return (
    <div ref={ref} className="flex h-14 items-start justify-center text-meta text-muted">
      {state === 'failed' ? (
        <span role="alert" className="flex items-center gap-2">
          Older messages could not be loaded.
          <Button size="sm" onClick={() => void session.loadOlder()}>
            Retry
          </Button>
        </span>
      ) : (
        <span role="status" className="flex items-center gap-2">
          <Spinner /> Loading older messages
        </span>
      )}
    </div>
  );
}
