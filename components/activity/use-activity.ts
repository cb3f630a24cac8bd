'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { getJson } from '@/components/data/request';
import { useStore } from '@/components/data/store';
import { useWorkspace } from '@/components/data/workspace';
import type { ActivityItem } from '@/lib/activity/schemas';
import { ACTIVITY_PAGE } from './page-size';

export type ActivityPage = { items: ActivityItem[]; nextCursor: string | null };

const read = (cursor: string | null) =>
  getJson<ActivityPage>(`/api/v1/activity?limit=${ACTIVITY_PAGE}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);

/** The ledger as far as it is loaded; what is done meanwhile, here or elsewhere, comes in at the top. */
export function useActivity(first: ActivityPage) {
  const { tasks } = useWorkspace();
  const [items, setItems] = useState(first.items);
  const [cursor, setCursor] = useState(first.nextCursor);
  const [state, setState] = useState<'ready' | 'loading' | 'failed'>('ready');

  const more = async () => {
    if (state === 'loading' || cursor === null) return;
    setState('loading');
    try {
      const page = await read(cursor);
      setItems((before) => [...before, ...newOf(before, page.items)]);
      setCursor(page.nextCursor);
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  const refresh = useCallback(async () => {
    try {
      const { items: newest } = await read(null);
      const fresh = new Map(newest.map((item) => [item.id, item]));
      setItems((before) => [...newOf(before, newest), ...before.map((item) => fresh.get(item.id) ?? item)]);
    } catch {
      // What is shown stays; the next change asks again.
    }
  }, []);

  // The workspace reads its tasks again when anything has changed anywhere; then the ledger has grown too.
  const list = useStore(tasks.state, (current) => current.lists.open);
  const known = useRef<typeof list | null>(null);
  useEffect(() => {
    if (list.state !== 'ready') return;
    if (known.current && known.current !== list) void refresh();
    known.current = list;
  }, [list, refresh]);
  /** After one was taken back: it is marked, wherever it stands, and the taking back is on top. */
  const undone = (id: string) => {
    const undoneAt = new Date().toISOString();
    setItems((before) => before.map((item) => (item.id === id ? { ...item, undoneAt } : item)));
    return refresh();
  };
  return { items, cursor, state, more, undone };
}

const newOf = (before: readonly ActivityItem[], page: readonly ActivityItem[]) => {
  const known = new Set(before.map((item) => item.id));
  return page.filter((item) => !known.has(item.id));
};
