'use client';

import clsx from 'clsx';
import { MoreHorizontal } from 'lucide-react';
import Link from 'next/link';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { Spinner } from '@/components/ui/spinner';
import type { ConversationItem } from '@/lib/conversations/schemas';
import { RenameField } from './rename-field';
import { Snippet } from './snippet';
import { useConversationMenu } from './use-conversation-menu';

type Props = { item: ConversationItem; current: boolean; running: boolean; onOpen: () => void };

/** A conversation in the list: opens, and by keys or its menu is renamed (F2), deleted (Delete) and so on. */
export function ConversationRow({ item, current, running, onOpen }: Props) {
  const { items, renaming, setRenaming, remove } = useConversationMenu(item);
  const unread = item.unread && !current;
  if (renaming)
    return (
      <li className="px-1 py-0.5">
        <RenameField id={item.id} title={item.title} onDone={() => setRenaming(false)} />
      </li>
    );
  return (
    <li className={clsx('group/row relative rounded-md transition-colors', current ? 'bg-pressed' : 'hover:bg-hover')}>
      <Link
        href={`/chat/${item.id}`}
        prefetch={false}
        data-row
        aria-current={current ? 'page' : undefined}
        onClick={onOpen}
        onKeyDown={(event) => {
          if (event.key === 'F2') setRenaming(true);
          else if (event.key === 'Delete') {
            focusBeside(event.currentTarget);
            remove();
          } else return;
          event.preventDefault();
        }}
        className="block rounded-md py-1.5 pr-9 pl-3 text-ui pointer-coarse:py-2.5 pointer-coarse:pr-12"
      >
        <span className="flex items-center gap-2">
          <span className={clsx('min-w-0 flex-1 truncate', (unread || current) && 'font-medium')}>{item.title}</span>
          {running && (
            <>
              <Spinner className="size-3 shrink-0 border-[1.5px] text-muted" />
              <span className="sr-only">answering</span>
            </>
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
          trigger={(props) => <IconButton icon={MoreHorizontal} label={`Options of ${item.title}`} data-tip="" size="sm" {...props} />}
        />
      </span>
    </li>
  );
}

/** The row goes; the focus stays in the list. */
function focusBeside(row: HTMLElement) {
  const rows = [...(row.closest('nav')?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const at = rows.indexOf(row);
  (rows[at + 1] ?? rows[at - 1] ?? document.getElementById('search'))?.focus();
}
