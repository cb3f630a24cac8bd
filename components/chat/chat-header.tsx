'use client';

import { MoreHorizontal, SquarePen } from 'lucide-react';
import Link from 'next/link';
import { useEffect } from 'react';
import { itemOf } from '@/components/data/conversation-state';
import { useStore } from '@/components/data/store';
import { useWorkspace } from '@/components/data/workspace';
import { PaneHeader } from '@/components/frame/pane-header';
import { ConversationTitle } from '@/components/sidebar/conversation-title';
import { useConversationMenu } from '@/components/sidebar/use-conversation-menu';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import type { ConversationItem } from '@/lib/conversations/schemas';
import { useSession } from './chat-context';

/** The title of the conversation and what can be done with it, between the two panes. */
export function ChatHeader({ id, opened, fresh }: { id: string; opened?: ConversationItem; fresh: boolean }) {
  const { conversations } = useWorkspace();
  const item = useStore(conversations.state, (state) => itemOf(state, id)) ?? opened;
  const begun = useSession((state) => state.messages.length > 0) || !fresh;
  // The server titles the page it drew; a conversation that began on the page, or was renamed, is titled here.
  useEffect(() => {
    if (item) document.title = `${item.title} · Sayso`;
    else if (!begun) document.title = 'Sayso';
  }, [item, begun]);
  const { items, renaming, setRenaming } = useConversationMenu(item ?? { id, title: '', pinnedAt: null, archivedAt: null });
  return (
    <PaneHeader>
      <div className="flex min-w-0 flex-1 items-center gap-0.5 px-2">
        {!begun && <span className="text-ui text-muted md:hidden">New chat</span>}
        {begun && item && (
          <>
            <ConversationTitle id={id} title={item.title} renaming={renaming} onDone={() => setRenaming(false)} />
            {!renaming && (
              <Menu
                label="Conversation"
                align="start"
                items={items}
                trigger={(props) => <IconButton icon={MoreHorizontal} label="Conversation options" size="sm" {...props} />}
              />
            )}
          </>
        )}
      </div>
      <Link
        href="/"
        aria-label="New chat"
        className="grid size-11 place-items-center rounded-md text-muted hover:bg-hover hover:text-text md:hidden"
      >
        <SquarePen size={16} aria-hidden />
      </Link>
    </PaneHeader>
  );
}
