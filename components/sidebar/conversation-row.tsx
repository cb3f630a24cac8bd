'use client';

import clsx from 'clsx';
import { Check } from 'lucide-react';
import Link, { useLinkStatus } from 'next/link';
import { type KeyboardEvent, memo } from 'react';
import { useStore } from '@/components/data/store';
import { useWorkspace } from '@/components/data/workspace';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { Spinner } from '@/components/ui/spinner';
import { MoreIcon } from '@/components/ui/sprite';
import type { ConversationItem } from '@/lib/conversations/schemas';
import { focusRow } from './focus-row';
import { RenameField } from './rename-field';
import { Snippet } from './snippet';
import { toggleChosen } from './choose';
import { useConversationMenu } from './use-conversation-menu';

type Props = { item: ConversationItem; current: boolean; running: boolean; onOpen: () => void };

const rowStyle = 'block w-full rounded-md py-1.5 pl-3 text-left text-ui pointer-coarse:py-2.5';

/** A conversation in the list: opens, and by keys or its menu is renamed (F2), deleted (Delete), chosen (X) and so on. */
export const ConversationRow = memo(function ConversationRow({ item, current, running, onOpen }: Props) {
  const { conversations } = useWorkspace();
  const chosen = useStore(conversations.selection, (selection) => selection?.has(item.id));
  const { items, renaming, setRenaming, remove } = useConversationMenu(item, () => toggleChosen(conversations, item.id));
  if (renaming) {
    const onDone = (byKey: boolean) => {
      setRenaming(false);
      if (byKey) focusRow(item.id);
    };
    return (
      <div role="listitem" className="px-1 py-0.5">
        <RenameField id={item.id} title={item.title} onDone={onDone} />
      </div>
    );
  }
  if (chosen !== undefined)
    return (
      <div role="listitem" className={clsx('rounded-md transition-colors', chosen ? 'bg-pressed' : 'hover:bg-hover')}>
        <button
          type="button"
          role="checkbox"
          data-row={item.id}
          aria-checked={chosen}
          onClick={(event) => toggleChosen(conversations, item.id, event.shiftKey)}
          className={clsx(rowStyle, 'flex items-center gap-2.5 pr-3 outline-offset-[-2px]')}
        >
          <span aria-hidden className={clsx('grid size-4 shrink-0 place-items-center rounded-[5px] border-[1.5px]', chosen ? 'border-accent bg-accent text-on-accent' : 'border-outline')}>
            {chosen && <Check size={11} strokeWidth={3} />}
          </span>
          <span data-words className="min-w-0 flex-1 truncate">{item.title}</span>
        </button>
      </div>
    );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'F2') setRenaming(true);
    else if (event.key === 'x') toggleChosen(conversations, item.id);
    else if (event.key === 'Delete') remove();
    else return;
    event.preventDefault();
  };
  const unread = item.unread && !current;
  return (
    <div role="listitem" className={clsx('group/row relative rounded-md transition-colors', current ? 'bg-pressed' : 'hover:bg-hover')}>
      <Link
        href={item.hit ? `/chat/${item.id}?message=${item.hit.messageId}` : `/chat/${item.id}`}
        prefetch={false}
        data-row={item.id}
        aria-current={current ? 'page' : undefined}
        onClick={onOpen}
        onKeyDown={onKeyDown}
        className={clsx(rowStyle, 'pr-9 outline-offset-[-2px] pointer-coarse:pr-12')}
      >
        <span className="flex items-center gap-2">
          <span data-words className={clsx('min-w-0 flex-1 truncate', (unread || current) && 'font-medium')}>{item.title}</span>
          {running ? (
            <>
              <Spinner className="size-3 shrink-0 border-[1.5px] text-muted" />
              <span className="sr-only">answering</span>
            </>
          ) : (
            <Opening />
          )}
          {unread && !running && (
            <>
              <span aria-hidden className="size-1.5 shrink-0 rounded-full bg-accent" />
              <span className="sr-only">unread</span>
            </>
          )}
        </span>
        {item.hit && <Snippet text={item.hit.snippet} />}
      </Link>
      <span className="absolute top-0.5 right-1 opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 has-aria-expanded:opacity-100 [@media(hover:none)]:opacity-100">
        <Menu
          label={`Options of ${item.title}`}
          items={items}
          trigger={(props) => <IconButton icon={MoreIcon} label={`Options of ${item.title}`} data-tip="" size="sm" {...props} />}
        />
      </span>
    </div>
  );
});

/** A press has been heard, where the conversation takes its time to come. */
function Opening() {
  const { pending } = useLinkStatus();
  return (
    pending && (
      <span className="shrink-0 animate-fade [animation-delay:200ms] [animation-fill-mode:backwards]">
        <Spinner className="size-3 border-[1.5px] text-muted" />
        <span className="sr-only">opening</span>
      </span>
    )
  );
}
