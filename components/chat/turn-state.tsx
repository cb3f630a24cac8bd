'use client';

import { RotateCcw } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { ChatMessage, MessageMetadata } from '@/lib/turns/chat-message';
import { useChat, useSession } from './chat-context';
import { focusComposer } from './focus-composer';

type Turn = MessageMetadata['turn'];

const WORDS: Record<string, string> = {
  stopped: 'You stopped this answer.',
  interrupted: 'This answer was interrupted. What was said and done is kept.',
  failed: 'This answer could not be finished.',
};

/** Whether how an answer ended is said below it, with Retry. */
export const endedBadly = (turn: Turn): boolean => turn !== undefined && turn.status in WORDS;

/**
 * How an answer ended, when it did not end well, with what to do about it. It stands where the answer ends: on the answer,
 * or on the user's message when there is none.
 */
export function TurnState({ turn, answered, last }: { turn: Turn; answered: ChatMessage; last: boolean }) {
  const words = turn && WORDS[turn.status];
  return turn && words ? <Ended turn={turn} words={words} answered={answered} last={last} /> : null;
}

function Ended({ turn, words, answered, last }: { turn: NonNullable<Turn>; words: string; answered: ChatMessage; last: boolean }) {
  const { session } = useChat();
  const idle = useSession((state) => state.phase === 'idle');
  const said = turn.status === 'failed' ? (turn.error?.message ?? words) : words;
  const asked = answered.role === 'user' ? answered.id : answered.metadata?.parentId;
  const retry = (model?: 'built-in') => {
    if (asked) void session.retry(asked, model);
    focusComposer();
  };
  return (
    // Only news is read out: an older one may come into the page by scrolling.
    <div role={!last ? undefined : turn.status === 'failed' ? 'alert' : 'status'} className="my-3 text-ui">
      <p className={turn.status === 'failed' ? 'text-danger' : 'text-muted'}>{said}</p>
      {last && asked && (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="sm" disabled={!idle} onClick={() => retry()}>
            <RotateCcw size={14} aria-hidden /> Retry
          </Button>
          {turn.status === 'failed' && turn.model !== 'built-in' && (
            <Button size="sm" variant="ghost" disabled={!idle} onClick={() => retry('built-in')}>
              Answer with the built-in assistant
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
