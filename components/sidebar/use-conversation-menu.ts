'use client';

import { Archive, ArchiveRestore, Braces, Download, ListChecks, Pencil, Pin, PinOff, Share2, Trash2 } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useState } from 'react';
import {
  archiveConversation,
  deleteConversation,
  pinConversation,
  restoreConversation,
} from '@/app/(workspace)/actions/conversations';
import { act, messageOf } from '@/components/data/request';
import { useWorkspace } from '@/components/data/workspace';
import { openShare } from '@/components/share/open-share';
import { downloadExport, type ExportFormat } from '@/components/transfer/download-export';
import type { MenuItem } from '@/components/ui/menu';
import { showToast } from '@/components/ui/toast';
import { focusBeside, focusRow } from './focus-row';

type MenuConversation = { id: string; title: string; pinnedAt: string | null; archivedAt: string | null };

/** What can be done with a conversation, in the list and in the header of the chat. */
export function useConversationMenu(item: MenuConversation, choose?: () => void) {
  const { conversations } = useWorkspace();
  const router = useRouter();
  const path = usePathname();
  const [renaming, setRenaming] = useState(false);
  const { id, title } = item;
  const open = path === `/chat/${id}`;
  const failed = (what: string) => () => showToast({ text: `${what} did not work. Try again.` });
  const back = async () => {
    await act(restoreConversation({ id }));
    await conversations.refresh();
  };

  const remove = () => {
    if (open) router.push('/');
    if (choose) focusBeside(id);
    conversations
      .change(id, null, () => act(deleteConversation({ id })))
      .then(() =>
        showToast({
          text: `Deleted “${title}”`,
          action: { label: 'Undo', run: () => void back().catch(failed('Bringing it back')) },
        }),
      )
      .catch(failed('Deleting'));
    // The list asks for what is on screen by its address, where it would not be found any more.
    if (open) conversations.open(null);
  };
  const archive = (archived: boolean) => {
    if (open && archived) router.push('/');
    if (choose) focusBeside(id);
    conversations
      .change(id, null, () => act(archiveConversation({ id, archived })))
      .then(() =>
        showToast({
          text: archived ? `Archived “${title}”` : `Moved “${title}” back`,
          action: {
            label: 'Undo',
            run: () => void act(archiveConversation({ id, archived: !archived })).then(() => conversations.refresh()).catch(failed('That')),
          },
        }),
      )
      .catch(failed('Archiving'));
  };
  const pin = () => {
    const pinned = item.pinnedAt === null;
    conversations
      .change(id, { pinnedAt: pinned ? new Date().toISOString() : null }, () => act(pinConversation({ id, pinned })))
      .catch(failed('Pinning'));
    // In the list it is drawn anew in another group.
    if (choose) focusRow(id);
  };
  const exported = (format: ExportFormat) => {
    downloadExport(`/api/v1/conversations/${id}/export`, format).catch((error: unknown) => showToast({ text: messageOf(error) }));
  };
  const items: MenuItem[] = [
    { label: 'Rename', icon: Pencil, onSelect: () => setRenaming(true) },
    item.pinnedAt ? { label: 'Unpin', icon: PinOff, onSelect: pin } : { label: 'Pin', icon: Pin, onSelect: pin },
    item.archivedAt
      ? { label: 'Move back', icon: ArchiveRestore, onSelect: () => archive(false) }
      : { label: 'Archive', icon: Archive, onSelect: () => archive(true) },
    ...(choose ? [{ label: 'Choose several', icon: ListChecks, onSelect: choose }] : []),
    { label: 'Share', icon: Share2, onSelect: () => openShare({ id, title }), apart: true },
    { label: 'Export Markdown', icon: Download, onSelect: () => exported('markdown') },
    { label: 'Export JSON', icon: Braces, onSelect: () => exported('json') },
    { label: 'Delete', icon: Trash2, onSelect: remove, danger: true, apart: true },
  ];
  return { items, renaming, setRenaming, remove };
}
