'use client';

import { X } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { continueConversation } from '@/app/(workspace)/actions/conversations';
import { act } from '@/components/data/request';
import { itemOf } from '@/components/data/conversation-state';
import { useStore } from '@/components/data/store';
import { useWorkspace } from '@/components/data/workspace';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { leaveFor, useAttempt } from '@/components/data/use-attempt';
import { OFFER_FROM } from './limits';

const never = () => () => undefined;
const key = (id: string) => `sayso:no-offer:${id}`;

/** In a very long conversation: to go on in a new one, which begins with what matters of this. It never stands in the way. */
export function ContinueOffer({ id, messageCount }: { id: string; messageCount: number }) {
  const { conversations } = useWorkspace();
  const counted = useStore(conversations.state, (state) => itemOf(state, id)?.messageCount);
  const count = Math.max(counted ?? 0, messageCount);
  return count < OFFER_FROM ? null : <Offer id={id} count={count} />;
}

function Offer({ id, count }: { id: string; count: number }) {
  // What was declined is known to this browser only; the server's page makes no offer.
  const declinedBefore = useSyncExternalStore(never, () => isDeclined(id), () => true);
  const [declined, setDeclined] = useState(false);
  const { busy, problem, attempt } = useAttempt();
  if (declined || declinedBefore) return null;
  const decline = () => {
    setDeclined(true);
    try {
      localStorage.setItem(key(id), '1');
    } catch {
      // It is offered again the next time.
    }
  };
  // Begun at the server, so it is opened from there, not drawn as one that begins here.
  const go = () => attempt(async () => leaveFor(`/chat/${await act(continueConversation({ id }))}`));
  return (
    <aside
      aria-label="Long conversation"
      className="mx-auto flex w-full max-w-[calc(720px+2rem)] flex-wrap items-center gap-x-3 gap-y-1 px-4 pb-1.5 text-meta text-muted"
    >
      <p className="min-w-0 flex-1 md:pl-4">
        {problem ? (
          <span role="alert" className="text-danger">
            {problem}
          </span>
        ) : (
          <>
            <span className="whitespace-nowrap">{count.toLocaleString('en')} messages.</span>
            <span className="max-md:hidden"> A new conversation can begin with a summary of this one.</span>
          </>
        )}
      </p>
      <span className="flex items-center">
        <Button size="sm" variant="ghost" className="text-accent" busy={busy} onClick={() => void go()}>
          Continue in a new one
        </Button>
        <IconButton icon={X} label="Not now" size="sm" onClick={decline} />
      </span>
    </aside>
  );
}

function isDeclined(id: string): boolean {
  try {
    return localStorage.getItem(key(id)) !== null;
  } catch {
    return false;
  }
}
