'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import type { ChatMessage } from '@/lib/turns/chat-message';
import { useChat, useSession } from './chat-context';

/** Steps through the versions of a message; nothing where there is only one. */
export function BranchSwitcher({ message: { id, metadata } }: { message: ChatMessage }) {
  const siblings = metadata?.siblings ?? [];
  const at = siblings.indexOf(id);
  return siblings.length < 2 || at < 0 ? null : <Switcher siblings={siblings} at={at} />;
}

function Switcher({ siblings, at }: { siblings: string[]; at: number }) {
  const { session } = useChat();
  const idle = useSession((state) => state.phase === 'idle');
  const go = (step: number) => {
    const id = siblings[at + step];
    if (id) void session.showBranch(id);
  };
  return (
    <span role="group" aria-label="Versions" className="inline-flex items-center text-meta text-muted tabular-nums">
      <IconButton icon={ChevronLeft} label="Previous version" size="sm" disabled={!idle || at === 0} onClick={() => go(-1)} />
      <span>
        {at + 1} / {siblings.length}
      </span>
      <IconButton icon={ChevronRight} label="Next version" size="sm" disabled={!idle || at === siblings.length - 1} onClick={() => go(1)} />
    </span>
  );
}
