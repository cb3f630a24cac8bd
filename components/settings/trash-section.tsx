'use client';

import { useCallback, useEffect, useState } from 'react';
import { moreConversations, restoreConversation } from '@/app/(workspace)/actions/conversations';
import { act, messageOf } from '@/components/data/request';
import { useWorkspace } from '@/components/data/workspace';
import { When } from '@/components/time/when';
import { Button } from '@/components/ui/button';
import { Problem } from '@/components/ui/problem';
import { Skeleton } from '@/components/ui/skeleton';
import type { ConversationItem } from '@/lib/conversations/schemas';
import { Section } from './section';

type Trash = { items: ConversationItem[]; nextCursor: string | null };

/** Deleted conversations, to be brought back. */
export function TrashSection() {
  const { conversations } = useWorkspace();
  const [trash, setTrash] = useState<Trash | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
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

  const restore = async (id: string) => {
    setBusy(id);
    setProblem(null);
    try {
      await act(restoreConversation({ id }));
      setTrash((before) => before && { ...before, items: before.items.filter((item) => item.id !== id) });
      await conversations.refresh();
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(null);
    }
  };
  return (
    <Section title="Trash" hint="Deleted conversations are erased after 30 days. Deleted tasks are in the options of the task panel.">
      {!trash && !problem && <Skeleton className="h-10" />}
      {trash?.items.length === 0 && <p className="text-ui text-muted">The trash is empty.</p>}
      {trash && trash.items.length > 0 && (
        <ul aria-label="Deleted conversations" className="divide-y divide-line rounded-md border border-line">
          {trash.items.map(({ id, title, deletedAt, messageCount }) => (
            <li key={id} className="flex items-center gap-3 py-2 pr-2 pl-4">
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
              <Button size="sm" variant="ghost" busy={busy === id} onClick={() => void restore(id)}>
                Restore
                <span className="sr-only"> “{title}”</span>
              </Button>
            </li>
          ))}
        </ul>
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
