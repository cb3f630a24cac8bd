'use client';

import { useCallback, useEffect, useState } from 'react';
import { changeSeveral, emptyConversationTrash, moreConversations, purgeConversations } from '@/app/(workspace)/actions/conversations';
import { act, messageOf } from '@/components/data/request';
import { useWorkspace } from '@/components/data/workspace';
import { When } from '@/components/time/when';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { TickBox } from '@/components/ui/tick-box';
import type { ConversationItem } from '@/lib/conversations/schemas';
import { ConfirmButton } from './confirm-button';
import { Problem, Section } from './section';

type Trash = { items: ConversationItem[]; nextCursor: string | null };

/** Deleted conversations, to be brought back, or erased before their time: one, those that are chosen, or all. */
export function TrashSection() {
  const { conversations } = useWorkspace();
  const [trash, setTrash] = useState<Trash | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);
  const load = useCallback(async (cursor: string | null) => {
    setProblem(null);
    try {
      const page = await act(moreConversations({ trash: true, cursor, limit: 20 }));
      setTrash((before) => ({ items: cursor ? [...(before?.items ?? []), ...page.items] : page.items, nextCursor: page.nextCursor }));
    } catch (error) {
      setProblem(messageOf(error));
    }
  }, []);
  useEffect(() => void load(null), [load]);

  const items = trash?.items ?? [];
  const several = items.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const choose = (id: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((other) => other !== id)));
  const leave = async (ids: string[]) => {
    setTrash((before) => before && { ...before, items: before.items.filter(({ id }) => !ids.includes(id)) });
    if (items.every(({ id }) => ids.includes(id))) await load(null);
  };
  const restore = async (ids: string[]) => {
    setProblem(null);
    try {
      await act(changeSeveral({ ids, change: 'restore' }));
      await leave(ids);
      await conversations.refresh();
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  const purge = async (ids: string[]) => {
    await act(purgeConversations({ ids }));
    await leave(ids);
  };
  const empty = async () => {
    await act(emptyConversationTrash({}));
    await load(null);
  };
  return (
    <Section title="Trash" hint="Deleted conversations are erased after 30 days. Deleted tasks are in the options of the task panel.">
      {!trash && !problem && <Skeleton className="h-10" />}
      {trash && items.length === 0 && <p className="text-ui text-muted">The trash is empty.</p>}
      {items.length > 0 && (
        <div>
          <div className="-mt-1 mb-2 flex min-h-8 items-center justify-end gap-1">
            {several.length === 0 ? (
              <ConfirmButton label="Empty trash" of="all deleted conversations" onConfirm={empty} />
            ) : (
              <>
                <span role="status" className="flex-1 truncate text-ui text-muted tabular-nums">
                  {several.length} chosen
                </span>
                <ConfirmButton label="Delete for good" of="what is chosen" onConfirm={() => purge(several)} />
                <RestoreButton of="what is chosen" onRestore={() => restore(several)} />
              </>
            )}
          </div>
          <ul aria-label="Deleted conversations" className="divide-y divide-line rounded-md border border-line">
            {items.map((item) => (
              <li key={item.id} className="group/row flex flex-wrap items-center justify-end gap-x-1 py-2 pr-2 pl-4">
                <Choice item={item} chosen={chosen.has(item.id)} onChoose={(on) => choose(item.id, on)} />
                <span className="reveal flex group-focus-within/row:opacity-100 group-hover/row:opacity-100">
                  <ConfirmButton label="Delete for good" of={item.title} onConfirm={() => purge([item.id])} />
                </span>
                <RestoreButton of={item.title} onRestore={() => restore([item.id])} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Problem>{problem}</Problem>
      {(problem ? !trash : trash?.nextCursor) && (
        <Button size="sm" className="justify-self-start" onClick={() => void load(trash?.nextCursor ?? null)}>
          {trash ? 'Show more' : 'Retry'}
        </Button>
      )}
    </Section>
  );
}

function Choice({ item: { title, messageCount, deletedAt }, chosen, onChoose }: { item: ConversationItem; chosen: boolean; onChoose: (on: boolean) => void }) {
  return (
    <TickBox
      className="min-w-0 flex-[1_1_14rem]"
      checked={chosen}
      aria-label={`Choose “${title}”`}
      onChange={(event) => onChoose(event.target.checked)}
    >
      <span className="min-w-0 flex-1">
        <span className="block truncate text-ui">{title}</span>
        <span className="block text-meta text-muted">
          {messageCount} {messageCount === 1 ? 'message' : 'messages'}
          {deletedAt && (
            <>
              {' · deleted '}
              <When at={deletedAt} />
            </>
          )}
        </span>
      </span>
    </TickBox>
  );
}

function RestoreButton({ of, onRestore }: { of: string; onRestore: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    await onRestore();
    setBusy(false);
  };
  return (
    <Button size="sm" variant="ghost" busy={busy} onClick={() => void press()}>
      Restore
      <span className="sr-only"> “{of}”</span>
    </Button>
  );
}
