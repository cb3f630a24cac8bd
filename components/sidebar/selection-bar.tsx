'use client';

import { Archive, ArchiveRestore, Trash2, X } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { changeSeveral } from '@/app/(workspace)/actions/conversations';
import { act } from '@/components/data/request';
import { useStore } from '@/components/data/store';
import { useWorkspace } from '@/components/data/workspace';
import { IconButton } from '@/components/ui/icon-button';
import { showToast } from '@/components/ui/toast';
import { endChoosing } from './choose';

type Change = 'delete' | 'restore' | 'archive' | 'unarchive';
const BACK: Record<Change, Change> = { delete: 'restore', restore: 'delete', archive: 'unarchive', unarchive: 'archive' };
const DONE: Record<Change, string> = { delete: 'Deleted', restore: 'Restored', archive: 'Archived', unarchive: 'Moved back' };

/** What can be done with the conversations that are chosen, together and with one Undo. */
export function SelectionBar() {
  const { conversations } = useWorkspace();
  const router = useRouter();
  const path = usePathname();
  const chosen = useStore(conversations.selection, (selection) => selection);
  const archived = useStore(conversations.state, (state) => state.archived);
  if (!chosen) return null;
  const none = chosen.size === 0;

  const change = (what: Change) => {
    const ids = [...chosen];
    endChoosing(conversations, true);
    const onScreen = ids.some((id) => path === `/chat/${id}`);
    if (onScreen) router.push('/');
    const back = () =>
      act(changeSeveral({ ids, change: BACK[what] }))
        .then(() => conversations.refresh())
        .catch(() => showToast({ text: 'Taking that back did not work. Try again.' }));
    conversations
      .change(chosen, null, () => act(changeSeveral({ ids, change: what })))
      .then(() =>
        showToast({
          text: `${DONE[what]} ${ids.length} ${ids.length === 1 ? 'conversation' : 'conversations'}`,
          action: { label: 'Undo', run: () => void back() },
        }),
      )
      .catch(() => showToast({ text: 'That did not work. Try again.' }));
    // As where one is deleted: it would be asked for by its address, and not found any more.
    if (onScreen && what === 'delete') conversations.open(null);
  };
  return (
    <div role="toolbar" aria-label="Chosen conversations" className="flex shrink-0 items-center gap-1 border-t border-line py-1 pr-2 pl-5">
      <span role="status" className="min-w-0 flex-1 truncate text-ui tabular-nums">
        {chosen.size} chosen
      </span>
      <IconButton
        icon={archived ? ArchiveRestore : Archive}
        label={archived ? 'Move back what is chosen' : 'Archive what is chosen'}
        disabled={none}
        onClick={() => change(archived ? 'unarchive' : 'archive')}
      />
      <IconButton icon={Trash2} label="Delete what is chosen" disabled={none} onClick={() => change('delete')} />
      <IconButton icon={X} label="End choosing" keys="Esc" onClick={() => endChoosing(conversations)} />
    </div>
  );
}
