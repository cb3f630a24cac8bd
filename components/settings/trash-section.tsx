'use client';

import { useCallback, useEffect, useState } from 'react';
import { changeSeveral, emptyConversationTrash, moreConversations, purgeConversations } from '@/app/(workspace)/actions/conversations';
import { act, messageOf } from '@/components/data/request';
import { useWorkspace } from '@/components/data/workspace';
import { Button } from '@/components/ui/button';
import { Problem } from '@/components/ui/problem';
import { Skeleton } from '@/components/ui/skeleton';
import type { ConversationItem } from '@/lib/conversations/schemas';
import { ConfirmButton } from './confirm-button';
import { DeletedConversations, RestoreButton } from './deleted-conversations';
import { Section } from './section';

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
          <DeletedConversations items={items} chosen={chosen} onChoose={choose} onPurge={purge} onRestore={restore} />
          {/* Below the list: where a row goes by its own press, the focus goes to the next, not to what empties all. */}
          <div className="sticky bottom-0 flex min-h-12 items-center justify-end gap-1 bg-bg pr-2">
            {several.length === 0 ? (
              <ConfirmButton label="Empty trash" of="all deleted conversations" onConfirm={empty} />
            ) : (
              <>
                <span role="status" className="flex-1 truncate pl-4 text-ui text-muted tabular-nums">
                  {several.length} chosen
                </span>
                <ConfirmButton label="Delete for good" of="what is chosen" onConfirm={() => purge(several)} />
                <RestoreButton of="what is chosen" onRestore={() => restore(several)} />
              </>
            )}
          </div>
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
